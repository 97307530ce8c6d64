/** People and how often they were at a training: one row a person. */
import { getTranslations } from "next-intl/server";
import { homeOf } from "#components/trainings/home.ts";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { TrainedRow } from "#lib/domains/trainings/queries/coverage.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function TrainedTable({ rows }: { rows: TrainedRow[] }) {
  const t = await getTranslations("trainings");
  const f = await getFormats();
  return (
    <Table caption={t("tab.people")} stacked>
      <Head>
        <Column>{t("field.name")}</Column>
        <Column>{t("field.home")}</Column>
        <Column>{t("field.post")}</Column>
        <Column numeric>{t("field.times")}</Column>
        <Column numeric>{t("field.hours")}</Column>
        <Column width="date">{t("field.lastOn")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>{row.name}</Cell>
            <Cell label={t("field.home")}>{homeOf(row) || <EmptyMark />}</Cell>
            <Cell label={t("field.post")} hideStacked>
              {row.post ?? <EmptyMark />}
            </Cell>
            <Cell label={t("field.times")} numeric>
              {f.number(row.times)}
            </Cell>
            <Cell label={t("field.hours")} numeric>
              {f.decimal(row.hours)}
            </Cell>
            <Cell label={t("field.lastOn")} nowrap>
              {row.lastOn ?? <EmptyMark />}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
