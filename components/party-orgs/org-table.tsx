/** Party organizations as a table; on a phone each is a card. */

import { useTranslations } from "next-intl";
import { MemberNumber } from "#components/party-orgs/member-number.tsx";
import { orgHref } from "#components/party-orgs/org-href.ts";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { OrgKind } from "#lib/domains/party-orgs/party-org.ts";
import type { OrgRow } from "#lib/domains/party-orgs/queries/list.ts";

/** On a day of the past the secretary and the members of today are not shown: only the line is kept by day. */
export function OrgTable({ rows, on = null }: { rows: readonly OrgRow[]; on?: string | null }) {
  const t = useTranslations("party-orgs");
  return (
    <Table caption={t("list.caption")} stacked>
      <Head>
        <Column>{t("list.name")}</Column>
        <Column>{t("list.kind")}</Column>
        <Column>{t("list.place")}</Column>
        <Column>{t("list.leader")}</Column>
        <Column>{t("list.secretary")}</Column>
        <Column numeric>{t("list.members")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link href={orgHref(row.id, on)} className="inline-flex min-h-touch items-center desk:min-h-6">
                {row.name}
              </Link>
            </Cell>
            <Cell label={t("list.kind")} nowrap>
              {t(`kind.${row.kind as OrgKind}`)}
            </Cell>
            <Cell label={t("list.place")}>
              <Link href={`/divisions/${row.divisionId}`}>{row.place}</Link>
            </Cell>
            <Cell label={t("list.leader")}>
              {row.leaderId === null ? (
                <EmptyMark why="notApplicable" />
              ) : (
                <Link href={orgHref(row.leaderId, on)}>{row.leaderName}</Link>
              )}
            </Cell>
            <Cell label={t("list.secretary")}>{(on === null && row.secretary) || <EmptyMark />}</Cell>
            <Cell label={t("list.members")} numeric>
              {on === null ? <MemberNumber of={row} /> : <EmptyMark />}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
