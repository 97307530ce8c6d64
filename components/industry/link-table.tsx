/** The households that an entity takes along, with what they earned by year. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { LinkRow } from "#lib/domains/industry/queries/get-entity.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { rows: readonly LinkRow[]; entityId: string; mayChange: boolean; copies: boolean };

export async function LinkTable({ rows, entityId, mayChange, copies }: Props) {
  const t = await getTranslations("industry");
  const f = await getFormats();
  const told = ({ incomes }: LinkRow) =>
    incomes.length === 0
      ? t("links.noIncome")
      : incomes.slice(0, 3).map(({ year, fen }) => (
          <span key={year} className="block tabular">
            {t("links.year", { year: String(year), amount: f.yuan(BigInt(fen)) })}
          </span>
        ));
  return (
    <Table caption={t("links.title")} stacked copies={copies}>
      <Head>
        <Column>{t("links.name")}</Column>
        <Column>{t("links.place")}</Column>
        <Column>{t("links.role")}</Column>
        <Column>{t("links.span")}</Column>
        <Column>{t("links.income")}</Column>
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
            <Cell label={t("links.place")}>{row.place}</Cell>
            <Cell label={t("links.role")} nowrap>
              {t(`role.${row.role}`)}
            </Cell>
            <Cell label={t("links.span")}>
              {row.toOn
                ? t("links.between", { from: row.fromOn, to: row.toOn })
                : t("links.since", { from: row.fromOn })}
            </Cell>
            <Cell label={t("links.income")}>
              <div>
                {told(row)}
                {mayChange ? (
                  <Link
                    href={`/industry/${entityId}/link?link=${row.id}`}
                    className="inline-flex min-h-touch items-center text-note desk:min-h-6 print:hidden"
                  >
                    {t("links.change")}
                    <span className="sr-only">{row.headName}</span>
                  </Link>
                ) : null}
              </div>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
