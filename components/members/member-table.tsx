/** Members as a table; on a phone each is a card. */
import { getLocale, getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { codeName, EDUCATIONS, MEMBER_GROUPS } from "#lib/domains/households/codes.ts";
import type { MemberRow } from "#lib/domains/members/queries/list-members.ts";
import { Marks } from "./marks.tsx";

type Props = {
  rows: readonly MemberRow[];
  /** Whoever may take rows out of the house may also copy them. */
  copies: boolean;
};

export async function MemberTable({ rows, copies }: Props) {
  const t = await getTranslations("members");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const sexAge = ({ sex, age }: MemberRow) =>
    [sex ? t(`sex.${sex}`) : null, age === null ? null : t("list.age", { age })].filter(Boolean).join(" ");
  return (
    <Table caption={t("list.caption")} stacked copies={copies}>
      <Head>
        <Column>{t("list.name")}</Column>
        <Column width="narrow">{t("list.kind")}</Column>
        <Column width="narrow">{t("list.sexAge")}</Column>
        <Column>{t("list.org")}</Column>
        <Column width="narrow">{t("list.group")}</Column>
        <Column>{t("list.education")}</Column>
        <Column width="date">{t("list.joined")}</Column>
        <Column width="narrow">{t("list.post")}</Column>
        <Column>{t("list.duty")}</Column>
        <Column>{t("list.marks")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head nowrap>
              <Link href={`/members/${row.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
                {row.name}
              </Link>
            </Cell>
            <Cell label={t("list.kind")} nowrap>
              {t(`kind.${row.kind}`)}
            </Cell>
            <Cell label={t("list.sexAge")} nowrap>
              {sexAge(row) || <EmptyMark />}
            </Cell>
            <Cell label={t("list.org")}>
              <Link href={`/orgs/${row.orgId}`} className="inline-flex min-h-touch items-center desk:min-h-6">
                {row.orgName}
              </Link>
            </Cell>
            <Cell label={t("list.group")} nowrap hideStacked>
              {codeName(MEMBER_GROUPS, row.memberGroup, locale)}
            </Cell>
            <Cell label={t("list.education")} hideStacked>
              {codeName(EDUCATIONS, row.education, locale) ?? <EmptyMark />}
            </Cell>
            <Cell label={t("list.joined")} nowrap hideStacked>
              {row.joinedOn}
            </Cell>
            <Cell label={t("list.post")} hideStacked>
              {row.partyPost ?? <EmptyMark why="notApplicable" />}
            </Cell>
            <Cell label={t("list.duty")} hideStacked>
              {row.duty ?? <EmptyMark why="notApplicable" />}
            </Cell>
            <Cell label={t("list.marks")}>
              <Marks flags={row.flags} whereTo={row.whereTo} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
