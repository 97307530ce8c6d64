// Carries a case through its steps as the people of the named world do: the cadre drafts, the township reviews, the county decides.
import { applyAgain } from "#lib/domains/procedures/commands/apply-again.ts";
import { checkHousehold } from "#lib/domains/procedures/commands/check-household.ts";
import { closeList } from "#lib/domains/procedures/commands/close-list.ts";
import { compareData } from "#lib/domains/procedures/commands/compare.ts";
import { approve } from "#lib/domains/procedures/commands/decide.ts";
import { holdMeeting } from "#lib/domains/procedures/commands/hold-meeting.ts";
import { markCase } from "#lib/domains/procedures/commands/mark.ts";
import { postList } from "#lib/domains/procedures/commands/post-list.ts";
import { startCase } from "#lib/domains/procedures/commands/start.ts";
import { SOURCES, type StepName } from "#lib/domains/procedures/procedure.ts";
import { type CaseView, showCase } from "#lib/domains/procedures/queries/show.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

export type People = { cadre: Session; township: Session; reviewer: Session; county: Session };

export async function people(database: TestDatabase): Promise<People> {
  const { accounts } = world;
  return {
    cadre: await signIn(database, accounts.villageCadre.username),
    township: await signIn(database, accounts.townshipCadre.username),
    reviewer: await signIn(database, accounts.reviewer.username),
    county: await signIn(database, accounts.povertyOfficer.username),
  };
}

export const show = (session: Session, id: string) => reading(session, (scope) => showCase(scope, { id }));

export const APPLIED = {
  appliedOn: "今天",
  reason: "收入低，住房不安全",
  attribute: "GENERAL",
  mainCause: "LACK_LABOR",
  standard: "NATIONAL",
  type: "",
  risks: [],
  authorizedOn: "",
  endedHow: "",
};

export const start = (by: Session, householdId: string, kind: string, more: object = {}) =>
  startCase(by, { householdId, kind, ...APPLIED, ...more });

const CLEAR = Object.fromEntries(SOURCES.map((source) => [source, "NONE"]));
export const MEETING = {
  onDay: "今天",
  venue: "村委会",
  chair: "贡布扎西",
  expected: "30",
  present: "24",
  inFavor: "20",
  against: "3",
  abstained: "1",
};
export const CHECK = {
  onDay: "今天",
  who1: "贡布扎西",
  who2: "邓增罗布",
  opinion: "情况属实",
  agreed: "yes",
};

/** Does the step that comes next, as whoever does it; a publicity is posted, and closed on its day. */
export async function doNext(by: People, id: string): Promise<CaseView> {
  const { next, version, hanging } = await show(by.county, id);
  const about = { id, version: String(version) };
  const step: StepName | undefined = next?.step;
  switch (step) {
    case "APPLICATION":
      await applyAgain(by.cadre, { ...about, ...APPLIED });
      break;
    case "HOUSEHOLD_CHECK":
      await checkHousehold(by.cadre, { ...about, ...CHECK });
      break;
    case "DEMOCRATIC_REVIEW":
      await holdMeeting(by.cadre, { ...about, ...MEETING });
      break;
    case "PUBLICITY_1":
    case "PUBLICITY_2": {
      const who = step === "PUBLICITY_1" ? by.cadre : by.reviewer;
      if (!hanging) await postList(who, { ...about, phone: "0895-4822317" });
      else {
        holdToday(hanging.dueOn);
        await closeList(who, about);
      }
      break;
    }
    case "COMPARISON":
      await compareData(by.reviewer, { ...about, ...CLEAR });
      break;
    case "TOWNSHIP_REVIEW":
      await approve(by.reviewer, { ...about, opinion: "同意" });
      break;
    case "COUNTY_REVIEW":
      await approve(by.county, { ...about, opinion: "同意" });
      break;
    case "ANNOUNCEMENT":
      await postList(by.county, { ...about, phone: "12317" });
      break;
    case "MARKING":
      await markCase(by.county, about);
      break;
    default:
      throw new Error(`nothing comes next: ${step}`);
  }
  return show(by.county, id);
}

export async function carryTo(by: People, id: string, goal: StepName | "END"): Promise<CaseView> {
  for (;;) {
    const now = await show(by.county, id);
    if (goal === "END" ? now.status === "DONE" : now.next?.step === goal) return now;
    await doNext(by, id);
  }
}
