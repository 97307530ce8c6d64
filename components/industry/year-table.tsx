/** What an entity reported of its years. */
import { getTranslations } from "next-intl/server";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { YearRow } from "#lib/domains/industry/queries/get-entity.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function YearTable({ rows }: { rows: readonly YearRow[] }) {
  const t = await getTranslations("industry");
  const f = await getFormats();
  if (rows.length === 0) return <p className="text-ink-2">{t("years.none")}</p>;
  const yuan = (fen: string | null) => (fen === null ? <EmptyMark /> : f.yuan(BigInt(fen)));
  return (
    <Table caption={t("years.title")}>
      <Head>
        <Column>{t("years.year")}</Column>
        <Column numeric>{t("years.poor")}</Column>
        <Column numeric>{t("years.output")}</Column>
        <Column numeric>{t("years.raised")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.year}>
            <Cell head>{row.year}</Cell>
            <Cell label={t("years.poor")} numeric>
              {row.poorMembers ?? <EmptyMark />}
            </Cell>
            <Cell label={t("years.output")} numeric>
              {yuan(row.outputFen)}
            </Cell>
            <Cell label={t("years.raised")} numeric>
              {yuan(row.raisedFen)}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
