/** The attendance of a month: a sheet with a column for each day at a desk, and on a phone the days of each member one below the other. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { addDays, daysBetween } from "#lib/base/calendar.ts";
import type { TeamView } from "#lib/domains/resident-teams/queries/show.ts";
import { STATUSES } from "#lib/domains/resident-teams/team.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { view: TeamView; path: string; earlier: string | null; later: string | null };

export async function MonthSheet({ view, path, earlier, later }: Props) {
  const t = await getTranslations("teams");
  const f = await getFormats();
  const days = Array.from({ length: daysBetween(view.first, view.end) + 1 }, (_, at) =>
    addDays(view.first, at),
  );
  const members = view.members.filter(
    ({ fromOn, toOn }) => fromOn <= view.end && (toOn === null || toOn > view.first),
  );
  const link = "inline-flex min-h-touch items-center desk:min-h-6";
  return (
    <Card
      id="sheet"
      title={t("sheet.title", { month: f.period(view.month) })}
      action={
        <span className="flex gap-4 print:hidden">
          {earlier ? (
            <Link href={`${path}?m=${earlier}#sheet`} className={link}>
              {t("sheet.earlier")}
            </Link>
          ) : null}
          {later ? (
            <Link href={`${path}?m=${later}#sheet`} className={link}>
              {t("sheet.later")}
            </Link>
          ) : null}
        </span>
      }
    >
      <p className="mb-2 text-ink-2 text-note">
        {STATUSES.map((status) => `${t(`mark.${status}`)} ${t(`status.${status}`)}`).join(" · ")}
      </p>
      <div className="hidden desk:block">
        <Table caption={t("sheet.title", { month: f.period(view.month) })} scrolls>
          <Head>
            <Column pin>{t("member.name")}</Column>
            {days.map((day) => (
              <Column key={day} tight center>
                {Number(day.slice(8))}
              </Column>
            ))}
            <Column numeric>{t("status.IN_VILLAGE")}</Column>
          </Head>
          <Body>
            {members.map((member) => (
              <Row key={member.id}>
                <Cell head nowrap pin>
                  {member.name}
                </Cell>
                {days.map((day) => {
                  const told = member.days.find((one) => one.day === day);
                  return (
                    <Cell key={day} tight center>
                      {told ? (
                        <span
                          title={t(`status.${told.status}`)}
                          className={told.status === "ABSENT" ? "text-behind" : ""}
                        >
                          <span aria-hidden>{t(`mark.${told.status}`)}</span>
                          <span className="sr-only">{t(`status.${told.status}`)}</span>
                        </span>
                      ) : (
                        <span className="sr-only">{t("sheet.untold")}</span>
                      )}
                    </Cell>
                  );
                })}
                <Cell numeric>{member.month.IN_VILLAGE}</Cell>
              </Row>
            ))}
          </Body>
        </Table>
      </div>
      <div className="grid gap-3 desk:hidden">
        {members.map((member) => (
          <Disclosure
            key={member.id}
            label={t("sheet.of", { name: member.name, count: member.days.length })}
            open={member.own}
          >
            {member.days.length === 0 ? <p className="text-ink-2">{t("sheet.none")}</p> : null}
            <ul className="divide-y divide-line">
              {member.days.toReversed().map((one) => (
                <li key={one.day} className="flex flex-wrap justify-between gap-x-3 py-1.5">
                  <span className="tabular">{one.day}</span>
                  <span className={one.status === "ABSENT" ? "text-behind" : ""}>
                    {t(`status.${one.status}`)}
                    <span className="text-ink-2 text-note"> · {t(`source.${one.source}`)}</span>
                  </span>
                  {one.why ? <span className="w-full text-ink-2 text-note">{one.why}</span> : null}
                </li>
              ))}
            </ul>
          </Disclosure>
        ))}
      </div>
    </Card>
  );
}
