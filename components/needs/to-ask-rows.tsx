/** Rows of my day: needs that were done and about which a household is still to be asked. */
import { getTranslations } from "next-intl/server";
import { categoryNames } from "#components/measures/names.ts";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { daysBetween } from "#lib/base/calendar.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { NeedRow } from "#lib/domains/needs/queries/list-needs.ts";

type Props = { found: { rows: NeedRow[]; categories: Entry[] }; today: string };

export async function ToAskRows({ found, today }: Props) {
  const t = await getTranslations("needs");
  const { name } = await categoryNames(found.categories);
  const title = t("ask.title", { count: found.rows.length });
  return (
    <section>
      <h2 className="mb-2 text-h2">{title}</h2>
      <RowList label={title}>
        {found.rows.map((row) => (
          <RowLink
            key={row.id}
            href={`/needs/${row.id}#judge`}
            mark={<Shape state="watch" className="size-4" />}
            title={row.householdId ? t("of", { name: row.about }) : t("ofVillage", { name: row.about })}
            meta={row.place}
            detail={t("ask.line", { category: name(row.category), result: row.result ?? "" })}
            end={row.doneOn ? t("clock.ask", { days: daysBetween(row.doneOn, today) }) : undefined}
          />
        ))}
      </RowList>
    </section>
  );
}
