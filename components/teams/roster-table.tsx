/** The roster by village, or the villages that have no team. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { TeamList } from "#lib/domains/resident-teams/queries/list.ts";
import { getFormats } from "#lib/i18n/format.ts";

const LINK = "inline-flex min-h-touch items-center desk:min-h-6";

export async function RosterTable({ list }: { list: TeamList }) {
  const t = await getTranslations("teams");
  const f = await getFormats();
  const { rules, month } = list;
  if (list.show === "without")
    return (
      <Table caption={t("show.without")} stacked>
        <Head>
          <Column>{t("village")}</Column>
          <Column>{t("township")}</Column>
        </Head>
        <Body>
          {list.villages.map((one) => (
            <Row key={one.id}>
              <Cell head>
                {list.mayFound ? (
                  <Link href={`/teams/new?u=${one.id}`} className={LINK}>
                    {one.name}
                  </Link>
                ) : (
                  one.name
                )}
              </Cell>
              <Cell label={t("township")}>{one.township}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    );
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column>{t("member.name")}</Column>
        <Column>{t("member.role")}</Column>
        <Column>{t("village")}</Column>
        <Column>{t("member.unit")}</Column>
        <Column width="date">{t("member.from")}</Column>
        <Column numeric>{t("member.month", { month: f.period(month) })}</Column>
        <Column numeric>{t("member.year", { year: month.slice(0, 4) })}</Column>
        <Column numeric>{t("member.unexcused")}</Column>
      </Head>
      <Body>
        {list.rows.map((one) => (
          <Row key={one.id}>
            <Cell head>
              <Link href={`/teams/${one.teamId}?m=${month}`} className={LINK}>
                {one.name}
              </Link>
            </Cell>
            <Cell label={t("member.role")}>
              {one.roles.map((role) => t(`role.${role}`)).join(t("between"))}
            </Cell>
            <Cell label={t("village")}>
              {one.village}
              <span className="block text-ink-2 text-note">{one.township}</span>
            </Cell>
            <Cell label={t("member.unit")}>
              {one.unit}
              <span className="block text-ink-2 text-note">{one.batch}</span>
            </Cell>
            <Cell label={t("member.from")} nowrap>
              {one.fromOn}
            </Cell>
            <Cell label={t("member.month", { month: f.period(month) })} numeric>
              {one.told === 0 ? (
                <span className="text-ink-2">{t("member.untold")}</span>
              ) : (
                <span className={one.short ? "text-watch" : ""}>
                  {t("member.days", { days: one.month, asked: rules.daysMonth })}
                </span>
              )}
            </Cell>
            <Cell label={t("member.year", { year: month.slice(0, 4) })} numeric>
              {one.year}
            </Cell>
            <Cell label={t("member.unexcused")} numeric>
              <span className={one.unexcused > 0 ? "text-behind" : ""}>{one.unexcused}</span>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
