// Talent is registered, corrected and ended; posts are listed, filled up to what is wanted, and closed; programs are named by administrators.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDemand } from "#lib/domains/talent/commands/close-demand.ts";
import { correctTalent } from "#lib/domains/talent/commands/correct-talent.ts";
import { endTalent } from "#lib/domains/talent/commands/end-talent.ts";
import { fillPlace, releasePlace } from "#lib/domains/talent/commands/fill-place.ts";
import { correctDemand, listDemand } from "#lib/domains/talent/commands/list-demand.ts";
import { registerTalent } from "#lib/domains/talent/commands/register-talent.ts";
import { correctProgram, foundProgram } from "#lib/domains/talent/commands/run-program.ts";
import { findPeople } from "#lib/domains/talent/queries/find-people.ts";
import { getDemand } from "#lib/domains/talent/queries/get-demand.ts";
import { getTalent } from "#lib/domains/talent/queries/get-talent.ts";
import { listDemands } from "#lib/domains/talent/queries/list-demands.ts";
import { listTalents } from "#lib/domains/talent/queries/list-talents.ts";
import { talentOverview } from "#lib/domains/talent/queries/overview.ts";
import { listPrograms } from "#lib/domains/talent/queries/programs.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { DEMANDS, PROGRAMS, TALENTS } from "#tests/world/talent.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions: at, accounts, people } = world;
let county: Session;
let organizer: Session;
let township: Session;
let other: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, accounts.countySecretary.username);
  organizer = await signIn(database, accounts.organizer.username);
  township = await signIn(database, accounts.townshipCadre.username);
  other = await signIn(database, accounts.otherCountyAdmin.username);
});
afterAll(() => holdToday(null));

const serving = {
  channel: "RECRUIT",
  kind: "URGENT",
  unitName: "察雅县人民医院",
  post: "麻醉医师",
  fromOn: "2026-11-01",
};
const newcomer = { personId: "NEW", newName: "林志远", newUnit: "重庆市第四人民医院" };
const listed = (who: Session, filter: object) => reading(who, (scope) => listTalents(scope, filter as never));
const talent = (who: Session, id: string) => reading(who, (scope) => getTalent(scope, { id }));
const demand = (who: Session, id: string) => reading(who, (scope) => getDemand(scope, { id }));

test("a form without a person says so at once, together with whatever else is missing", async () => {
  const form = { id: randomUUID(), divisionId: at.chaya.id, ...serving, newName: "", fromOn: "" };
  await expect(registerTalent(county, form)).rejects.toMatchObject({
    fields: { personId: [{ key: "talent.chooseFirst" }], fromOn: [{ key: "required" }] },
  });
});

test("somebody new is registered once, however often the form is sent; the list, the numbers and the trail know", async () => {
  const form = { id: randomUUID(), divisionId: at.chaya.id, ...newcomer, ...serving };
  await registerTalent(county, form);
  await registerTalent(county, form);
  const list = await listed(county, { unit: String(at.chaya.id), q: "林志" });
  expect(list.rows).toMatchObject([
    { name: "林志远", stream: "IMPORT", unitName: "察雅县人民医院", toOn: null },
  ]);
  const { counts } = await reading(county, (scope) => talentOverview(scope, { unit: String(at.chaya.id) }));
  expect(counts.find((one) => one.channel === "RECRUIT")).toMatchObject({
    stream: "IMPORT",
    kind: "URGENT",
    n: 1,
  });
  expect(await listed(county, { unit: String(at.chaya.id), on: "2026-10-31", q: "林志" })).toMatchObject({
    total: 0,
  });
  const told = await database.look("select subject from audit_event where verb = 'talent.registered'");
  expect(told.length).toBe(2);
  expect(told[0]).toEqual({ subject: `talent:${form.id}` });
  const { found } = await reading(county, (scope) =>
    findPeople(scope, { unit: String(at.chaya.id), q: "林志远" }),
  );
  expect(found).toMatchObject([{ name: "林志远", unit: "重庆市第四人民医院" }]);
});

test("a namesake of the same unit is asked about, and nobody serves twice on one day", async () => {
  const form = { divisionId: at.chaya.id, ...newcomer, ...serving };
  await expect(registerTalent(county, { id: randomUUID(), ...form })).rejects.toMatchObject({
    code: "rule",
    fields: { somebodyElse: [{ key: "talent.namesake" }] },
  });
  const known = { id: randomUUID(), divisionId: at.chaya.id, personId: people.pairedHelper.id, ...serving };
  await expect(registerTalent(county, known)).rejects.toMatchObject({
    code: "rule",
    fields: { personId: [{ key: "talent.servesAlready" }] },
  });
  const nobody = { id: randomUUID(), divisionId: at.chaya.id, ...serving, personId: "NEW" };
  await expect(registerTalent(county, nobody)).rejects.toMatchObject({
    fields: { newName: [{ key: "talent.choosePerson" }] },
  });
  const stranger = { ...nobody, personId: people.otherHelper.id };
  await expect(registerTalent(county, stranger)).rejects.toMatchObject({
    words: { key: "talent.personGone" },
  });
});

test("the program decides the stream; without one the channel does", async () => {
  const { id } = TALENTS.teacher;
  const { version } = await talent(county, id);
  const told = { ...serving, channel: "DISPATCH", kind: "PUBLIC_SERVICE", fromOn: "2026-08-01" };
  await correctTalent(county, { id, version, ...told, programId: "" });
  expect(await talent(county, id)).toMatchObject({ stream: "CIRCULATE", program: null });
  await expect(correctTalent(county, { id, version, ...told })).rejects.toMatchObject({ code: "conflict" });
  await correctTalent(county, { id, version: version + 1, ...told, programId: PROGRAMS.medical.id });
  expect(await talent(county, id)).toMatchObject({ stream: "IMPORT", program: PROGRAMS.medical.name });
  const changed = await database.look<{ field: string }>(
    "select field from change where entity = 'talent' and entity_id = $1 and field = 'stream'",
    [id],
  );
  expect(changed).toHaveLength(2);
});

test("places are filled up to what is wanted, and free again from the day they are given back", async () => {
  const id = randomUUID();
  await listDemand(township, {
    id,
    divisionId: at.jitang.id,
    unitName: "吉塘镇卫生院",
    post: "乡村医生",
    kind: "PUBLIC_SERVICE",
    wanted: "１",
    fromOn: "2026-06-01",
  });
  const serve = async (name: string) => {
    const form = {
      id: randomUUID(),
      divisionId: at.jitang.id,
      personId: "NEW",
      newName: name,
      newUnit: "卫校",
    };
    await registerTalent(township, { ...form, ...serving, fromOn: "2026-05-01" });
    return form.id;
  };
  const [first, second] = [await serve("尼玛次仁甲"), await serve("尼玛次仁乙")];
  await expect(fillPlace(township, { id, talentId: first, fromOn: "2026-05-20" })).rejects.toMatchObject({
    fields: { fromOn: [{ key: "talent.listedLater" }] },
  });
  await fillPlace(township, { id, talentId: first, fromOn: "2026-07-01" });
  await expect(fillPlace(township, { id, talentId: second, fromOn: "2026-08-01" })).rejects.toMatchObject({
    words: { key: "talent.placesFull" },
  });
  // Before it was filled there was room, but not for as long as the talent serves.
  await expect(fillPlace(township, { id, talentId: second, fromOn: "2026-06-10" })).rejects.toMatchObject({
    words: { key: "talent.placesFull" },
  });
  const held = await demand(township, id);
  expect(held.fillings).toMatchObject([{ name: "尼玛次仁甲", now: true }]);
  expect(held.candidates.map(({ name }) => name)).not.toContain("尼玛次仁甲");
  await releasePlace(township, { filling: held.fillings[0]?.id, toOn: "2026-09-01", why: "调往县里" });
  await fillPlace(township, { id, talentId: second, fromOn: "2026-09-01" });
  const list = await reading(township, (scope) =>
    listDemands(scope, { unit: String(at.jitang.id), state: "full" }),
  );
  expect(list.rows).toMatchObject([{ id, wanted: 1, filled: 1 }]);
  expect(list.kinds).toMatchObject([{ kind: "PUBLIC_SERVICE", wanted: 1, filled: 1 }]);
});

test("who ends gives the place back; fewer wanted than held is refused; what is closed changes no more", async () => {
  const { veterinarians } = DEMANDS;
  const { version } = await demand(county, veterinarians.id);
  const wanted = {
    unitName: "吉塘镇农牧综合服务中心",
    post: "畜牧兽医",
    kind: "URGENT",
    fromOn: "2026-06-01",
  };
  await expect(
    correctDemand(county, { id: veterinarians.id, version, ...wanted, wanted: "2", fromOn: "2026-11-10" }),
  ).rejects.toMatchObject({ words: { key: "talent.placesDays" } });
  await expect(
    correctDemand(county, { id: veterinarians.id, version, ...wanted, wanted: "0" }),
  ).rejects.toMatchObject({ fields: { wanted: [{ key: "talent.wanted" }] } });
  const vet = await talent(county, TALENTS.veterinarian.id);
  await endTalent(county, { id: vet.id, version: vet.version, toOn: "2026-11-20", result: "带出两名防疫员" });
  expect((await demand(county, veterinarians.id)).fillings).toMatchObject([
    { toOn: "2026-11-20", now: false },
  ]);
  await expect(
    endTalent(county, { id: vet.id, version: vet.version + 1, toOn: "2026-11-21" }),
  ).rejects.toMatchObject({ words: { key: "talent.endedAlready" } });
  await closeDemand(county, { id: veterinarians.id, version, toOn: "2026-11-25", why: "已由县里统一招录" });
  await expect(
    fillPlace(county, { id: veterinarians.id, talentId: TALENTS.farmer.id, fromOn: "2026-11-25" }),
  ).rejects.toMatchObject({ words: { key: "talent.demandClosed" } });
});

test("a county's talent is not there for another county, and a township names no program", async () => {
  await expect(talent(other, TALENTS.teacher.id)).rejects.toMatchObject({ code: "not-found" });
  await expect(
    endTalent(other, { id: TALENTS.teacher.id, version: 1, toOn: "2026-11-20" }),
  ).rejects.toMatchObject({ code: "not-found" });
  const program = { name: "察雅县乡土人才培育计划", fromOn: "2026-01-01" };
  const source = { stream: "SOURCE", ...program };
  await expect(foundProgram(township, { divisionId: at.jitang.id, ...source })).rejects.toMatchObject({
    code: "refused",
  });
  const admin = await signIn(database, accounts.countyAdmin.username);
  const { id } = await foundProgram(admin, { divisionId: at.chaya.id, ...source });
  await correctProgram(admin, { id, version: 1, ...program, name: "察雅县乡土人才计划" });
  const { rows } = await reading(other, (scope) => listPrograms(scope, {}));
  expect(rows.find((row) => row.id === id)).toMatchObject({ name: "察雅县乡土人才计划", mayRun: false });
  await expect(
    correctProgram(other, { id, version: 2, name: "别县", fromOn: "2026-01-01" }),
  ).rejects.toMatchObject({
    code: "refused",
  });
  expect((await reading(organizer, (scope) => listPrograms(scope, {}))).mayFound).toBe(true);
});
