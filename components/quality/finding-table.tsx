/** Doubtful values as a table; on a phone each is a card. */
import { getTranslations } from "next-intl/server";
import { SeverityMark } from "#components/quality/severity-mark.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FindingRow } from "#lib/domains/quality/finding.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { findingWords } from "./finding-words.ts";

export async function FindingTable({ rows }: { rows: readonly FindingRow[] }) {
  const t = await getTranslations("quality");
  const f = await getFormats();
  const words = await findingWords();
  return (
    <Table caption={t("list.caption")} stacked>
      <Head>
        <Column>{t("list.what")}</Column>
        <Column>{t("list.severity")}</Column>
        <Column>{t("list.household")}</Column>
        <Column>{t("list.member")}</Column>
        <Column>{t("list.place")}</Column>
        <Column>{t("list.found")}</Column>
        <Column>{t("list.state")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link href={`/quality/${row.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
                {words.what(row)}
              </Link>
            </Cell>
            <Cell label={t("list.severity")} nowrap>
              <SeverityMark severity={row.severity} />
            </Cell>
            <Cell label={t("list.household")} nowrap>
              <Link
                href={`/households/${row.householdId}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {row.headName}
              </Link>
            </Cell>
            <Cell label={t("list.member")} nowrap>
              {row.member ?? <EmptyMark why="notApplicable" />}
            </Cell>
            <Cell label={t("list.place")}>{row.place}</Cell>
            <Cell label={t("list.found")} nowrap hideStacked>
              {f.day(row.foundOn)}
            </Cell>
            <Cell label={t("list.state")}>
              {row.confirmedByName && row.confirmedOn
                ? t("list.confirmedBy", { name: row.confirmedByName, day: f.day(row.confirmedOn) })
                : t("state.open")}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
