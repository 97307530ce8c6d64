/** The life of a household as one line: each deed with its day, to be narrowed to one kind. */
import { getLocale, getTranslations } from "next-intl/server";
import { trailWords } from "#components/audit/trail-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { Locale } from "#lib/base/preferences.ts";
import { codeName, HOUSEHOLD_STATUSES } from "#lib/domains/households/codes.ts";
import {
  LINES,
  TIMELINE_KINDS,
  type TimelineKind,
  type TimelineRow,
} from "#lib/domains/households/timeline.ts";
import type { LifeKind, LifeReason } from "#lib/domains/lives/life.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { id: string; rows: readonly TimelineRow[]; kind: TimelineKind | null };

export async function HouseholdTimeline({ id, rows, kind }: Props) {
  const t = await getTranslations("households");
  const visits = await getTranslations("visits");
  const measures = await getTranslations("measures");
  const needs = await getTranslations("needs");
  const lives = await getTranslations("lives");
  const locale = (await getLocale()) as Locale;
  const words = trailWords(
    await getTranslations("audit"),
    await getFormats(),
    locale,
    await getTranslations("dictionaries"),
  );
  const own = `/households/${id}`;
  const most = kind === null ? LINES.all : LINES.one;
  const titleOf = (row: TimelineRow) => {
    if (row.kind === "life") {
      const [deed = "", reason = ""] = row.what.split(".");
      return (
        <Link href={`${own}/life`} className="inline-flex min-h-touch items-center desk:min-h-6">
          {lives(`kind.${deed as LifeKind}`)} · {lives(`reason.${reason as LifeReason}`)}
        </Link>
      );
    }
    if (row.kind === "status") return codeName(HOUSEHOLD_STATUSES, row.what, locale);
    if (row.kind === "change")
      return [...new Set(row.what.split(",").map(words.field))].join(t("summary.comma"));
    if (row.kind === "need")
      return (
        <Link href={`/needs/${row.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
          {row.what || t("timeline.kind.need")}
        </Link>
      );
    if (row.kind === "measure")
      return (
        <Link href={`/measures/${row.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
          {row.what}
        </Link>
      );
    return (
      <Link href={`/visits/${row.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
        {visits(`situation.${row.what as "NORMAL"}`)}
      </Link>
    );
  };
  const bodyOf = (row: TimelineRow) => {
    if (row.kind === "need")
      return [row.who, needs(`state.${row.more as "OPEN"}`)].filter(Boolean).join(" · ");
    const more = row.kind === "measure" && row.more ? measures(`status.${row.more as "DONE"}`) : row.more;
    return [row.who, more].filter(Boolean).join(" · ");
  };
  return (
    <Card title={t("timeline.title")}>
      <Tabs
        label={t("timeline.filter")}
        items={[
          { href: own, label: t("timeline.all"), current: kind === null },
          ...TIMELINE_KINDS.map((one) => ({
            href: `${own}?k=${one}`,
            label: t(`timeline.kind.${one}`),
            current: kind === one,
          })),
        ]}
      />
      {rows.length === 0 ? (
        <p className="text-ink-2">{t("timeline.none")}</p>
      ) : (
        <Timeline
          items={rows.map((row) => ({
            id: `${row.kind}-${row.id}`,
            when: (
              <>
                {row.day} <Badge>{t(`timeline.kind.${row.kind}`)}</Badge>
              </>
            ),
            title: titleOf(row),
            body: bodyOf(row),
          }))}
        />
      )}
      {rows.length < most ? null : (
        <p className="mt-2 text-note text-ink-2">
          {t(kind === null ? "timeline.newest" : "timeline.newestOfKind", { count: most })}
        </p>
      )}
    </Card>
  );
}
