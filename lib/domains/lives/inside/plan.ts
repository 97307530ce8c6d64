/** What a division, a joining or an ending would mean, worked out and refused alike for the rehearsal and for the deed itself. */
import { openYear } from "#lib/domains/households/open-year.ts";
import { type HouseholdSubject, mayEdit } from "#lib/domains/households/subject.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import { type Asking, dayOfDeed, refuseBefore } from "./deed.ts";
import { type OnRoll, rollOf } from "./roll.ts";
import { beganOn, personOn, stillKept } from "./rules.ts";

type Asked = { householdId: string; on: string };
export type Plan = { on: string; year: number; roll: OnRoll[] };
export type SplitPlan = Plan & { goers: OnRoll[]; stayers: OnRoll[]; head: OnRoll };
export type MergePlan = Plan & { into: HouseholdSubject; intoRoll: OnRoll[] };

async function common(asking: Asking, home: HouseholdSubject, asked: Asked): Promise<Plan> {
  stillKept(home);
  const year = await openYear(asking);
  return { on: await dayOfDeed(asking, asked.on), year, roll: await rollOf(asking.sql, home.id, year) };
}

export async function planSplit(
  asking: Asking,
  home: HouseholdSubject,
  asked: Asked & { go: readonly string[]; headId?: string | undefined },
): Promise<SplitPlan> {
  const plan = await common(asking, home, asked);
  if (asked.go.length === 0) throw rule("life.whoGoes", undefined, "go");
  const goers = [...new Set(asked.go)].map((id) => personOn(plan.roll, id, "go"));
  const oldHead = goers.find(({ relation }) => relation === "HEAD");
  if (oldHead) throw rule("life.headStays", { name: oldHead.name }, "go");
  const head = goers.find(({ personId }) => personId === asked.headId);
  if (!head) throw rule("life.headOfNew", undefined, "headId");
  for (const one of goers) await refuseBefore(asking, one.personId, plan.on);
  return { ...plan, goers, head, stayers: plan.roll.filter((one) => !goers.includes(one)) };
}

export async function planMerge(
  asking: Asking,
  home: HouseholdSubject,
  asked: Asked & { intoId?: string | undefined; intoNo?: string | undefined },
): Promise<MergePlan> {
  const plan = await common(asking, home, asked);
  const into = await otherFile(asking, asked);
  if (into.id === home.id) throw rule("life.intoItself", undefined, asked.intoNo ? "intoNo" : "intoId");
  stillKept(into, asked.intoNo ? "intoNo" : "intoId");
  if (plan.roll.length === 0) throw rule("life.nobodyThere", { name: home.headName });
  for (const one of plan.roll) await refuseBefore(asking, one.personId, plan.on);
  const began = await beganOn(asking, into);
  if (plan.on < began) throw rule("life.beforeFile", { day: began }, "on");
  return { ...plan, into, intoRoll: await rollOf(asking.sql, into.id, plan.year) };
}

export async function planDissolve(asking: Asking, home: HouseholdSubject, asked: Asked): Promise<Plan> {
  const plan = await common(asking, home, asked);
  for (const one of plan.roll) await refuseBefore(asking, one.personId, plan.on);
  return plan;
}

/** Found by choice or by number; only a file that the viewer may change. */
async function otherFile(
  asking: Asking,
  { intoId, intoNo }: { intoId?: string | undefined; intoNo?: string | undefined },
): Promise<HouseholdSubject> {
  if (!intoId && !intoNo) throw invalid({ intoId: [{ key: "choose" }] });
  const field = intoNo ? "intoNo" : "intoId";
  const [found] = await asking.sql<{ id: string }>`
    select id from household where case when ${intoNo ?? null}::text is null then id = ${intoId ?? null}::uuid else household_no = ${intoNo ?? null} end`;
  const file = found ? await seenHousehold(asking, found.id) : null;
  if (!file || !mayEdit(asking.viewer, file)) throw rule("life.noSuchFile", undefined, field);
  return file;
}

/** As the deed would find it, without holding it: a rehearsal may only read. */
export async function seenHousehold({ sql }: Asking, id: string): Promise<HouseholdSubject | null> {
  const [row] = await sql<HouseholdSubject>`
    select id, household_no as "householdNo", division_id as "divisionId", (select name from division d where d.id = household.division_id) as place,
      head_name as "headName", group_name as "groupName", status, attribute, main_cause as "mainCause", member_count as "memberCount",
      income_per_head_fen as "incomePerHeadFen", phone, version
    from household where id = ${id}::uuid`;
  return row ?? null;
}
