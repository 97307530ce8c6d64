/** What waits for me: one group per deed, the oldest first; done things are simply not there any more. */

import { getTranslations } from "next-intl/server";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import type { WaitingRow } from "#lib/domains/inbox/queries/list-waiting.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Deed } from "#lib/platform/waiting.ts";

type Props = { groups: { deed: Deed; rows: WaitingRow[] }[]; today: string };

export async function WaitingList({ groups, today }: Props) {
  const t = await getTranslations("inbox");
  if (groups.length === 0)
    return (
      <EmptyState kind="done" title={t("empty.title")}>
        {t("empty.body")}
      </EmptyState>
    );
  return groups.map(({ deed, rows }) => (
    <section key={deed} aria-labelledby={`deed-${deed}`}>
      <h2 id={`deed-${deed}`} className="mb-2 text-h2">
        {t(`deed.${deed}`)} <span className="text-ink-2">{t("count", { count: rows.length })}</span>
      </h2>
      <RowList label={t(`deed.${deed}`)}>
        {rows.map((row) => (
          <WaitingLine key={`${row.kind} ${row.id}`} row={row} today={today} />
        ))}
      </RowList>
    </section>
  ));
}

async function WaitingLine({ row, today }: { row: WaitingRow; today: string }) {
  const t = await getTranslations("inbox");
  const f = await getFormats();
  const late = row.due !== null && row.due < today;
  const since = t("since", { when: f.dayTime(row.since) });
  const details = [row.place, row.who ? t("from", { name: row.who }) : null, since].filter(Boolean);
  return (
    <RowLink
      href={row.href}
      mark={<Shape state={late ? "behind" : "watch"} />}
      title={t(`kind.${row.kind as "reminded"}`, { name: row.name ?? t("unnamed") })}
      detail={details.join(" · ")}
      end={row.due ? t(late ? "late" : "due", { day: f.day(row.due) }) : null}
    />
  );
}
