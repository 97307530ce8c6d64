/** Talent as a table, latest first; cards on a phone. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { TalentRow } from "#lib/domains/talent/queries/list-talents.ts";

export async function TalentTable({ rows }: { rows: readonly TalentRow[] }) {
  const t = await getTranslations("talent");
  return (
    <Table caption={t("talent.title")} stacked>
      <Head>
        <Column>{t("field.name")}</Column>
        <Column>{t("field.unitName")}</Column>
        <Column>{t("field.post")}</Column>
        <Column>{t("field.place")}</Column>
        <Column>{t("field.stream")}</Column>
        <Column>{t("field.channel")}</Column>
        <Column>{t("field.kind")}</Column>
        <Column>{t("field.program")}</Column>
        <Column width="date">{t("field.fromOn")}</Column>
        <Column width="date">{t("field.toOn")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head nowrap>
              <Link href={`/talent/${row.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
                {row.name}
              </Link>
            </Cell>
            <Cell label={t("field.unitName")}>{row.unitName}</Cell>
            <Cell label={t("field.post")} hideStacked>
              {row.post ?? <EmptyMark />}
            </Cell>
            <Cell label={t("field.place")} hideStacked>
              {row.place}
            </Cell>
            <Cell label={t("field.stream")} nowrap hideStacked>
              {t(`stream.${row.stream}`)}
            </Cell>
            <Cell label={t("field.channel")} nowrap>
              {t(`channel.${row.channel}`)}
            </Cell>
            <Cell label={t("field.kind")} nowrap>
              {t(`kind.${row.kind}`)}
            </Cell>
            <Cell label={t("field.program")} hideStacked>
              {row.program ?? <EmptyMark why="notApplicable" />}
            </Cell>
            <Cell label={t("field.fromOn")} nowrap>
              {row.fromOn}
            </Cell>
            <Cell label={t("field.toOn")} nowrap hideStacked>
              {row.toOn ?? <EmptyMark why="notDue" />}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
