// Trainings: recorded with pasted names, the doubtful ones settled, corrected and withdrawn; whoever was there counts once.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { historyOf } from "#lib/domains/audit/queries/history.ts";
import { addAttendees, dropAttendees } from "#lib/domains/trainings/commands/attend-training.ts";
import { correctTraining } from "#lib/domains/trainings/commands/correct-training.ts";
import { holdTraining } from "#lib/domains/trainings/commands/hold-training.ts";
import { settleAttendees } from "#lib/domains/trainings/commands/settle-attendees.ts";
import { withdrawTraining } from "#lib/domains/trainings/commands/withdraw-training.ts";
import { listTrained, trainingCoverage } from "#lib/domains/trainings/queries/coverage.ts";
import { getTraining } from "#lib/domains/trainings/queries/get-training.ts";
import { listTrainings } from "#lib/domains/trainings/queries/list-trainings.ts";
import { rosterToTick } from "#lib/domains/trainings/queries/roster.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { members } from "#tests/world/members.ts";
import { TRAININGS } from "#tests/world/trainings.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, people } = world;
let county: Session;
let secretary: Session;
let elsewhere: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, "county-admin");
  secretary = await signIn(database, "first-secretary");
  elsewhere = await signIn(database, "other-county-admin");
});
afterAll(() => holdToday(null));

const training = (more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  divisionId: divisions.chaya.id,
  title: "驻村工作培训班",
  mode: "COURSE",
  audience: "CADRES",
  topic: "GOVERNANCE",
  level: "COUNTY",
  fromOn: "2024-05-06",
  toOn: "2024-05-07",
  hours: "12",
  ...more,
});
const list = (session: Session, unit: number, period = "2026") =>
  reading(session, (scope) => listTrainings(scope, { unit: String(unit), period: period as "2026" }));
const get = (session: Session, id: string) => reading(session, (scope) => getTraining(scope, { id }));
const there = async (id: string) =>
  (await get(county, id)).attendees.map(({ name, standing }) => `${name} ${standing}`).sort();

test("a county sees its own of the year with person-times and persons; a village those that its people went to", async () => {
  expect(await list(county, divisions.chaya.id)).toMatchObject({ total: 3, times: 7, persons: 4 });
  expect(await list(county, divisions.chaya.id, "2025")).toMatchObject({ total: 1, times: 1, persons: 1 });
  expect(await list(county, divisions.chaya.id, "2026Q2")).toMatchObject({ total: 1, times: 2, persons: 2 });
  expect(await list(secretary, divisions.xuetong.id)).toMatchObject({ total: 3, times: 5, persons: 2 });
  const leader = await signIn(database, "prefecture-viewer");
  expect(await list(leader, divisions.prefecture.id)).toMatchObject({ total: 4, times: 9, persons: 6 });
});

test("of a course of the county, the village is shown its own people alone, and another county nothing", async () => {
  const seen = await get(secretary, TRAININGS.course.id);
  expect(seen.attendees.map(({ name }) => name).sort()).toEqual(["贡布扎西", "邓增罗布"].sort());
  expect(seen.mayKeep).toBe(false);
  await expect(get(elsewhere, TRAININGS.course.id)).rejects.toMatchObject({ code: "not-found" });
  const reason = { id: TRAININGS.course.id, reason: "不该由村里撤" };
  await expect(withdrawTraining(secretary, reason)).rejects.toMatchObject({ code: "refused" });
  await expect(withdrawTraining(elsewhere, reason)).rejects.toMatchObject({ code: "not-found" });
});

test("coverage is of persons on the roster: both cadres in the county's posts, wherever they were trained, once each", async () => {
  const [cadres] = await reading(county, (scope) =>
    trainingCoverage(scope, { unit: String(divisions.chaya.id), period: "2026" }),
  );
  expect(cadres).toEqual({ roster: "CADRES", all: 2, trained: 2, hours: 24 + 40 + 6.5 + 16 });
  const ofRoster = (missing: boolean) =>
    reading(county, (scope) =>
      listTrained(scope, { unit: String(divisions.chaya.id), period: "2026", roster: "CADRES", missing }),
    );
  const trained = await ofRoster(false);
  expect(trained.total).toBe(2);
  expect(trained.rows[0]).toMatchObject({ name: "贡布扎西", times: 3, hours: 70.5, lastOn: "2026-09-05" });
  // Kept by another county, and known here by the post.
  expect(trained.rows[1]).toMatchObject({ name: "达娃次仁", times: 1, hours: 16 });
  expect((await ofRoster(true)).total).toBe(0);
  // In October somebody else was still in post.
  const then = await reading(county, (scope) =>
    listTrained(scope, {
      ...{ unit: String(divisions.chaya.id), period: "2026-10", roster: "CADRES", missing: true },
    }),
  );
  expect(then.rows.map(({ name }) => name).sort()).toEqual(["央金卓嘎", "贡布扎西", "达娃次仁"].sort());
});

test("who was at none is told of both rosters together as well, each person once", async () => {
  const missing = (roster?: "CADRES" | "MEMBERS") =>
    reading(county, (scope) =>
      listTrained(scope, { unit: String(divisions.chaya.id), period: "2026-10", roster, missing: true }),
    );
  const ids = async (roster?: "CADRES" | "MEMBERS") => (await missing(roster)).rows.map(({ id }) => id);
  const either = new Set([...(await ids("CADRES")), ...(await ids("MEMBERS"))]);
  expect(new Set(await ids())).toEqual(either);
  expect((await missing()).total).toBe(either.size);
});

test("of many who bear a name the likeliest are shown, those of the unit first, and it is said how many there are", async () => {
  for (let born = 1960; born < 1970; born++)
    await aPerson(database, { name: "洛桑群培", divisionId: divisions.renda.id, birthOn: `${born}-02-01` });
  const { id: near } = await aPerson(database, { name: "洛桑群培", divisionId: divisions.xuetong.id });
  const asked = training({ divisionId: divisions.xuetong.id });
  await holdTraining(county, { ...asked, names: "洛桑群培" });
  // Recognized where one of the unit alone fits; so it is opened again.
  await database.look(
    "update training_attendee set person_id = null, standing = 'UNKNOWN' where training_id = $1",
    [asked.id],
  );
  const found = (await get(county, asked.id)).candidates.洛桑群培!;
  expect(found.count).toBe(11);
  expect(found.likely).toHaveLength(8);
  expect(found.likely[0]?.id).toBe(near);
});

test("whoever holds a post of a team is offered as a cadre, whatever the registry says of the rank", async () => {
  const asked = training({ title: "没有职级的班子成员" });
  await holdTraining(county, asked);
  const { id, name } = people.villageCadre;
  const offered = async () =>
    (
      await reading(county, (scope) =>
        rosterToTick(scope, { training: asked.id, unit: String(divisions.chaya.id), roster: "CADRES" }),
      )
    ).people.map((one) => one.name);
  await database.look("update person set rank = null where id = $1", [id]);
  expect(await offered()).toContain(name);
  await database.look("update person set rank = 'VILLAGE_CADRE' where id = $1", [id]);
});

test("a sign-in sheet is pasted: one who is known, one who bears the name of two, one whom nobody knows; twice adds nobody twice", async () => {
  const one = await aPerson(database, { name: "旦增", divisionId: divisions.laxi.id, rank: "VILLAGE_CADRE" });
  await aPerson(database, { name: "旦增", divisionId: divisions.renda.id, rank: "VILLAGE_CADRE" });
  // A child of that name is nobody whom a sign-in sheet means.
  await aPerson(database, { name: "旦增", divisionId: divisions.dabu.id, birthOn: "2018-05-01" });
  const asked = training({
    names: "序号\t姓名\t单位\n1\t邓增罗布\t县农业农村局\n2\t旦增\n3\t王老师\t西藏大学",
  });
  expect(await holdTraining(county, asked)).toMatchObject({ known: 1, unknown: 2, repeated: false });
  expect(await holdTraining(county, asked)).toMatchObject({ known: 1, unknown: 2, repeated: true });
  const again = await addAttendees(county, { id: asked.id, names: "王老师、旦增、邓增罗布，邓增罗布" });
  expect(again).toMatchObject({ known: 0, unknown: 0 });

  const seen = await get(county, asked.id);
  expect(seen.candidates.旦增?.likely.map(({ place }) => place).sort()).toEqual(["仁达村", "拉西村"]);
  expect(seen.candidates.旦增?.count).toBe(2);
  expect(seen.candidates.王老师).toEqual({ likely: [], count: 0 });
  const open = (name: string) => seen.attendees.find((row) => row.name === name)!.id;
  await settleAttendees(county, {
    id: asked.id,
    [`is.${open("旦增")}`]: one.id,
    [`is.${open("王老师")}`]: "OUTSIDER",
  });
  expect(await there(asked.id)).toEqual(["旦增 KNOWN", "王老师 OUTSIDER", "邓增罗布 KNOWN"].sort());
});

test("a unit beside a name tells two apart at once", async () => {
  await aPerson(database, { name: "阿旺", divisionId: divisions.laxi.id });
  await aPerson(database, { name: "阿旺", divisionId: divisions.renda.id });
  const asked = training({ names: "阿旺\t仁达村" });
  expect(await holdTraining(county, asked)).toMatchObject({ known: 1, unknown: 0 });
  expect((await get(county, asked.id)).attendees[0]).toMatchObject({ name: "阿旺", place: "仁达村" });
});

test("one person is not chosen for two names, nor twice; who is left over comes from outside with one press", async () => {
  const asked = training({ names: "邓增罗卜、邓增罗布呀、外来人" });
  await holdTraining(county, asked);
  const seen = await get(county, asked.id);
  const [first, second] = seen.attendees.map(({ id }) => id);
  const { id: person } = people.firstSecretary;
  // Pressed before anything is chosen: said beside the first name, and nothing is recorded as checked.
  await expect(
    settleAttendees(county, { id: asked.id, [`is.${first}`]: "", [`is.${second}`]: "" }),
  ).rejects.toMatchObject({ words: { key: "training.noneSettled" } });
  await expect(
    settleAttendees(county, { id: asked.id, [`is.${first}`]: person, [`is.${second}`]: person }),
  ).rejects.toMatchObject({ words: { key: "training.twice" } });
  await addAttendees(county, { id: asked.id, people: [person, person] });
  await expect(settleAttendees(county, { id: asked.id, [`is.${first}`]: person })).rejects.toMatchObject({
    words: { key: "training.thereAlready" },
  });
  await settleAttendees(county, { id: asked.id, [`is.${first}`]: "DROP", rest: "OUTSIDER" });
  expect((await there(asked.id)).map((line) => line.split(" ")[1])).toEqual(
    expect.arrayContaining(["KNOWN", "OUTSIDER", "OUTSIDER"]),
  );
  expect(await there(asked.id)).toHaveLength(3);
});

test("the same list pasted twice at the same moment stands there once", async () => {
  const asked = training({});
  await holdTraining(county, asked);
  const names = "邓增罗布、贡布扎西、无名氏";
  await Promise.all([
    addAttendees(county, { id: asked.id, names }),
    addAttendees(county, { id: asked.id, names }),
  ]);
  expect(await there(asked.id)).toEqual(["无名氏 UNKNOWN", "贡布扎西 KNOWN", "邓增罗布 KNOWN"].sort());
});

test("a roster offers those who are not on the list yet, by unit, kind and name", async () => {
  const roster = (asked: Record<string, unknown>) =>
    reading(county, (scope) =>
      rosterToTick(scope, { training: TRAININGS.course.id, unit: String(divisions.chaya.id), ...asked }),
    );
  const cadres = (await roster({ roster: "CADRES" })).people.map(({ name }) => name);
  expect(cadres).toContain("李雪梅");
  expect(cadres).not.toContain("邓增罗布");
  expect((await roster({ q: "lixuemei" })).people.map(({ name }) => name)).toEqual(["李雪梅"]);
  expect((await roster({ unit: String(divisions.xuetong.id), roster: "VILLAGERS" })).total).toBeGreaterThan(
    3,
  );
});

test("what cannot be is said at its field: tomorrow, the end before the beginning, too many hours, odd money", async () => {
  const wrong = (more: Record<string, unknown>) => holdTraining(county, training(more));
  const saysAt = (field: string, key: string) => ({
    fields: { [field]: [expect.objectContaining({ key })] },
  });
  await expect(wrong({ fromOn: "明天", toOn: "" })).rejects.toMatchObject(
    saysAt("fromOn", "training.notYet"),
  );
  await expect(wrong({ toOn: "2024-05-01" })).rejects.toMatchObject(saysAt("toOn", "training.endsBefore"));
  await expect(wrong({ hours: "25" })).rejects.toMatchObject(saysAt("hours", "training.hoursADay"));
  await expect(wrong({ hours: "很多" })).rejects.toMatchObject(saysAt("hours", "training.hours"));
  await expect(wrong({ cost: "几万" })).rejects.toMatchObject(saysAt("cost", "money"));
  await expect(wrong({ mode: "" })).rejects.toMatchObject(saysAt("mode", "choose"));
});

test("a correction keeps old and new; a second one from the same page is told of the first; a withdrawn one counts no more", async () => {
  const asked = training({ names: "李雪梅", cost: "1.2万" });
  await holdTraining(county, asked);
  const { divisionId: _unit, names: _names, ...written } = asked as Record<string, unknown>;
  const now = { ...written, version: 1, title: "驻村工作专题培训班", cost: "9800" };
  expect(await correctTraining(county, now)).toMatchObject({ fields: ["title", "costFen"] });
  await expect(correctTraining(county, now)).rejects.toMatchObject({ code: "conflict" });
  const history = await reading(county, (scope) => historyOf(scope, { kind: "training", id: asked.id }));
  expect(history.changes.map(({ field, old, new: to }) => [field, old, to])).toEqual(
    expect.arrayContaining([
      ["title", "驻村工作培训班", "驻村工作专题培训班"],
      ["costFen", "1200000", "980000"],
    ]),
  );
  const before = await list(county, divisions.chaya.id, "2024");
  await withdrawTraining(county, { id: asked.id, reason: "登记重复" });
  expect((await list(county, divisions.chaya.id, "2024")).total).toBe(before.total - 1);
  expect(await get(county, asked.id)).toMatchObject({
    status: "WITHDRAWN",
    withdrawnFor: "登记重复",
    mayKeep: false,
  });
  await expect(addAttendees(county, { id: asked.id, names: "贡布扎西" })).rejects.toMatchObject({
    words: { key: "training.withdrawnAlready" },
  });
});

test("however often people go, are pasted, ticked and taken off again, each counts once", async () => {
  const cast = Object.values(people).filter(({ divisionId }) => ![1, 3, 7].includes(divisionId));
  let seed = 20161006;
  const below = (most: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % most;
  };
  const held = new Map<string, Set<string>>();
  for (let round = 0; round < 30; round++) {
    const some = cast.filter(() => below(3) === 0);
    const asked = training({
      fromOn: `2023-03-0${1 + below(9)}`,
      toOn: "",
      hours: "6",
      title: `第${round}期`,
    });
    await holdTraining(county, { ...asked, names: [...some, ...some].map(({ name }) => name).join("、") });
    const more = cast.filter(() => below(4) === 0).map(({ id }) => id);
    if (more.length > 0) await addAttendees(county, { id: asked.id, people: more });
    const set = new Set([...some.map(({ id }) => id), ...more]);
    if (below(3) === 0 && set.size > 0) {
      const [gone] = (await get(county, asked.id)).attendees;
      await dropAttendees(county, { id: asked.id, attendees: [gone!.id] });
      set.delete(cast.find(({ name }) => name === gone!.name)!.id);
    }
    if (below(5) === 0) await withdrawTraining(county, { id: asked.id, reason: "试验" });
    else held.set(asked.id, set);
  }
  const persons = new Set([...held.values()].flatMap((set) => [...set]));
  const times = [...held.values()].reduce((sum, set) => sum + set.size, 0);
  const counted = await list(county, divisions.chaya.id, "2023");
  expect(counted).toMatchObject({ total: held.size, times, persons: persons.size });
  const rows = await reading(county, (scope) =>
    listTrained(scope, { unit: String(divisions.chaya.id), period: "2023" }),
  );
  expect(rows.total).toBe(persons.size);
  expect(new Set(rows.rows.map(({ id }) => id))).toEqual(persons);
  // Of those who went, the members of the year's rosters.
  const enrolled = new Set<string>(Object.values(members).map(({ personId }) => personId));
  const [, coverage] = await reading(county, (scope) =>
    trainingCoverage(scope, { unit: String(divisions.chaya.id), period: "2023" }),
  );
  expect(coverage?.trained).toBe([...persons].filter((id) => enrolled.has(id)).length);
});
