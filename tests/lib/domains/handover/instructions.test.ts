// Whoever has an instruction to answer and leaves: it goes to the heir, or to whoever holds the post next, never to who gave it; its giver may leave as well.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { setAccountStatus } from "#lib/domains/accounts/commands/set-status.ts";
import { carryOutHandOver } from "#lib/domains/handover/commands/hand-over.ts";
import { rehearseHandOver } from "#lib/domains/handover/queries/hand-over.ts";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { replyToInstruction } from "#lib/domains/instructions/commands/answer-instruction.ts";
import { giveInstruction } from "#lib/domains/instructions/commands/give-instruction.ts";
import { acceptAnswer } from "#lib/domains/instructions/commands/settle-instruction.ts";
import { getInstruction } from "#lib/domains/instructions/queries/show-instruction.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { anAccount } from "#tests/build/account.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const { jitang } = world.divisions;
let leader: Session;
let county: Session;

beforeAll(async () => {
  leader = await signIn(database, "prefecture-viewer");
  county = await signIn(database, "county-admin");
});

async function reviewer() {
  const { id: personId } = await aPerson(database, { divisionId: jitang.id, unitName: "吉塘镇人民政府" });
  const account = await anAccount(database, { divisionId: jitang.id, personId, role: "TOWNSHIP_REVIEWER" });
  return { ...account, personId };
}
const given = async (to: { id: number }, by = leader) => {
  const id = randomUUID();
  await giveInstruction(by, { id, divisionId: jitang.id, to: `account:${to.id}`, kind: "EXPLAIN" });
  return id;
};
const waits = async (session: Session, id: string) =>
  (await reading(session, (scope) => listWaiting(scope, {})))
    .flatMap(({ rows }) => rows)
    .filter(({ href }) => href === `/instructions/${id}`)
    .map(({ kind }) => kind);
const show = (id: string, session = leader) => reading(session, (scope) => getInstruction(scope, { id }));
const leave = (leaver: { id: number }, to?: { personId: string }) =>
  carryOutHandOver(county, {
    ...{ accountId: leaver.id, reason: "TRANSFERRED", pairings: [], roles: [], finish: "yes" },
    ...(to ? { to: to.personId } : {}),
  });

test("an heir gets it by name, and the step stays to be read", async () => {
  const [leaver, heir] = [await reviewer(), await reviewer()];
  const id = await given(leaver);
  const plan = await reading(county, (scope) =>
    rehearseHandOver(scope, { accountId: leaver.id, to: heir.personId }),
  );
  expect(plan.items.filter(({ kind }) => kind === "instruction")).toMatchObject([{ id, fate: "hand" }]);
  await leave(leaver, heir);
  const { row, steps } = await show(id);
  expect(row).toMatchObject({ addressee: `account:${heir.id}`, status: "OPEN", read: false });
  expect(steps.map(({ kind }) => kind)).toEqual(["GIVEN", "HANDED_ON"]);
  expect(await waits(await signIn(database, heir.username), id)).toEqual(["instruction"]);
});

test("without an heir it stays with the post, and whoever holds it next answers", async () => {
  const leaver = await reviewer();
  const id = await given(leaver);
  await leave(leaver);
  expect((await show(id)).row).toMatchObject({ addressee: `TOWNSHIP_REVIEWER@${jitang.id}`, toName: null });
  const next = await signIn(database, (await reviewer()).username);
  expect(await waits(next, id)).toEqual(["instruction"]);
  await replyToInstruction(next, { id, version: (await show(id)).row.version, words: "接任后已核实" });
  expect((await show(id)).row.status).toBe("REPLIED");
});

test("the heir who gave it himself does not get it", async () => {
  const leaver = await reviewer();
  const id = await given(leaver, county);
  await leave(leaver, { personId: world.people.countyAdmin.id });
  expect((await show(id)).row.addressee).toBe(`TOWNSHIP_REVIEWER@${jitang.id}`);
});

test("when its giver has left, the leaders of his unit look at the answer", async () => {
  const admin = await signIn(database, "prefecture-admin");
  const { id: personId } = await aPerson(database, {
    divisionId: world.divisions.prefecture.id,
    unitName: "市委",
  });
  const giver = await anAccount(database, {
    ...{ divisionId: world.divisions.prefecture.id, personId, role: "PREFECTURE_VIEWER" },
  });
  const asked = await reviewer();
  const id = await given(asked, await signIn(database, giver.username));
  await replyToInstruction(await signIn(database, asked.username), {
    ...{ id, version: (await show(id)).row.version, words: "已办" },
  });
  expect(await waits(admin, id)).toEqual([]);
  await setAccountStatus(admin, { accountId: giver.id, status: "DISABLED" });
  expect(await waits(admin, id)).toEqual(["instructionReplied"]);
  await acceptAnswer(admin, { id, version: (await show(id)).row.version });
  expect((await show(id)).row.status).toBe("ACCEPTED");
});
