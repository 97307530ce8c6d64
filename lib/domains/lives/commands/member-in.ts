/** Somebody joins a household on a day: born, married in, moved in, or always there and only missing in the roll. */
import { isDay, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { readIdNumber } from "#lib/base/id-number.ts";
import { heldHousehold, mayEdit } from "#lib/domains/households/subject.ts";
import { makePerson, tellsElsewhere } from "#lib/domains/people/new-person.ts";
import { notFrozen } from "#lib/domains/registry-years/gate.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { idDigest } from "#lib/platform/seal.ts";
import { MemberIn } from "../input.ts";
import { beginDeed, dayOfDeed, finishDeed, type Home, refuseBefore } from "../inside/deed.ts";
import { foundBefore } from "../inside/found.ts";
import { beganOn, goneDead, stillKept } from "../inside/rules.ts";
import { comes, livesIn } from "../inside/turns.ts";

export const memberIn = tellsElsewhere(
  command({
    name: "lives.memberIn",
    tells: "household.memberAdded",
    input: MemberIn,
    subject: (work, { householdId }) => heldHousehold(work, householdId),
    may: mayEdit,
    run: async (work, input, home) => {
      await notFrozen(work, home.divisionId);
      stillKept(home);
      const birthOn = birthOf(work, input);
      const recorded = input.reason === "RECORDED";
      if (!recorded && input.on === undefined) throw invalid({ on: [{ key: "required" }] });
      const born = input.reason === "BIRTH" && birthOn ? birthOn : null;
      const begun = {
        kind: "MEMBER_IN",
        reason: input.reason,
        home,
        // Whoever was missing in the roll was there all along, and what each one earned was told for all of them.
        income: recorded ? "head" : "whole",
      } as const;
      const deed = await beginDeed(work, {
        ...begun,
        on: recorded ? "" : await dayOfDeed(work, input.on ?? ""),
      });
      const began = await beganOn(work, home);
      if (recorded) deed.on = [`${deed.year}-01-01`, began].sort()[1] ?? began;
      else if (deed.on < began) throw rule("life.beforeFile", { day: began }, "on");
      if (born && born !== deed.on) throw rule("life.birthDay", { day: born }, "on");
      const known = input.idNo ? await knownBy(work, input.idNo, input.name) : null;
      if (known) await refuseBefore(work, known.id, deed.on);
      const person = known ?? (await madeFor(work, input, home, birthOn));
      if (known) {
        deed.kept.found = await foundBefore(work, known.id);
        await livesIn(deed, home, { personId: known.id });
      }
      await comes(deed, home, { personId: person.id, name: input.name, relation: input.relation });
      const { members } = await finishDeed(deed);
      return {
        id: home.id,
        eventId: deed.id,
        personId: person.id,
        divisionId: home.divisionId,
        members,
        on: deed.on,
      };
    },
    fact: (result, input) => ({
      subject: `household:${result.id}`,
      division: result.divisionId,
      person: result.personId,
      reason: input.reason,
      on: result.on,
    }),
  }),
);

function birthOf(work: Work, input: MemberIn): string | null {
  if (!input.birthOn) return input.reason === "BIRTH" && input.on ? readDay(input.on, work.today) : null;
  const birthOn = readDay(input.birthOn, work.today);
  if (!birthOn || !isDay(birthOn)) throw invalid({ birthOn: [dayProblem(input.birthOn, work.today)] });
  if (birthOn > work.today) throw invalid({ birthOn: [{ key: "futureDay" }] });
  return birthOn;
}

const madeFor = (work: Work, input: MemberIn, home: Home, birthOn: string | null) =>
  makePerson(work, {
    name: input.name,
    idNo: input.idNo,
    sex: input.sex,
    birthOn,
    divisionId: home.divisionId,
    householdId: home.id,
  });

/** Somebody known who lives in no registered household comes back under his own number, and is not made a second time. */
async function knownBy(work: Work, typed: string, name: string): Promise<{ id: string } | null> {
  const read = readIdNumber(typed);
  if (typeof read === "string") return null;
  const [known] = await work.sql<{
    id: string;
    name: string;
    householdId: string | null;
    home: string | null;
  }>`
    select p.id, p.name, p.household_id as "householdId", h.head_name as home from person p
    left join household h on h.id = p.household_id where p.id_no_digest = ${idDigest(read.idNo)} for update of p`;
  if (!known) return null;
  if (known.householdId !== null)
    throw rule("life.livesElsewhere", { name: known.name, home: known.home ?? "" }, "idNo");
  if (known.name !== name) throw rule("life.otherName", { name: known.name }, "name");
  await goneDead(work, known.id);
  return known;
}
