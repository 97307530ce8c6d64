/** Somebody leaves a household on a day: dead, married out, moved away. The person is closed, not deleted. */
import { openYear } from "#lib/domains/households/open-year.ts";
import { heldHousehold, mayEdit } from "#lib/domains/households/subject.ts";
import { notFrozen } from "#lib/domains/registry-years/gate.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { MemberOut } from "../input.ts";
import { beginDeed, dayOfDeed, finishDeed, refuseBefore } from "../inside/deed.ts";
import { rollOf } from "../inside/roll.ts";
import { personOn, stillKept } from "../inside/rules.ts";
import { goes } from "../inside/turns.ts";

export const memberOut = command({
  name: "lives.memberOut",
  tells: "household.memberLeft",
  input: MemberOut,
  subject: (work, { householdId }) => heldHousehold(work, householdId),
  may: mayEdit,
  run: async (work, input, home) => {
    await notFrozen(work, home.divisionId);
    stillKept(home);
    const roll = await rollOf(work.sql, home.id, await openYear(work));
    const who = personOn(roll, input.personId);
    if (roll.length === 1) throw rule("life.lastOne", { name: who.name }, "personId");
    if (who.relation === "HEAD") throw rule("life.headFirst", { name: who.name }, "personId");
    const on = await dayOfDeed(work, input.on);
    await refuseBefore(work, who.personId, on);
    if (who.birthOn && on < who.birthOn) throw rule("life.beforeBirth", { day: who.birthOn }, "on");
    const deed = await beginDeed(work, { kind: "MEMBER_OUT", reason: input.reason, home, on });
    await goes(deed, home, who);
    const { members } = await finishDeed(deed);
    return {
      id: home.id,
      eventId: deed.id,
      personId: who.personId,
      divisionId: home.divisionId,
      members,
      on,
    };
  },
  fact: (result, input) => ({
    subject: `household:${result.id}`,
    division: result.divisionId,
    person: result.personId,
    reason: input.reason,
    on: result.on,
  }),
});
