// An election and a listing as weak that were entered by mistake are taken back as if they had not been; what something hangs on stays.
import { afterAll, beforeAll, expect, test } from "vitest";
import { listWeakOrg } from "#lib/domains/party-orgs/commands/list-weak.ts";
import { postponeElection } from "#lib/domains/party-orgs/commands/postpone-election.ts";
import { recordElection } from "#lib/domains/party-orgs/commands/record-election.ts";
import { takeBackElection } from "#lib/domains/party-orgs/commands/take-back-election.ts";
import { takeBackWeak } from "#lib/domains/party-orgs/commands/take-back-weak.ts";
import { addMeasure } from "#lib/domains/party-orgs/commands/weak-measures.ts";
import { showElection } from "#lib/domains/party-orgs/queries/election.ts";
import { showWeak } from "#lib/domains/party-orgs/queries/weak.ts";
import { INDICATORS } from "#lib/indicators/catalog.ts";
import { readFigures } from "#lib/indicators/figures.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { partyOrgs } = world;
const own = partyOrgs.xuetong.id;
let organizer: Session;
let county: Session;
let township: Session;
beforeAll(async () => {
  holdToday(WORLD_TODAY);
  organizer = await signIn(database, world.accounts.organizer.username);
  county = await signIn(database, world.accounts.countySecretary.username);
  township = await signIn(database, world.accounts.townshipCadre.username);
});
afterAll(() => holdToday(null));

const election = (id: number) => reading(county, (scope) => showElection(scope, { id }));
const figures = () =>
  reading(organizer, async (scope) => {
    const read = await readFigures(scope, { indicators: INDICATORS, units: [1], periods: ["2026"] });
    return ["F1.5", "F1.6"].map((id) => read.of(id, 1, "2026"));
  });
const rule = (key: string) => ({ code: "rule", words: { key } });
const listed = (session: Session, id = own) =>
  listWeakOrg(session, { id, cause: "NO_SECRETARY", foundOn: "2026-11-20", note: "" });

test("an election taken back leaves the term before it running, and every figure as it was", async () => {
  const id = partyOrgs.xiangdui.id;
  const [before, counted] = [await election(id), await figures()];
  expect(before.mistaken, "what nobody here entered is no mistake of theirs").toBeNull();
  await expect(takeBackElection(county, { id, version: 1 })).rejects.toMatchObject(
    rule("election.notTakenBack"),
  );
  await recordElection(county, { id, electedOn: "2026-11-24", years: "5", documentNo: "" });
  const { mistaken } = await election(id);
  expect(mistaken).toMatchObject({ electedOn: "2026-11-24", beforeElectedOn: before.running?.electedOn });
  await takeBackElection(county, { id, version: mistaken!.version });
  const after = await election(id);
  expect(after.terms.map(({ version: _version, ...term }) => term)).toEqual(
    before.terms.map(({ version: _version, ...term }) => term),
  );
  expect(await figures()).toEqual(counted);
  expect(
    await database.look(
      "select facts->>'electedOn' as day from audit_event where verb = 'partyOrg.electionTakenBack' and subject = $1",
      [`partyOrg:${id}`],
    ),
  ).toEqual([{ day: "2026-11-24" }]);
});

test("once a delay hangs on it, or a month has passed, an election stays", async () => {
  const id = partyOrgs.xiangdui.id;
  await recordElection(county, { id, electedOn: "2026-11-23", years: "5", documentNo: "" });
  const { mistaken } = await election(id);
  await database.look("update party_org_term set created_at = now() - interval '31 days' where id = $1", [
    mistaken?.id,
  ]);
  expect((await election(id)).mistaken).toBeNull();
  await expect(takeBackElection(county, { id, version: mistaken!.version })).rejects.toMatchObject(
    rule("election.notTakenBack"),
  );
  await database.look("update party_org_term set created_at = now() where id = $1", [mistaken?.id]);
  await postponeElection(county, {
    ...{ id, version: mistaken!.version, postponedTo: "2032-01-01", postponedDocument: "昌组复〔2026〕9号" },
  });
  expect((await election(id)).mistaken).toBeNull();
});

test("whoever put an organization on the list takes it off again, and nobody takes off what a level above put there", async () => {
  const counted = await figures();
  const mine = await listed(township);
  const seen = await reading(township, (scope) => showWeak(scope, { weakId: mine.id }));
  expect(seen.mayTakeBack).toBe(true);
  await takeBackWeak(township, { weakId: mine.id, version: seen.version });
  expect(await figures()).toEqual(counted);
  await expect(reading(township, (scope) => showWeak(scope, { weakId: mine.id }))).rejects.toMatchObject({
    code: "not-found",
  });

  const theirs = await listed(county, partyOrgs.jitang.id);
  const before = await reading(township, (scope) => showWeak(scope, { weakId: theirs.id }));
  expect(before).toMatchObject({ mayWork: true, mayTakeBack: false });
  await expect(takeBackWeak(township, { weakId: theirs.id, version: 1 })).rejects.toMatchObject({
    code: "refused",
  });
  await addMeasure(township, { weakId: theirs.id, what: "选好书记", who: "组织委员", dueOn: "2026-12-20" });
  await expect(takeBackWeak(county, { weakId: theirs.id, version: 1 })).rejects.toMatchObject(
    rule("weak.notTakenBack"),
  );
});
