/** The households behind a number; of duties also whose they are, how many visits were owed and made, and a reminder. */
import { getLocale, getTranslations } from "next-intl/server";
import { RemindButton } from "#components/inbox/remind-button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { getFormats } from "#lib/i18n/format.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import type { RowBehind } from "#lib/indicators/rows.ts";

type Props = {
  rows: readonly RowBehind[];
  indicator: Ratio;
  caption: string;
  /** For whoever may remind helpers of a visit. */
  remind: Parameters<typeof RemindButton>[0]["remind"] | null;
};

export async function HouseholdsBehind({ rows, indicator, caption, remind }: Props) {
  const f = await getFormats();
  const locale = await getLocale();
  const duties = indicator.of === "duties";
  const { adds } = indicator;
  const over = adds?.over;
  const addsUp = over ? indicator.missing[locale] : adds?.unit[locale];
  const t = await getTranslations("cockpit");
  const inbox = await getTranslations("inbox");
  return (
    <Card flush>
      <Table caption={caption} stacked>
        <Head>
          <Column>{t("rows.head")}</Column>
          <Column>{t("rows.no")}</Column>
          <Column>{t("rows.place")}</Column>
          {duties ? (
            <>
              <Column>{t("rows.helper")}</Column>
              <Column>{t("rows.unit")}</Column>
              <Column numeric>{t("rows.owed")}</Column>
              <Column numeric>{t("rows.done")}</Column>
            </>
          ) : null}
          {addsUp ? <Column numeric>{addsUp}</Column> : null}
          {over ? <Column numeric>{over.name[locale]}</Column> : null}
          <Column width="date">{t("rows.lastVisit")}</Column>
          {remind ? <Column>{inbox("remind.column")}</Column> : null}
        </Head>
        <Body>
          {rows.map((row) => (
            <Row key={row.id}>
              <Cell head>
                <Link
                  href={`/households/${row.householdId}`}
                  className="inline-flex min-h-touch items-center desk:min-h-6"
                >
                  {row.headName}
                </Link>
              </Cell>
              <Cell label={t("rows.no")}>{row.householdNo}</Cell>
              <Cell label={t("rows.place")}>{row.place}</Cell>
              {duties ? (
                <>
                  <Cell label={t("rows.helper")}>{row.helperName}</Cell>
                  <Cell label={t("rows.unit")}>{row.helperUnit ?? <EmptyMark />}</Cell>
                  <Cell label={t("rows.owed")} numeric>
                    {t("rows.times", { n: row.required ?? 0 })}
                  </Cell>
                  <Cell label={t("rows.done")} numeric>
                    {t("rows.times", { n: row.done ?? 0 })}
                  </Cell>
                </>
              ) : null}
              {addsUp ? (
                <Cell label={addsUp} numeric>
                  {f.number(row.adds)}
                </Cell>
              ) : null}
              {over ? (
                <Cell label={over.name[locale]} numeric>
                  {f.number(row.among)}
                </Cell>
              ) : null}
              <Cell label={t("rows.lastVisit")} nowrap>
                {row.lastVisitOn ?? t("rows.never")}
              </Cell>
              {remind ? (
                <Cell label={inbox("remind.column")}>
                  <RemindButton householdId={row.householdId} remind={remind} />
                </Cell>
              ) : null}
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}
