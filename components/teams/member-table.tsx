/** The members of a team with their days of the month and the year against what the rules ask, and what unexcused days mean. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { MemberView, TeamView } from "#lib/domains/resident-teams/queries/show.ts";
import { consequenceOf } from "#lib/domains/resident-teams/team.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function MemberTable({ view }: { view: TeamView }) {
  const t = await getTranslations("teams");
  const f = await getFormats();
  const { rules, team } = view;
  if (view.members.length === 0)
    return (
      <EmptyState kind="never" title={t("member.none")}>
        {view.mayKeep ? t("member.noneHow") : null}
      </EmptyState>
    );
  const away = (one: MemberView) => one.year.VACATION + one.year.SICK;
  return (
    <Card flush>
      <Table caption={t("member.title")} showCaption stacked>
        <Head>
          <Column>{t("member.name")}</Column>
          <Column>{t("member.role")}</Column>
          <Column>{t("member.unit")}</Column>
          <Column width="date">{t("member.from")}</Column>
          <Column>{t("member.orgMoved")}</Column>
          <Column>{t("member.month", { month: f.period(view.month) })}</Column>
          <Column>{t("member.year", { year: view.month.slice(0, 4) })}</Column>
          <Column>{t("member.unexcused")}</Column>
        </Head>
        <Body>
          {view.members.map((one) => {
            const means = consequenceOf(one.year.ABSENT);
            return (
              <Row key={one.id}>
                <Cell head>
                  {view.mayKeep && one.toOn === null ? (
                    <Link
                      href={`/teams/${team.id}/change?kind=member&member=${one.id}`}
                      className="inline-flex min-h-touch items-center desk:min-h-6"
                    >
                      {one.name}
                    </Link>
                  ) : (
                    one.name
                  )}
                </Cell>
                <Cell label={t("member.role")}>
                  {one.roles.map((role) => t(`role.${role}`)).join(t("between"))}
                </Cell>
                <Cell label={t("member.unit")}>
                  {one.unit}
                  {one.post ? <span className="block text-ink-2 text-note">{one.post}</span> : null}
                </Cell>
                <Cell label={t("member.from")}>
                  {one.fromOn}
                  {one.toOn ? (
                    <span className="block text-ink-2 text-note">
                      {t("member.left", { day: one.toOn, why: one.ended ? t(`ended.${one.ended}`) : "" })}
                      {one.endedWhy ? ` · ${one.endedWhy}` : ""}
                    </span>
                  ) : null}
                </Cell>
                <Cell label={t("member.orgMoved")}>{t(one.orgMoved ? "yes" : "no")}</Cell>
                <Cell label={t("member.month", { month: f.period(view.month) })}>
                  {one.month.told === 0
                    ? t("member.untold")
                    : t("member.days", { days: one.month.IN_VILLAGE, asked: rules.daysMonth })}
                </Cell>
                <Cell label={t("member.year", { year: view.month.slice(0, 4) })}>
                  {one.year.told === 0
                    ? t("member.untold")
                    : t("member.days", { days: one.year.IN_VILLAGE, asked: rules.daysYear })}
                  {away(one) > 0 ? (
                    <span className="block text-ink-2 text-note">
                      {t(away(one) > rules.leaveYear ? "member.awayLong" : "member.away", {
                        days: away(one),
                        most: rules.leaveYear,
                      })}
                    </span>
                  ) : null}
                </Cell>
                <Cell label={t("member.unexcused")}>
                  {t("member.times", { count: one.year.ABSENT })}
                  {means ? <span className="block text-behind text-note">{t(`means.${means}`)}</span> : null}
                </Cell>
              </Row>
            );
          })}
        </Body>
      </Table>
      <p className="px-4 py-2 text-ink-2 text-note">{t("member.note")}</p>
    </Card>
  );
}
