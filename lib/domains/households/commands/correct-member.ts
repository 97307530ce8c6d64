/** households.correctMember: the yearly facts of a member, in the open year; what somebody else changed meanwhile is shown first. */
import { readFact, textOfFact } from "#lib/base/fact-field.ts";
import { notFrozen } from "#lib/domains/registry-years/gate.ts";
import { command } from "#lib/platform/command.ts";
import { type FieldProblems, invalid } from "#lib/platform/problem.ts";
import { CorrectMember } from "../input.ts";
import { meanwhile } from "../meanwhile.ts";
import { MEMBER_FACTS } from "../member-columns.ts";
import { type MemberFacts, memberTexts } from "../queries/member-facts.ts";
import { type HouseholdSubject, heldHousehold, mayEdit } from "../subject.ts";

type Subject = HouseholdSubject & { member: MemberFacts };

export const correctMember = command({
  name: "households.correctMember",
  tells: "household.memberCorrected",
  input: CorrectMember,
  subject: async (work, { householdId, personId }): Promise<Subject | null> => {
    const household = await heldHousehold(work, householdId);
    const member = household && (await memberTexts(work.sql, householdId, personId));
    return household && member ? { ...household, member } : null;
  },
  may: mayEdit,
  run: async (work, input, household) => {
    await notFrozen(work, household.divisionId);
    const { householdId: _, personId, was, overwrite, ...typed } = input;
    const { member } = household;
    const problems: FieldProblems = {};
    const wanted = new Map<string, string>();
    const values: Record<string, unknown> = {};
    for (const [key, sent] of Object.entries(typed)) {
      const fact = MEMBER_FACTS.find((one) => one.key === key);
      const read = fact && readFact(fact, Array.isArray(sent) ? sent.join(",") : sent, work.today);
      if (!fact || !read) problems[key] = [{ key: "unknownField" }];
      else if ("problem" in read) problems[key] = [{ key: read.problem }];
      else {
        values[key] = read.value;
        wanted.set(key, textOfFact(fact, read.value));
      }
    }
    const after = (key: string) => wanted.get(key) ?? member.texts[key] ?? "";
    if (Number(after("workMonths")) > 0 && after("workStatus") === "" && after("workPlace") === "")
      problems.workStatus = [{ key: "household.monthsWithoutWork" }];
    if (after("health").includes("HEALTHY") && after("health") !== "HEALTHY")
      problems.health = [{ key: "household.healthyAndIll" }];
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const now = new Map(Object.entries(member.texts));
    const fields = await meanwhile(work, { household, was, now, wanted, overwrite: overwrite === "yes" });
    if (fields.length > 0)
      await work.tx.membershipYear.update({
        where: { personId_year: { personId, year: member.year } },
        data: Object.fromEntries(fields.map((field) => [field, values[field]])),
      });
    for (const field of fields)
      work.note({
        ...{ entity: "person", entityId: personId, householdId: household.id },
        ...{ divisionId: household.divisionId, field },
        old: member.texts[field] || null,
        new: wanted.get(field) || null,
      });
    return { id: household.id, personId, divisionId: household.divisionId, fields };
  },
  fact: ({ id, personId, divisionId, fields }) => ({
    subject: `household:${id}`,
    division: divisionId,
    person: personId,
    fields,
  }),
});
