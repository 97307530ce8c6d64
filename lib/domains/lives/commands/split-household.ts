/** A family divides (分户): some of its members get a file of their own from a day on; pairings, visits and history stay with the old one. */
import { provisionalNumber } from "#lib/domains/households/provisional-number.ts";
import { heldHousehold, mayEdit } from "#lib/domains/households/subject.ts";
import { windowOpen } from "#lib/domains/registry-years/gate.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { Split } from "../input.ts";
import { beginDeed, finishDeed, type Home, touch } from "../inside/deed.ts";
import { headIs } from "../inside/head.ts";
import { divideIncomes } from "../inside/incomes.ts";
import { planSplit, type SplitPlan } from "../inside/plan.ts";
import { relationsTyped } from "../inside/relations.ts";
import { tie } from "../inside/ties.ts";
import { goesOver } from "../inside/turns.ts";

export const splitHousehold = command({
  name: "lives.split",
  tells: "household.divided",
  input: Split,
  subject: (work, { householdId }) => heldHousehold(work, householdId),
  may: mayEdit,
  run: async (work, input, home) => {
    await windowOpen(work, home.divisionId);
    const plan = await planSplit(work, home, input);
    const others = plan.goers.filter((one) => one !== plan.head);
    const relations = relationsTyped(others, input.relations);
    const deed = await beginDeed(work, {
      kind: "SPLIT",
      reason: input.reason,
      home,
      on: plan.on,
      income: "head",
    });
    const made = await newFile(work, home, plan, input.groupName ?? home.groupName);
    touch(deed, made);
    deed.kept.made = made.id;
    for (const one of plan.goers)
      await goesOver(
        deed,
        home,
        made,
        one,
        one === plan.head ? "HEAD" : (relations.get(one.personId) ?? "OTHER"),
      );
    await headIs(deed, made, plan.head);
    await divideIncomes(deed, home, made, plan.goers.length, plan.roll.length);
    const { members } = await finishDeed(deed);
    await tie(deed, "SPLIT", home, made);
    return {
      id: made.id,
      from: home.id,
      eventId: deed.id,
      divisionId: home.divisionId,
      members,
      on: plan.on,
    };
  },
  fact: (result, input) => ({
    subject: `household:${result.from}`,
    division: result.divisionId,
    made: result.id,
    reason: input.reason,
    on: result.on,
  }),
});

/** The new file begins with the state and the facts of the open year of the old one, under a number of its own. */
async function newFile(
  work: Work,
  home: Home,
  { head, on, year }: SplitPlan,
  groupName: string | null,
): Promise<Home> {
  const [spell] = await work.sql<{ from: string }>`
    select from_on::text as from from household_spell where household_id = ${home.id}::uuid and to_on is null`;
  if (spell && on < spell.from) throw rule("household.beforeSpell", { day: spell.from }, "on");
  const facts = {
    divisionId: home.divisionId,
    headName: head.name,
    status: home.status,
    attribute: home.attribute,
    mainCause: home.mainCause,
    incomePerHeadFen: home.incomePerHeadFen,
  };
  const householdNo = await provisionalNumber(work);
  const { id, version } = await work.tx.household.create({
    data: { ...facts, groupName, householdNo },
    select: { id: true, version: true },
  });
  await work.sql`
    insert into household_year select * from jsonb_populate_record(null::household_year,
      coalesce((select to_jsonb(y) from household_year y where household_id = ${home.id}::uuid and year = ${year}),
        ${JSON.stringify({ year, division_id: home.divisionId, status: home.status, other_causes: [] })}::jsonb)
      || ${JSON.stringify({ household_id: id, head_name: head.name, status: home.status, member_count: 0, phone: null, remark: null, import_id: null })}::jsonb) returning household_id`;
  await work.tx.householdSpell.create({
    data: { householdId: id, divisionId: home.divisionId, status: home.status, fromOn: dayToColumn(on) },
  });
  return { ...home, id, householdNo, headName: "", groupName, memberCount: 0, phone: null, version };
}
