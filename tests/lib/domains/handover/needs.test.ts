// Whoever handles needs and leaves: each goes to an heir who may be named for it, or back to the people of its level, as a step that stays.
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { carryOutHandOver } from "#lib/domains/handover/commands/hand-over.ts";
import { countHeld, rehearseHandOver } from "#lib/domains/handover/queries/hand-over.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { getNeed } from "#lib/domains/needs/queries/show-need.ts";
import { today } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { anAccount } from "#tests/build/account.ts";
import { aNeed, type NeedGiven } from "#tests/build/need.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions } = world;
const raisedOn = addDays(today(), -3);
let county: Session;
let leaver: { id: number };
let heir: { id: number; personId: string; username: string };

async function somebody() {
  const { id: personId } = await aPerson(database, {
    divisionId: divisions.xuetong.id,
    unitName: "察雅县水利局",
  });
  const account = await anAccount(database, {
    divisionId: divisions.xuetong.id,
    personId,
    role: "TEAM_MEMBER",
  });
  return { ...account, personId };
}

beforeAll(async () => {
  county = await signIn(database, "county-admin");
  leaver = await somebody();
  heir = await somebody();
});

const aNeedWith = (steps: NeedGiven["steps"]) =>
  aNeed(database, {
    ...{ village: { id: divisions.xuetong.id, name: "雪通村" }, raisedOn, dueOn: addDays(today(), 7), steps },
  });
const need = async (id: string) => {
  const view = await reading(county, (scope) => getNeed(scope, { id }));
  const { status, level, handlerAccount, askedOn } = view.need;
  return { status, level, handlerAccount, askedOn, steps: view.deeds.map(({ kind }) => kind) };
};

test("the heir gets what may lie with him, the township names somebody else for the rest, and nothing is left", async () => {
  const asked = addDays(today(), 5);
  const toLeaver = {
    kind: "ASSIGNED" as const,
    on: raisedOn,
    to: { account: leaver.id, unit: "雪通村" },
    askedOn: asked,
  };
  const village = await aNeedWith([toLeaver]);
  const township = await aNeedWith([
    { kind: "ESCALATED", on: raisedOn },
    { ...toLeaver, level: "TOWNSHIP" },
  ]);
  const { items } = await reading(county, (scope) =>
    rehearseHandOver(scope, { accountId: leaver.id, to: heir.personId }),
  );
  const fates = new Map(items.map(({ id, fate }) => [id, fate]));
  expect([fates.get(village.id), fates.get(township.id)]).toEqual(["hand", "end"]);
  await carryOutHandOver(county, {
    ...{ accountId: leaver.id, to: heir.personId, reason: "TRANSFERRED", pairings: [], finish: "yes" },
  });
  expect(await need(village.id)).toEqual({
    ...{ status: "HANDLING", level: "VILLAGE", handlerAccount: heir.id, askedOn: asked },
    steps: ["RAISED", "ASSIGNED", "HANDED_ON"],
  });
  expect(await need(township.id)).toMatchObject({ status: "OPEN", level: "TOWNSHIP", handlerAccount: null });
  expect((await reading(county, (scope) => countHeld(scope, { accountId: leaver.id }))).count).toBe(0);
  const waiting = async (who: string) => {
    const groups = await reading(await signIn(database, who), (scope) => listWaiting(scope, {}));
    return groups.flatMap(({ rows }) => rows).map(({ href }) => href);
  };
  expect(await waiting(heir.username)).toContain(`/needs/${village.id}`);
  expect(await waiting("township-admin")).toContain(`/needs/${township.id}`);
});
