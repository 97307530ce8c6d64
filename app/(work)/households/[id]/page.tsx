/** One household, one file: facts, members, helpers, visits, years and changes, each face under its own address. */

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChangeList } from "#components/households/change-list.tsx";
import { HouseholdHead, ThumbBar } from "#components/households/household-head.tsx";
import { HouseholdOverview } from "#components/households/household-overview.tsx";
import { type HouseholdTab, HouseholdTabs, tabOf } from "#components/households/household-tabs.tsx";
import { HouseholdTimeline } from "#components/households/household-timeline.tsx";
import { LivingFace } from "#components/households/living-face.tsx";
import { MemberTable } from "#components/households/member-table.tsx";
import { ProductionFace } from "#components/households/production-face.tsx";
import { YearCompare, type YearSide } from "#components/households/year-compare.tsx";
import { YearTable } from "#components/households/year-table.tsx";
import { RemindHelpers } from "#components/inbox/remind.tsx";
import { IncomeTable } from "#components/incomes/income-table.tsx";
import { HouseholdEntities } from "#components/industry/household-entities.tsx";
import { CameFrom } from "#components/lives/came-from.tsx";
import { OnDay } from "#components/lives/on-day.tsx";
import { MeasuresFace } from "#components/measures/measures-face.tsx";
import { NeedsFace } from "#components/needs/needs-face.tsx";
import { HouseholdPairings } from "#components/pairings/household-pairings.tsx";
import { MonitoringMark } from "#components/procedures/monitoring.tsx";
import { FileFindings } from "#components/quality/file-findings.tsx";
import { CheckCard } from "#components/relocations/check-card.tsx";
import { HouseholdCases } from "#components/services/household-cases.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { VisitLines } from "#components/visits/visit-lines.tsx";
import { FileWatch } from "#components/watch/file-watch.tsx";
import { isDay } from "#lib/base/calendar.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { conditionsOf } from "#lib/domains/households/conditions.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { householdFacts } from "#lib/domains/households/queries/household-facts.ts";
import {
  householdHistory,
  householdMembers,
  householdYears,
} from "#lib/domains/households/queries/household-parts.ts";
import { relocationChecks } from "#lib/domains/households/queries/relocation-checks.ts";
import { householdTimeline } from "#lib/domains/households/queries/timeline.ts";
import { TIMELINE_KINDS } from "#lib/domains/households/timeline.ts";
import { mayRemind } from "#lib/domains/inbox/commands/remind-visit.ts";
import { remindersOfHousehold } from "#lib/domains/inbox/queries/reminders.ts";
import { householdIncome } from "#lib/domains/incomes/queries/household-income.ts";
import { entitiesOfHousehold } from "#lib/domains/industry/queries/of-household.ts";
import { type Tie, tiesOfHousehold } from "#lib/domains/lives/queries/of-household.ts";
import { householdOn } from "#lib/domains/lives/queries/on-day.ts";
import { measuresOfHousehold } from "#lib/domains/measures/queries/list-measures.ts";
import { needsOfHousehold } from "#lib/domains/needs/queries/list-needs.ts";
import { pairingsOfHousehold } from "#lib/domains/pairings/queries/list-pairings.ts";
import { monitoringOf } from "#lib/domains/procedures/queries/of-household.ts";
import { findingsOfHousehold } from "#lib/domains/quality/queries/findings.ts";
import { casesOfHousehold } from "#lib/domains/services/queries/desk.ts";
import { visitsOfHousehold } from "#lib/domains/visits/queries/list-visits.ts";
import { nextVisit } from "#lib/domains/visits/queries/next-visit.ts";
import { watchOfHousehold } from "#lib/domains/watch/queries/of-household.ts";
import { page, type SearchParams } from "#lib/platform/page.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { remindOfVisit } from "../../inbox/actions.ts";
import { saveRelocationCheck, withdrawCheck } from "../../relocations/actions.ts";
import { showIdNo, showPhone } from "../actions.ts";
import { closeReason } from "../watch-actions.ts";

/** The bare address of a file that went on in another one leads there; with a face chosen the old file itself opens. */
const goneOn = ({ status }: { status: string }, search: SearchParams) =>
  status === "DISSOLVED" && search.tab === undefined
    ? ({ side, kind, reachable }: Tie) => side === "TO" && kind !== "SPLIT" && reachable
    : null;
const cameFrom = ({ from }: SearchParams) =>
  typeof from === "string" ? ({ side, otherId }: Tie) => side === "FROM" && otherId === from : null;

/** `on=2026-05-01`: how it was on that day stands above what is. */
const dayAsked = ({ on }: SearchParams, today: string) =>
  typeof on === "string" && isDay(on) && on <= today ? on : null;

/** What the chosen face shows, and nothing else. */
type Asked = { y?: unknown; a?: unknown; b?: unknown; k?: unknown };

async function faceOf(scope: Scope, id: string, tab: HouseholdTab, asked: Asked) {
  switch (tab) {
    case "members":
      return { tab, members: await householdMembers(scope, { id }) };
    case "income":
      return { tab, income: await householdIncome(scope, { id, year: yearOf(asked.y) }) };
    case "living": {
      const facts = await householdFacts(scope, { id });
      const income = await householdIncome(scope, { id });
      const people = await householdMembers(scope, { id });
      const { perHeadFen, povertyFen: lineFen } = income;
      const conditions = conditionsOf({ texts: facts.texts, people, year: facts.year, perHeadFen, lineFen });
      return { tab, facts, conditions };
    }
    case "production":
      return {
        tab,
        facts: await householdFacts(scope, { id }),
        checks: await relocationChecks(scope, { id }),
        entities: await entitiesOfHousehold(scope, { household: id }),
      };
    case "measures":
      return { tab, measures: await measuresOfHousehold(scope, { household: id }) };
    case "needs":
      return {
        tab,
        needs: await needsOfHousehold(scope, { household: id }),
        cases: await casesOfHousehold(scope, { household: id }),
      };
    case "pairings":
      return { tab, pairings: await pairingsOfHousehold(scope, { household: id }) };
    case "years":
      return { tab, ...(await twoYears(scope, id, yearOf(asked.a), yearOf(asked.b))) };
    case "changes":
      return { tab, changes: await householdHistory(scope, { id }) };
    case "visits":
      return { tab, visits: await visitsOfHousehold(scope, { household: id }) };
    default:
      return {
        tab,
        visits: await visitsOfHousehold(scope, { household: id }),
        kind: TIMELINE_KINDS.find((one) => one === asked.k) ?? null,
        timeline: await householdTimeline(scope, {
          id,
          kind: TIMELINE_KINDS.find((one) => one === asked.k) ?? null,
        }),
        findings: await findingsOfHousehold(scope, { id }),
        watched: await watchOfHousehold(scope, { household: id }),
      };
  }
}

/** The open year against the one before, unless the address names others. */
async function twoYears(scope: Scope, id: string, a: number | null, b: number | null) {
  const years = await householdYears(scope, { id });
  const side = async (year: number | null): Promise<YearSide> => {
    const facts = await householdFacts(scope, { id, year });
    const income = await householdIncome(scope, { id, year: facts.year });
    return { facts, income, row: years.find((one) => one.year === facts.year) ?? null };
  };
  const after = await side(b);
  const before = await side(
    a ?? after.facts.years.find((year) => year < after.facts.year) ?? after.facts.year,
  );
  const sides: [YearSide, YearSide] = [before, after];
  return { years, sides };
}

const yearOf = (asked: unknown) =>
  typeof asked === "string" && /^20\d\d$/.test(asked) ? Number(asked) : null;

export async function generateMetadata() {
  const t = await getTranslations("households");
  return { title: `${t("title")} · ${t("tabs.overview")}` };
}

export default page({
  route: "/households/[id]",
  load: async (scope, { params, search }) => {
    const id = params.id ?? "";
    const household = await getHousehold(scope, { id });
    const next = await nextVisit(scope, { household: id });
    const reminders = next.state === "owed" ? await remindersOfHousehold(scope, { household: id }) : null;
    const moved = goneOn(household, search) ?? cameFrom(search);
    const tie = moved ? (await tiesOfHousehold(scope, { household: id })).find(moved) : undefined;
    const on = dayAsked(search, scope.today);
    const was = on ? await householdOn(scope, { household: id, on }) : null;
    return {
      ...{ household, next, reminders, tie, was },
      monitoring: await monitoringOf(scope, { household: id }),
      face: await faceOf(scope, id, tabOf(search.tab), search),
    };
  },
  tells: ({ household, face }) => ({
    verb: "household.opened",
    subject: `household:${household.id}`,
    division: household.divisionId,
    face: face.tab,
  }),
  render: async ({ household, next, reminders, tie, was, monitoring, face }, { viewer, today, search }) => {
    if (tie?.side === "TO") redirect(`/households/${tie.otherId}?from=${household.id}`);
    const t = await getTranslations("households");
    const mayEdit = may(viewer, "household.edit", household.divisionId);
    const mayVisit =
      viewer.households.includes(household.id) || may(viewer, "visit.record", household.divisionId);
    const works = mayEdit || mayVisit;
    return (
      <>
        <HouseholdHead
          household={household}
          next={next}
          today={today}
          mayEdit={mayEdit}
          mayVisit={mayVisit}
          monitored={<MonitoringMark rows={monitoring} />}
        />
        {tie ? <CameFrom tie={tie} /> : null}
        {was ? (
          <div className="mb-4">
            <OnDay was={was} />
          </div>
        ) : null}
        {reminders ? (
          <RemindHelpers
            householdId={household.id}
            reminders={reminders}
            remind={mayRemind(viewer, household.divisionId) ? remindOfVisit : null}
          />
        ) : null}
        <HouseholdTabs household={household} current={face.tab} />
        {face.tab === "members" ? (
          <MemberTable
            household={household}
            members={face.members}
            mayEdit={mayEdit}
            revealIdNo={works ? showIdNo : null}
          />
        ) : face.tab === "income" ? (
          <IncomeTable
            income={face.income}
            mayEdit={mayEdit}
            linesHref={mayAnywhere(viewer, "setting.edit") ? "/admin/lines" : null}
          />
        ) : face.tab === "living" ? (
          <LivingFace facts={face.facts} conditions={face.conditions} mayEdit={mayEdit} />
        ) : face.tab === "production" ? (
          <ProductionFace facts={face.facts} mayEdit={mayEdit}>
            {face.facts.texts.movedOn ? (
              <CheckCard
                householdId={household.id}
                checks={face.checks}
                today={today}
                save={works ? saveRelocationCheck : null}
                withdraw={works ? withdrawCheck : null}
                anybodys={mayEdit}
              />
            ) : null}
            <HouseholdEntities rows={face.entities} />
          </ProductionFace>
        ) : face.tab === "measures" ? (
          <MeasuresFace householdId={household.id} found={face.measures} mayEdit={mayEdit} />
        ) : face.tab === "needs" ? (
          <div className="grid grid-cols-1 gap-4">
            <NeedsFace
              found={face.needs}
              today={today}
              raiseHref={mayVisit ? `/needs/new?household=${household.id}` : null}
            />
            <HouseholdCases rows={face.cases} today={today} />
          </div>
        ) : face.tab === "pairings" ? (
          <HouseholdPairings
            householdId={household.id}
            pairings={face.pairings}
            today={today}
            mayPair={may(viewer, "pairing.edit", household.divisionId)}
          />
        ) : face.tab === "years" ? (
          <div className="grid gap-4">
            <YearCompare sides={face.sides} />
            <YearTable years={face.years} />
          </div>
        ) : face.tab === "changes" ? (
          <ChangeList changes={face.changes} />
        ) : face.tab === "visits" ? (
          <Card title={t("tabs.visits")}>
            <VisitLines visits={face.visits} householdId={household.id} />
          </Card>
        ) : (
          <div className="grid gap-4">
            <FileWatch
              householdId={household.id}
              rows={face.watched}
              close={mayVisit ? closeReason : null}
              saved={search.saved === "watch"}
            />
            <FileFindings rows={face.findings} />
            <HouseholdOverview
              household={household}
              visits={face.visits}
              revealPhone={works ? showPhone : null}
            />
            <HouseholdTimeline id={household.id} rows={face.timeline} kind={face.kind} />
          </div>
        )}
        {face.tab === "overview" ? (
          <p className="mt-4 flex flex-wrap gap-2">
            <LinkButton kind="quiet" href={`/households/${household.id}/life`}>
              {t("lifeOpen")}
            </LinkButton>
            {mayEdit ? (
              <LinkButton kind="quiet" href={`/households/${household.id}/move`}>
                {t("move.open")}
              </LinkButton>
            ) : null}
          </p>
        ) : null}
        <ThumbBar household={household} mayVisit={mayVisit} />
      </>
    );
  },
});
