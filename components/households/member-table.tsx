/** The members of a household in the open year; ID numbers masked, shown whole one at a time and for a reason. */
import { getLocale, getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import {
  codeName,
  EDUCATIONS,
  HEALTH_STATES,
  LABOR_ABILITIES,
  RELATIONS,
  SCHOOL_STATUSES,
  SEXES,
} from "#lib/domains/households/codes.ts";
import { REVEAL_REASONS } from "#lib/domains/households/household.ts";
import type { HouseholdDetail } from "#lib/domains/households/queries/get-household.ts";
import type { Member } from "#lib/domains/households/queries/household-parts.ts";
import { householdHref } from "./household-tabs.tsx";
import { Reveal, type RevealAction } from "./reveal.tsx";

type Props = {
  household: HouseholdDetail;
  members: Member[];
  mayEdit: boolean;
  revealIdNo: RevealAction | null;
};

export async function MemberTable({ household, members, mayEdit, revealIdNo }: Props) {
  const t = await getTranslations("households");
  const locale = await getLocale();
  const reasons = REVEAL_REASONS.map((value) => ({ value, label: t(`reveal.reason.${value}`) }));
  return (
    <Card
      title={t("tabs.members")}
      note={t("ofYear", { year: String(household.openYear) })}
      action={
        mayEdit ? (
          <>
            <LinkButton size="small" href={`${householdHref(household.id)}/members/edit`}>
              {t("memberFacts.open")}
            </LinkButton>
            <LinkButton size="small" href={`${householdHref(household.id)}/life`}>
              {t("life")}
            </LinkButton>
          </>
        ) : null
      }
      flush
    >
      {members.length === 0 ? (
        <EmptyState kind="never" title={t("noMembers")} />
      ) : (
        <Table caption={t("tabs.members")} stacked>
          <Head>
            <Column>{t("member.name")}</Column>
            <Column>{t("member.relation")}</Column>
            <Column>{t("member.sex")}</Column>
            <Column>{t("member.birthOn")}</Column>
            <Column>{t("member.schooling")}</Column>
            <Column>{t("member.health")}</Column>
            <Column>{t("member.labor")}</Column>
            <Column>{t("member.idNo")}</Column>
          </Head>
          <Body>
            {members.map((member) => (
              <Row key={member.personId}>
                <Cell head>
                  <strong>{member.name}</strong> <WhoChanged kind="person" id={member.personId} />
                </Cell>
                <Cell label={t("member.relation")}>{codeName(RELATIONS, member.relation, locale)}</Cell>
                <Cell label={t("member.sex")}>{codeName(SEXES, member.sex, locale) ?? <EmptyMark />}</Cell>
                <Cell label={t("member.birthOn")} nowrap>
                  {member.birthOn ?? <EmptyMark />}
                </Cell>
                <Cell label={t("member.schooling")}>
                  {codeName(EDUCATIONS, member.education, locale) ??
                    codeName(SCHOOL_STATUSES, member.schoolStatus, locale) ?? <EmptyMark />}
                </Cell>
                <Cell label={t("member.health")}>
                  {codeName(HEALTH_STATES, member.health, locale) ?? <EmptyMark />}
                </Cell>
                <Cell label={t("member.labor")}>
                  {codeName(LABOR_ABILITIES, member.labor, locale) ?? <EmptyMark />}
                </Cell>
                <Cell label={t("member.idNo")}>
                  {member.maskedIdNo ? (
                    <span className="flex flex-wrap items-center gap-2">
                      <span className="tabular">{member.maskedIdNo}</span>
                      {revealIdNo ? (
                        <Reveal
                          action={revealIdNo}
                          hidden={{ householdId: household.id, personId: member.personId }}
                          kind="idNo"
                          reasons={reasons}
                          words={{
                            open: t("reveal.open"),
                            of: member.name,
                            show: t("reveal.show"),
                            reason: t("reveal.why"),
                            hides: t("reveal.hides"),
                          }}
                        />
                      ) : null}
                    </span>
                  ) : (
                    <EmptyMark />
                  )}
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </Card>
  );
}
