/** The phone's home: my goal of the month, whom to visit and why, who lies on the way, and in a village who was not visited. */

import { getTranslations } from "next-intl/server";
import { ToAskRows } from "#components/needs/to-ask-rows.tsx";
import { DueRows } from "#components/today/due-rows.tsx";
import { MonthGoal } from "#components/today/month-goal.tsx";
import { SavedNote } from "#components/today/saved-note.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { MyHints } from "#components/visits/my-hints.tsx";
import { homeUnit } from "#lib/domains/divisions/place.ts";
import { needsToConfirm } from "#lib/domains/needs/queries/list-needs.ts";
import { dayOf } from "#lib/domains/visits/due.ts";
import { VisitId } from "#lib/domains/visits/input.ts";
import { myHints } from "#lib/domains/visits/queries/hints.ts";
import { myDay } from "#lib/domains/visits/queries/my-day.ts";
import { justSaved } from "#lib/domains/visits/queries/visit-form.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { takeVisitBack } from "../visits/actions.ts";

/** Who may live in a village as a member of its team. */
const TEAM_ROLES = ["FIRST_SECRETARY", "TEAM_MEMBER"];

export async function generateMetadata() {
  return { title: (await getTranslations("today"))("title") };
}

export default page({
  route: "/today",
  load: async (scope, { search }) => {
    const saved = VisitId.safeParse({ id: search.saved });
    return {
      day: await myDay(scope, {}),
      hints: await myHints(scope, {}),
      toAsk: await needsToConfirm(scope, {}),
      saved: saved.success ? await justSaved(scope, saved.data) : null,
    };
  },
  render: async ({ day, hints, toAsk, saved }, { viewer, today }) => {
    const t = await getTranslations("today");
    const f = await getFormats();
    const { overdue, month, quarter, onTheWay, later, longest } = dayOf(day.dues);
    const { goal } = day;
    const nothingDue = overdue.length + month.length + quarter.length === 0;
    const { village } = day;
    return (
      <>
        <PageHead title={t("title")} note={`${f.longDay(today)} ${f.weekday(today)}`} />
        <div className="grid max-w-2xl gap-4">
          {saved ? <SavedNote saved={saved} takeBack={takeVisitBack} /> : null}
          {goal.all > 0 ? <MonthGoal done={goal.done} all={goal.all} /> : null}
          {day.dues.length === 0 && !village ? (
            <EmptyState kind="never" title={t("empty.noHouseholds")}>
              {t("empty.ask")}
            </EmptyState>
          ) : null}
          {overdue.length > 0 ? (
            <section>
              <h2 className="mb-2 text-h2">{t("overdue", { count: overdue.length })}</h2>
              <DueRows label={t("overdue", { count: overdue.length })} dues={overdue} today={today} />
            </section>
          ) : null}
          {month.length > 0 ? (
            <section>
              <h2 className="mb-2 text-h2">{t("month", { count: month.length })}</h2>
              <DueRows label={t("month", { count: month.length })} dues={month} today={today} />
            </section>
          ) : null}
          {quarter.length > 0 ? (
            <section>
              <h2 className="mb-2 text-h2">{t("quarter", { count: quarter.length })}</h2>
              <DueRows label={t("quarter", { count: quarter.length })} dues={quarter} today={today} />
            </section>
          ) : null}
          {day.dues.length > 0 && nothingDue ? (
            <section>
              <EmptyState kind="done" title={t("empty.done")}>
                {longest.length > 0 ? t("empty.longest") : null}
              </EmptyState>
              {longest.length > 0 ? (
                <DueRows label={t("empty.longest")} dues={longest} today={today} />
              ) : null}
            </section>
          ) : null}
          {hints.length > 0 ? <MyHints hints={hints} /> : null}
          {toAsk.rows.length > 0 ? <ToAskRows found={toAsk} today={today} /> : null}
          {onTheWay.length > 0 ? (
            <Disclosure
              label={t("onTheWay", { group: onTheWay[0]?.groupName ?? "", count: onTheWay.length })}
            >
              <DueRows label={t("onTheWayLabel")} dues={onTheWay} today={today} />
            </Disclosure>
          ) : null}
          {later.length > 0 && !nothingDue ? (
            <Disclosure label={t("others", { count: later.length })}>
              <DueRows label={t("others", { count: later.length })} dues={later} today={today} />
            </Disclosure>
          ) : null}
          {village && village.total > 0 ? (
            <section>
              <h2 className="mb-2 text-h2">{t("village", { count: village.total })}</h2>
              <RowList label={t("village", { count: village.total })}>
                {village.rows.map((row) => (
                  <RowLink
                    key={row.id}
                    href={`/households/${row.id}`}
                    title={t("of", { name: row.headName })}
                    meta={[row.place, row.groupName].filter(Boolean).join(" ")}
                    detail={
                      row.lastVisitOn ? t("last", { when: f.near(row.lastVisitOn, today) }) : t("never")
                    }
                  />
                ))}
              </RowList>
              {village.total > village.rows.length ? (
                <p className="mt-2">
                  <LinkButton
                    kind="quiet"
                    href={`/households?u=${homeUnit(viewer)}&f.status=POOR,PRE_EXIT,RETURNED,EXITED&f.visited=notThisQuarter&sort=visit`}
                  >
                    {t("allOfVillage")}
                  </LinkButton>
                </p>
              ) : null}
            </section>
          ) : null}
          {viewer.grants.some(({ role }) => TEAM_ROLES.includes(role)) ? (
            <RowList label={t("team")}>
              <RowLink href="/teams/mine" title={t("team")} detail={t("teamNote")} />
            </RowList>
          ) : null}
          {village && village.total === 0 ? <EmptyState kind="done" title={t("villageDone")} /> : null}
        </div>
      </>
    );
  },
});
