/** needs.assign, needs.escalate, needs.handDown, needs.withdraw: whoever answers for a need names who handles it, passes it up or down, or strikes it out. */
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { AssignNeed, EscalateNeed, HandDownNeed, WithdrawNeed } from "../input.ts";
import { takeStep } from "../inside/step.ts";
import { asShown, heldNeed, type NeedSubject } from "../inside/subject.ts";
import { above, below, isBusy, type Level, type Moved } from "../need.ts";
import { mayDirect, mayWithdraw } from "../policy.ts";

const told = (need: NeedSubject) => ({
  subject: `need:${need.id}`,
  division: need.divisionId,
  household: need.householdId,
});
const after = ({ id, householdId }: NeedSubject): Moved => ({ id, householdId });

function stillBusy(need: NeedSubject): void {
  if (!isBusy(need.status)) throw rule("need.notBusy");
}

type Handler = { account: number | null; unit: string | null; name: string | null; department: boolean };

export const assignNeed = command({
  name: "needs.assign",
  tells: "need.assigned",
  input: AssignNeed,
  subject: heldNeed,
  may: mayDirect,
  run: async (work, { version, to, unit, name, words, ...input }, need) => {
    asShown(need, version);
    stillBusy(need);
    const askedOn = askedDay(input.askedOn, need, work.today);
    const { department, ...handler } = to ? await accountAt(work, need, to) : typed(unit, name);
    const county = need.level === "COUNTY" || need.level === "DEPARTMENT";
    if (department && !county) throw rule("need.departmentOfCounty", undefined, "to");
    // Named by hand, an office of the county is one of its departments.
    const level: Level = county ? (department || !to ? "DEPARTMENT" : "COUNTY") : need.level;
    await takeStep(work, need, { kind: "ASSIGNED", words, level, to: { ...handler, askedOn } });
    return after(need);
  },
  fact: (_result, { to }, need) => ({ ...told(need), ...(to ? { account: to } : {}) }),
});

/** Not earlier than today, and within the limit as long as that is not over. */
function askedDay(text: string, { dueOn }: NeedSubject, today: string): string {
  const day = readDay(text, today);
  if (!day) throw invalid({ askedOn: [dayProblem(text, today)] });
  if (day < today) throw invalid({ askedOn: [{ key: "need.askedPast" }] });
  if (dueOn >= today && day > dueOn)
    throw invalid({ askedOn: [{ key: "need.askedLate", values: { day: dueOn } }] });
  return day;
}

async function accountAt({ sql }: Work, need: NeedSubject, account: number): Promise<Handler> {
  const [found] = await sql<{ unit: string; name: string; department: boolean }>`
    select unit, name, department from sec.need_handlers(${need.seatId}, ${need.householdId}::uuid) where id = ${account}`;
  if (!found) throw invalid({ to: [{ key: "unknownChoice" }] });
  return { account, ...found };
}

function typed(unit: string | undefined, name: string | undefined): Handler {
  if (!unit) throw invalid({ to: [{ key: "need.whom" }] });
  return { account: null, unit, name: name ?? null, department: false };
}

export const escalateNeed = command({
  name: "needs.escalate",
  tells: "need.escalated",
  input: EscalateNeed,
  subject: heldNeed,
  may: mayDirect,
  run: async (work, { version, words }, need) => {
    asShown(need, version);
    stillBusy(need);
    if (above(need.level) === null) throw rule("need.top");
    await takeStep(work, need, { kind: "ESCALATED", words });
    return after(need);
  },
  fact: (_result, _input, need) => ({ ...told(need), from: need.level }),
});

export const handDownNeed = command({
  name: "needs.handDown",
  tells: "need.handedDown",
  input: HandDownNeed,
  subject: heldNeed,
  may: mayDirect,
  run: async (work, { version, words }, need) => {
    asShown(need, version);
    stillBusy(need);
    if (below(need.level) === null) throw rule("need.bottom");
    await takeStep(work, need, { kind: "HANDED_DOWN", words });
    return after(need);
  },
  fact: (_result, _input, need) => ({ ...told(need), from: need.level }),
});

export const withdrawNeed = command({
  name: "needs.withdraw",
  tells: "need.withdrawn",
  input: WithdrawNeed,
  subject: heldNeed,
  may: mayWithdraw,
  run: async (work, { version, words }, need) => {
    asShown(need, version);
    stillBusy(need);
    await takeStep(work, need, { kind: "WITHDRAWN", words });
    return after(need);
  },
  fact: (_result, _input, need) => told(need),
});
