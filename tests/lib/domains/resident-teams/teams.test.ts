// A resident team from its arrival on: who belongs to it, days told and put right, leave at its level, the diary, spot checks, recall, and what is counted.
import { afterAll, beforeAll, expect, test } from "vitest";
import { listWaiting } from "#lib/domains/inbox/queries/list-waiting.ts";
import { correctTeam, endTeam, foundTeam } from "#lib/domains/resident-teams/commands/found-team.ts";
import { askLeave, decideLeave, withdrawLeave } from "#lib/domains/resident-teams/commands/leave.ts";
import { markDay } from "#lib/domains/resident-teams/commands/mark-day.ts";
import { joinTeam, leaveTeam } from "#lib/domains/resident-teams/commands/members.ts";
import { spotCheck } from "#lib/domains/resident-teams/commands/spot-check.ts";
import { writeDiary } from "#lib/domains/resident-teams/commands/write-diary.ts";
import { listTeams } from "#lib/domains/resident-teams/queries/list.ts";
import { myTeam } from "#lib/domains/resident-teams/queries/mine.ts";
import { showTeam } from "#lib/domains/resident-teams/queries/show.ts";
import { consequenceOf, levelFor } from "#lib/domains/resident-teams/team.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { xuetong, dabu, jitang } = world.divisions;
const { accounts, people } = world;
let township: Session;
let county: Session;
let office: Session;
let secretary: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  township = await signIn(database, accounts.townshipCadre.username);
  county = await signIn(database, accounts.countyAdmin.username);
  office = await signIn(database, accounts.countySecretary.username);
  secretary = await signIn(database, accounts.firstSecretary.username);
});
afterAll(() => holdToday(null));

const found = (divisionId: number) =>
  foundTeam(township, {
    divisionId,
    sendingUnit: "察雅县农业农村局",
    batch: "第十五批",
    fromOn: "2026-01-05",
  });
const join = (id: string, more: Record<string, unknown>) =>
  joinTeam(township, { id, fromOn: "2026-01-05", roles: ["MEMBER"], ...more } as Parameters<
    typeof joinTeam
  >[1]);
const show = (session: Session, id: string, month?: string) =>
  reading(session, (scope) => showTeam(scope, { id, month }));
const member = async (id: string, name: string) => {
  const { members } = await show(township, id);
  return members.find((one) => one.name === name)!;
};

test("one person leads and is first secretary; a village has one team, a team one leader, and nobody lives in two villages", async () => {
  const { id } = await found(xuetong.id);
  await join(id, { personId: people.firstSecretary.id, roles: ["LEADER", "FIRST_SECRETARY"] });
  const me = await member(id, "邓增罗布");
  expect(me.roles).toEqual(["LEADER", "FIRST_SECRETARY"]);
  expect(me.unit).toBe("察雅县农业农村局");
  await expect(found(xuetong.id)).rejects.toMatchObject({ words: { key: "team.thereAlready" } });
  await expect(join(id, { personId: "NEW", newName: "旺久", roles: ["LEADER"] })).rejects.toMatchObject({
    words: { key: "team.leaderAlready", values: { name: "邓增罗布" } },
  });
  await join(id, { personId: "NEW", newName: "旺久" });
  const other = await found(dabu.id);
  await expect(join(other.id, { personId: people.firstSecretary.id })).rejects.toMatchObject({
    words: { key: "team.memberAlready", values: { name: "邓增罗布", village: xuetong.name } },
  });
  await expect(
    join(other.id, { personId: "NEW", newName: "巴桑", fromOn: "2026-12-01" }),
  ).rejects.toMatchObject({
    fields: { fromOn: [{ key: "futureDay" }] },
  });
  const { counts, rows } = await reading(township, (scope) => listTeams(scope, { unit: String(jitang.id) }));
  expect(counts).toMatchObject({ teams: 1, members: 2, without: 0 });
  expect(rows.map((row) => [row.name, row.told])).toEqual([
    ["邓增罗布", 0],
    ["旺久", 0],
  ]);
});

test("days that nobody told are asked of the member, of who leads the team and of the township, until few are left", async () => {
  const mine = (await reading(secretary, (scope) => myTeam(scope, {})))!;
  const untold = async (session: Session) =>
    (await reading(session, (scope) => listWaiting(scope, {})))
      .flatMap(({ rows }) => rows)
      .filter(({ kind }) => kind === "teamUntold")
      .map(({ name, href }) => `${name} ${href.replace(mine.team.id, "team")}`)
      .sort();
  expect(await untold(secretary)).toEqual(["旺久 7 /teams/team", "邓增罗布 7 /teams/mine"].sort());
  expect(await untold(township)).toEqual(["旺久 7 /teams/team", "邓增罗布 7 /teams/team"].sort());
  expect(await untold(county)).toEqual([]);
  const wangjiu = mine.members.find(({ name }) => name === "旺久")!;
  const days = `insert into team_day (member_id, day, division_id, status, source, account_id, account_name)
    select $1, g::date, $2, 'IN_VILLAGE', 'DESK', 0, '' from generate_series($3::date - 7, $3::date - $4::int, interval '1 day') g`;
  await database.look(days, [wangjiu.id, xuetong.id, WORLD_TODAY, 4]);
  expect(await untold(township)).toContain("旺久 3 /teams/team");
  await database.look(`${days} on conflict do nothing`, [wangjiu.id, xuetong.id, WORLD_TODAY, 3]);
  expect(await untold(township)).toEqual(["邓增罗布 7 /teams/team"]);
  await database.look("delete from team_day where member_id = $1", [wangjiu.id]);
});

test("a member tells his own last days; the township puts one right with a reason, and then it is settled", async () => {
  const mine = await reading(secretary, (scope) => myTeam(scope, {}));
  const id = mine!.team.id;
  const me = mine!.members.find(({ own }) => own)!;
  await markDay(secretary, { id: me.id, day: WORLD_TODAY, status: "IN_VILLAGE" });
  await markDay(secretary, { id: me.id, day: WORLD_TODAY, status: "ERRAND" });
  await expect(
    markDay(secretary, { id: me.id, day: "2026-11-26", status: "IN_VILLAGE" }),
  ).rejects.toMatchObject({
    fields: { day: [{ key: "futureDay" }] },
  });
  await expect(
    markDay(secretary, { id: me.id, day: "2026-11-01", status: "IN_VILLAGE" }),
  ).rejects.toMatchObject({
    words: { key: "team.tooFarBack" },
  });
  await expect(markDay(secretary, { id: me.id, day: WORLD_TODAY, status: "SICK" })).rejects.toMatchObject({
    fields: { status: [{ key: "team.askLeaveFor" }] },
  });
  await expect(markDay(township, { id: me.id, day: WORLD_TODAY, status: "TRAINING" })).rejects.toMatchObject({
    fields: { why: [{ key: "team.whyDay" }] },
  });
  await markDay(township, { id: me.id, day: WORLD_TODAY, status: "TRAINING", why: "县里培训签到" });
  await expect(
    markDay(secretary, { id: me.id, day: WORLD_TODAY, status: "IN_VILLAGE" }),
  ).rejects.toMatchObject({
    words: { key: "team.dayChecked" },
  });
  const wangjiu = await member(id, "旺久");
  await expect(
    markDay(secretary, { id: wangjiu.id, day: WORLD_TODAY, status: "IN_VILLAGE" }),
  ).rejects.toMatchObject({
    code: "refused",
  });
  const changes = await database.look<{ old: string | null; new: string }>(
    "select old, new from change where field = 'attendance' order by id",
  );
  expect(changes.map((one) => one.new.split(" ").at(-1))).toEqual(["IN_VILLAGE", "ERRAND", "TRAINING"]);
  expect(changes.at(-1)?.old).toBe(`邓增罗布 ${WORLD_TODAY} ERRAND`);
  const { members } = await show(township, id);
  expect(members.find(({ own, name }) => !own && name === "邓增罗布")?.month).toMatchObject({
    TRAINING: 1,
    told: 1,
  });
});

test("three days are for the township to decide, four for the county; nobody decides his own; granted days count as leave by themselves", async () => {
  const id = (await reading(secretary, (scope) => myTeam(scope, {})))!.team.id;
  const me = await member(id, "邓增罗布");
  const ask = (fromOn: string, lastOn: string) =>
    askLeave(secretary, { id: me.id, kind: "VACATION", fromOn, lastOn, why: "回家探亲" });
  const leaves = async () => (await show(township, id)).leaves;
  await ask("2026-11-22", "2026-11-24");
  await expect(ask("2026-11-24", "2026-11-27")).rejects.toMatchObject({ words: { key: "team.leaveTwice" } });
  const [short] = await leaves();
  expect([short?.days, short?.level]).toEqual([3, "TOWNSHIP"]);
  expect((await show(secretary, id)).leaves[0]?.mine, "the one who asks").toBe(false);
  await expect(decideLeave(county, { id: short!.id, decision: "APPROVED" })).rejects.toMatchObject({
    code: "refused",
  });
  await expect(decideLeave(township, { id: short!.id, decision: "REJECTED" })).rejects.toMatchObject({
    fields: { why: [{ key: "team.whyRejected" }] },
  });
  const waits = await reading(township, (scope) => listWaiting(scope, {}));
  expect(JSON.stringify(waits)).toContain(`/teams/${id}#leave`);
  await decideLeave(township, { id: short!.id, decision: "APPROVED" });
  await expect(
    decideLeave(township, { id: short!.id, decision: "REJECTED", why: "临时有任务" }),
  ).rejects.toMatchObject({
    code: "conflict",
  });
  const after = await member(id, "邓增罗布");
  expect(after.month).toMatchObject({ VACATION: 3, TRAINING: 1, told: 4, IN_VILLAGE: 0 });

  await ask("2026-12-01", "2026-12-04");
  const long = (await leaves()).find(({ status }) => status === "WAITING")!;
  expect([long.days, long.level]).toEqual([4, "COUNTY"]);
  await expect(decideLeave(township, { id: long.id, decision: "APPROVED" })).rejects.toMatchObject({
    code: "refused",
  });
  await decideLeave(office, { id: long.id, decision: "APPROVED" });
  expect((await member(id, "邓增罗布")).month.VACATION, "days to come are not counted").toBe(3);
  await withdrawLeave(secretary, { id: long.id });
  await expect(withdrawLeave(secretary, { id: short!.id })).rejects.toMatchObject({ code: "conflict" });
});

test("absence found on the spot is that day's entry, unless leave was granted; it is told as a fact and closes nothing", async () => {
  const id = (await reading(secretary, (scope) => myTeam(scope, {})))!.team.id;
  const me = await member(id, "邓增罗布");
  await expect(
    spotCheck(township, { id: me.id, checkedOn: "2026-11-23", result: "ABSENT", words: "村里说回了县城" }),
  ).rejects.toMatchObject({ words: { key: "team.onLeaveThen" } });
  await expect(
    spotCheck(township, { id: me.id, checkedOn: "2026-11-20", result: "ABSENT" }),
  ).rejects.toMatchObject({
    fields: { words: [{ key: "team.whyAbsent" }] },
  });
  await spotCheck(township, {
    id: me.id,
    checkedOn: "2026-11-20",
    result: "ABSENT",
    words: "村里说回了县城",
  });
  const after = await member(id, "邓增罗布");
  expect(after.year.ABSENT).toBe(1);
  expect(consequenceOf(after.year.ABSENT)).toBe("NO_EXCELLENT");
  expect(after.toOn).toBeNull();
  const { rows, counts } = await reading(township, (scope) =>
    listTeams(scope, { unit: String(jitang.id), show: "absent" }),
  );
  expect(rows.map(({ name, unexcused }) => [name, unexcused])).toEqual([["邓增罗布", 1]]);
  expect(counts.absent).toBe(1);
  await expect(
    spotCheck(secretary, { id: me.id, checkedOn: "2026-11-20", result: "IN_VILLAGE" }),
  ).rejects.toMatchObject({
    code: "refused",
  });
});

test("a month that cannot reach its days any more is short; one without any attendance is not", async () => {
  const short = async () =>
    (
      await reading(township, (scope) =>
        listTeams(scope, { unit: String(jitang.id), month: "2026-11", show: "short" }),
      )
    ).rows.map(({ name }) => name);
  // Nobody told a day of 旺久; 邓增罗布 was there on none of five days told, and five are left of November.
  expect(await short()).toEqual(["邓增罗布"]);
  const id = (await reading(secretary, (scope) => myTeam(scope, {})))!.team.id;
  const me = await member(id, "邓增罗布");
  for (let day = 1; day <= 15; day++)
    await markDay(township, {
      id: me.id,
      day: `2026-11-${String(day).padStart(2, "0")}`,
      status: "IN_VILLAGE",
      why: "补录",
    });
  expect(await short(), "15 days and five left make twenty").toEqual([]);
});

test("the diary is the member's own; a recall needs its reason, and a team that leaves takes its members along", async () => {
  const id = (await reading(secretary, (scope) => myTeam(scope, {})))!.team.id;
  const me = await member(id, "邓增罗布");
  await writeDiary(secretary, { id: me.id, day: WORLD_TODAY, words: "今天和村干部一起看了三户的饲草。" });
  await expect(
    writeDiary(township, { id: me.id, day: WORLD_TODAY, words: "今天和村干部一起看了三户的饲草。" }),
  ).rejects.toMatchObject({ code: "refused" });
  expect((await show(county, id)).diary.map(({ words }) => words)).toEqual([
    "今天和村干部一起看了三户的饲草。",
  ]);
  const wangjiu = await member(id, "旺久");
  await expect(
    leaveTeam(township, { id: wangjiu.id, version: 1, toOn: WORLD_TODAY, ended: "RECALLED" }),
  ).rejects.toMatchObject({ fields: { why: [{ key: "team.whyRecalled" }] } });
  await leaveTeam(township, {
    id: wangjiu.id,
    version: 1,
    toOn: WORLD_TODAY,
    ended: "RECALLED",
    why: "长期不在岗",
  });
  await correctTeam(township, {
    id,
    version: 1,
    sendingUnit: "察雅县农业农村局",
    batch: "第十五批",
    dueOn: "2027-12-31",
  });
  await expect(endTeam(township, { id, version: 2, toOn: "2026-11-10" })).rejects.toMatchObject({
    words: { key: "team.daysAfter" },
  });
  await endTeam(township, { id, version: 2, toOn: "2026-11-26" });
  const gone = (await show(township, id)).members.map(({ name, toOn, ended }) => [name, toOn, ended]);
  expect(gone).toEqual([
    ["邓增罗布", "2026-11-26", "TERM_OVER"],
    ["旺久", WORLD_TODAY, "RECALLED"],
  ]);
});

test("which level decides follows from the dated rule", () => {
  const rules = { daysMonth: 20, daysYear: 200, leaveTownship: 3, leaveYear: 30 };
  expect([1, 3, 4].map((days) => levelFor(days, rules))).toEqual(["TOWNSHIP", "TOWNSHIP", "COUNTY"]);
  expect([0, 1, 2, 3, 9].map(consequenceOf)).toEqual([null, "NO_EXCELLENT", "BASIC", "UNFIT", "UNFIT"]);
});
