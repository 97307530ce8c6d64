/** The entities of the industry chain behind a number, or the Party organizations on it. */

import { getTranslations } from "next-intl/server";
import { type IndustryNames, industryNames } from "#components/industry/names.ts";
import { PartyMark } from "#components/industry/party-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { PartyCoverage } from "#lib/domains/industry/industry.ts";
import type { IndustryWords } from "#lib/domains/industry/words.ts";
import type { EntityBehind, EntityOrgBehind } from "#lib/indicators/industry-rows.ts";

const link = "inline-flex min-h-touch items-center desk:min-h-6";

type Entities = { rows: readonly EntityBehind[]; words: IndustryWords; caption: string };

export async function EntitiesBehind({ rows, words, caption }: Entities) {
  const t = await getTranslations("industry");
  const names: IndustryNames = await industryNames(words);
  return (
    <Card flush>
      <Table caption={caption} stacked>
        <Head>
          <Column>{t("list.name")}</Column>
          <Column>{t("list.kind")}</Column>
          <Column>{t("list.place")}</Column>
          <Column>{t("list.party")}</Column>
          <Column>{t("party.org")}</Column>
          <Column numeric>{t("behind.full")}</Column>
          <Column width="date">{t("behind.since")}</Column>
        </Head>
        <Body>
          {rows.map((row) => (
            <Row key={row.id}>
              <Cell head>
                <Link href={`/industry/${row.id}`} className={link}>
                  {row.name}
                </Link>
              </Cell>
              <Cell label={t("list.kind")} nowrap>
                {names.kind(row.kind)}
              </Cell>
              <Cell label={t("list.place")}>{row.place}</Cell>
              <Cell label={t("list.party")} nowrap>
                <PartyMark coverage={row.coverage as PartyCoverage} />
              </Cell>
              <Cell label={t("party.org")}>{row.orgName ?? <EmptyMark why="notApplicable" />}</Cell>
              <Cell label={t("behind.full")} numeric>
                {row.fullMembers ?? <EmptyMark />}
              </Cell>
              <Cell label={t("behind.since")} nowrap>
                {row.since ?? <EmptyMark />}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}

export async function EntityOrgsBehind({
  rows,
  caption,
}: {
  rows: readonly EntityOrgBehind[];
  caption: string;
}) {
  const t = await getTranslations("industry");
  return (
    <Card flush>
      <Table caption={caption} stacked>
        <Head>
          <Column>{t("party.org")}</Column>
          <Column>{t("list.place")}</Column>
          <Column>{t("behind.serves")}</Column>
          <Column>{t("behind.leader")}</Column>
          <Column>{t("behind.basis")}</Column>
          <Column width="date">{t("behind.since")}</Column>
        </Head>
        <Body>
          {rows.map((row) => (
            <Row key={row.id}>
              <Cell head>
                <Link href={`/orgs/${row.id}`} className={link}>
                  {row.name}
                </Link>
              </Cell>
              <Cell label={t("list.place")}>{row.place}</Cell>
              <Cell label={t("behind.serves")}>
                {row.entities.length > 0 ? row.entities.join("、") : <EmptyMark />}
              </Cell>
              <Cell label={t("behind.leader")}>{row.leader ?? <EmptyMark />}</Cell>
              <Cell label={t("behind.basis")}>
                {row.basis === null ? <EmptyMark /> : t(`party.basis.${row.basis as "LINE"}`)}
              </Cell>
              <Cell label={t("behind.since")} nowrap>
                {row.since}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}
