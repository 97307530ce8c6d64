/** Organizations of the industry chain as a table; on a phone each is a card. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { EntityPage } from "#lib/domains/industry/queries/list-entities.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { industryNames } from "./names.ts";
import { PartyMark } from "./party-mark.tsx";

export async function EntityTable({ rows, words }: Pick<EntityPage, "rows" | "words">) {
  const t = await getTranslations("industry");
  const f = await getFormats();
  const names = await industryNames(words);
  return (
    <Table caption={t("list.caption")} stacked>
      <Head>
        <Column>{t("list.name")}</Column>
        <Column>{t("list.kind")}</Column>
        <Column>{t("list.place")}</Column>
        <Column numeric>{t("list.villages")}</Column>
        <Column>{t("list.party")}</Column>
        <Column>{t("list.mode")}</Column>
        <Column>{t("list.operator")}</Column>
        <Column numeric>{t("list.members")}</Column>
        <Column numeric>{t("list.households")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={`/industry/${row.id}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {row.name}
              </Link>
            </Cell>
            <Cell label={t("list.kind")} nowrap>
              {names.kind(row.kind)}
            </Cell>
            <Cell label={t("list.place")}>
              <Link href={`/divisions/${row.divisionId}`}>{row.place}</Link>
            </Cell>
            <Cell label={t("list.villages")} numeric hideStacked>
              {f.number(row.villages)}
            </Cell>
            <Cell label={t("list.party")} nowrap>
              <PartyMark coverage={row.coverage} />
            </Cell>
            <Cell label={t("list.mode")} nowrap hideStacked>
              {names.mode(row.mode) ?? (
                <EmptyMark why={row.coverage === "NONE" ? "notApplicable" : "unset"} />
              )}
            </Cell>
            <Cell label={t("list.operator")} hideStacked>
              {row.operator ?? <EmptyMark />}
            </Cell>
            <Cell label={t("list.members")} numeric hideStacked>
              {row.memberCount === null ? <EmptyMark /> : f.number(row.memberCount)}
            </Cell>
            <Cell label={t("list.households")} numeric>
              {row.households === null ? <EmptyMark why="noPermission" /> : f.number(row.households)}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
