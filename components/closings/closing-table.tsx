/** The closed months, newest first: when and by whom, who has signed, and how much was corrected since. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { ClosedMonth } from "#lib/domains/closings/queries/list-closings.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function ClosingTable({ months, unit }: { months: readonly ClosedMonth[]; unit: number }) {
  const t = await getTranslations("closings");
  const f = await getFormats();
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column>{t("column.period")}</Column>
        <Column>{t("column.at")}</Column>
        <Column>{t("column.by")}</Column>
        <Column numeric>{t("column.signed")}</Column>
        <Column numeric>{t("column.corrections")}</Column>
      </Head>
      <Body>
        {months.map((month) => (
          <Row key={month.period}>
            <Cell head>
              <Link
                href={`/cockpit/closings/${month.period}?u=${unit}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {f.period(month.period)}
              </Link>
            </Cell>
            <Cell label={t("column.at")}>{f.dayTime(month.closedAt)}</Cell>
            <Cell label={t("column.by")}>{month.by ?? t("clock")}</Cell>
            <Cell label={t("column.signed")} numeric>
              {month.signers === 0 ? f.none : t("of", { signed: month.signed, all: month.signers })}
            </Cell>
            <Cell label={t("column.corrections")} numeric>
              {month.corrections === 0 ? t("nothing") : f.number(month.corrections)}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
