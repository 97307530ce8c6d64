// What is done with posts: set up, filled, emptied, corrected; and that no day ever has more holders than places.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { historyOf } from "#lib/domains/audit/queries/history.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { appoint } from "#lib/domains/posts/commands/appoint.ts";
import { assessHolder } from "#lib/domains/posts/commands/assess-holder.ts";
import { changeQuota } from "#lib/domains/posts/commands/change-quota.ts";
import { correctTenure } from "#lib/domains/posts/commands/correct-tenure.ts";
import { endTenure, withdrawTenure } from "#lib/domains/posts/commands/end-tenure.ts";
import { setUpTeam } from "#lib/domains/posts/commands/set-up-team.ts";
import { principalsOf } from "#lib/domains/posts/principals.ts";
import { getCadre } from "#lib/domains/posts/queries/cadre.ts";
import { getPost } from "#lib/domains/posts/queries/get-post.ts";
import { listPosts, villagesWithoutPosts } from "#lib/domains/posts/queries/list-posts.ts";
import { showTeam } from "#lib/domains/posts/queries/team.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Scope, type Session } from "#lib/platform/scope.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { aPost, aTenure } from "#tests/build/post.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { xuetong, laxi, renda, xiangdui, jitang, chaya, lieda } = world.divisions;
const { villageCadre, townshipHelper, pairedHelper, leftHelper, firstSecretary } = world.people;
let county: Session;
let read: <T>(ask: (scope: Scope) => Promise<T>) => Promise<T>;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, world.accounts.countySecretary.username);
  read = (ask) => reading(county, ask);
});
afterAll(() => holdToday(null));

let post: { id: string; divisionId: number };
beforeEach(async () => {
  const org = await aPartyOrg(database, { divisionId: laxi.id });
  post = await aPost(database, { divisionId: laxi.id, partyOrgId: org.id, kind: "DEPUTY_SECRETARY" });
});

const appointment = (more: Record<string, unknown> = {}) => ({
  id: post.id,
  personId: pairedHelper.id,
  fromOn: "2026-10-01",
  source: "ELECTED",
  ...more,
});

test("the principal of a village on any date is a person, or has been nobody for so many days", async () => {
  const secretaryOn = async (on: string) => {
    const team = await read((scope) => showTeam(scope, { divisionId: xuetong.id, on }));
    const [party] = principalsOf(team);
    return party?.holders[0]?.name ?? party?.shortSince;
  };
  expect(await secretaryOn("2026-08-19")).toBe(leftHelper.name);
  expect(await secretaryOn("2026-08-20")).toBe("2026-08-20");
  expect(await secretaryOn("2026-10-11")).toBe("2026-08-20");
  expect(await secretaryOn("2026-10-12")).toBe(villageCadre.name);
  expect(await secretaryOn("2025-12-31")).toBeUndefined();
});

test("several posts of one person stand on his page, with the households that lean on him", async () => {
  const cadre = await read((scope) => getCadre(scope, { id: villageCadre.id }));
  expect(cadre.tenures.map(({ kind, running }) => [kind, running])).toEqual([
    ["SECRETARY", true],
    ["DIRECTOR", true],
  ]);
  expect(cadre.load.households).toBe(1);
});

test("all villages of a township get the usual posts at once, and what is there stays", async () => {
  const places = { "places-SECRETARY": "1", "places-DIRECTOR": "1", "places-VILLAGE_COMMITTEE_MEMBER": "3" };
  const before = await read((scope) => villagesWithoutPosts(scope, { unit: String(xiangdui.id) }));
  expect(before.map(({ name }) => name)).toEqual([renda.name]);
  const asked = {
    divisionId: xiangdui.id,
    villages: "yes",
    fromOn: "2026-01-01",
    documentNo: "察组发〔2026〕3号",
    ...places,
  };
  const told = await setUpTeam(county, asked);
  // 拉西村 has a Party organization by now, 仁达村 has none: no secretary's post there.
  expect(told).toMatchObject({ teams: 2, made: 5 });
  await expect(setUpTeam(county, asked)).rejects.toMatchObject({ words: { key: "post.nothingToSetUp" } });
  const team = await read((scope) => showTeam(scope, { divisionId: renda.id }));
  expect(team.posts.map(({ kind, places: count, shortSince }) => [kind, count, shortSince])).toEqual([
    ["DIRECTOR", 1, "2026-01-01"],
    ["VILLAGE_COMMITTEE_MEMBER", 3, "2026-01-01"],
  ]);
  expect(await read((scope) => villagesWithoutPosts(scope, { unit: String(xiangdui.id) }))).toEqual([]);
});

test("a principal's post has one place, a township a head and no village director, and a team one principal", async () => {
  await expect(
    setUpTeam(county, { divisionId: jitang.id, fromOn: "2026-01-01", "places-HEAD": "2" }),
  ).rejects.toMatchObject({ words: { key: "post.onePrincipal" } });
  await setUpTeam(county, {
    divisionId: jitang.id,
    fromOn: "2026-01-01",
    "places-HEAD": "1",
    "places-DIRECTOR": "1",
  });
  const team = await read((scope) => showTeam(scope, { divisionId: jitang.id }));
  expect(team.posts.map(({ kind }) => kind)).toEqual(["HEAD"]);
  await expect(
    aPost(database, { divisionId: jitang.id, kind: "MADE_HERE", principal: true }),
  ).rejects.toThrow(/post_one_principal/);
});

test("somebody is appointed, also back in time and ahead; the history of the post tells it", async () => {
  const { id } = await appoint(
    county,
    appointment({ documentNo: "察组干〔2026〕12号", tags: ["UPRIGHT"], assessedIn: "2026" }),
  );
  const view = await read((scope) => getPost(scope, { id: post.id }));
  expect(view).toMatchObject({ places: 1, held: 1 });
  expect(view.tenures).toMatchObject([
    { id, name: pairedHelper.name, tags: [{ tag: "UPRIGHT", assessedIn: 2026 }] },
  ]);
  expect(view.gaps).toEqual([{ fromOn: "2026-01-01", toOn: "2026-10-01", missing: 1, days: 273 }]);
  await appoint(
    county,
    appointment({ personId: townshipHelper.id, fromOn: "2026-01-01", toOn: "2026-06-01" }),
  );
  await endTenure(county, { id, toOn: "2026-12-15", reason: "TRANSFERRED" });
  await appoint(county, appointment({ personId: firstSecretary.id, fromOn: "2027-01-05" }));
  const after = await read((scope) => getPost(scope, { id: post.id }));
  expect(after.gaps.map(({ days }) => days)).toEqual([122]);
  const history = await read((scope) => historyOf(scope, { kind: "post", id: post.id }));
  expect(history.changes.map(({ verb }) => verb)).toEqual([
    "tenure.begun",
    "tenure.ended",
    "tenure.begun",
    "tenure.begun",
  ]);
});

test("a new person is made where the post is; without a name or unit the field says so", async () => {
  const made = await appoint(county, appointment({ personId: "", newName: "次旺多杰", newUnit: "拉西村" }));
  const [person] = await database.look<{ division_id: number }>(
    "select division_id from person where id = $1",
    [made.personId],
  );
  expect(person?.division_id).toBe(laxi.id);
  await expect(appoint(county, appointment({ personId: "" }))).rejects.toMatchObject({
    fields: { fromOn: expect.anything() },
  });
  await endTenure(county, { id: made.id, toOn: "2026-10-20", reason: "RESIGNED" });
  await expect(appoint(county, appointment({ personId: "", fromOn: "2026-11-01" }))).rejects.toMatchObject({
    fields: { personId: [{ key: "post.choosePerson" }] },
  });
});

test("no more holders than places on any day, said with the day and the names", async () => {
  await appoint(county, appointment());
  await expect(
    appoint(county, appointment({ personId: townshipHelper.id, fromOn: "2026-09-01" })),
  ).rejects.toMatchObject({
    words: { key: "post.full", values: { day: "2026-10-01", places: 1, names: pairedHelper.name } },
  });
  await expect(
    appoint(county, appointment({ personId: townshipHelper.id, fromOn: "2025-01-01", toOn: "2025-06-01" })),
  ).rejects.toMatchObject({ words: { key: "post.noPlace", values: { day: "2025-01-01" } } });
  await changeQuota(county, { id: post.id, places: "2", fromOn: "2026-11-01" });
  await expect(appoint(county, appointment({ fromOn: "2026-11-01" }))).rejects.toMatchObject({
    words: { key: "post.alreadyHolds" },
  });
  await appoint(county, appointment({ personId: townshipHelper.id, fromOn: "2026-11-01" }));
  await expect(changeQuota(county, { id: post.id, places: "1", fromOn: "2026-11-10" })).rejects.toMatchObject(
    {
      words: {
        key: "post.stillHeld",
        values: { day: "2026-11-10", names: `${pairedHelper.name}、${townshipHelper.name}` },
      },
    },
  );
});

test("the database itself refuses one too many, and two at once do not both fit", async () => {
  const tenure = { post, fromOn: "2026-10-01" };
  await aTenure(database, { ...tenure, person: pairedHelper });
  await expect(aTenure(database, { ...tenure, person: townshipHelper })).rejects.toThrow(/post-full/);
  const other = await aPost(database, {
    divisionId: laxi.id,
    partyOrgId: null,
    kind: "SUPERVISION_DIRECTOR",
  });
  const both = await Promise.allSettled(
    [pairedHelper, townshipHelper].map((person) =>
      appoint(county, appointment({ id: other.id, personId: person.id })),
    ),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a tenure is corrected, assessed, and taken back as if it had never been", async () => {
  const { id } = await appoint(county, appointment());
  const corrected = {
    id,
    version: "1",
    fromOn: "2026-09-01",
    toOn: "2026-11-01",
    source: "SENT_DOWN",
    documentNo: "",
  };
  await expect(correctTenure(county, { ...corrected, reason: "" })).rejects.toMatchObject({
    fields: { reason: [{ key: "post.reason" }] },
  });
  await correctTenure(county, { ...corrected, reason: "RETIRED" });
  await expect(correctTenure(county, { ...corrected, reason: "RETIRED" })).rejects.toMatchObject({
    code: "conflict",
  });
  await assessHolder(county, { id, tags: ["KNOWS_RURAL"], assessedIn: "2025" });
  const view = await read((scope) => getPost(scope, { id: post.id }));
  expect(view.tenures[0]).toMatchObject({
    ...{ fromOn: "2026-09-01", toOn: "2026-11-01", source: "SENT_DOWN", endReason: "RETIRED" },
    tags: [{ tag: "KNOWS_RURAL", assessedIn: 2025 }],
  });
  // What is added without a year is only told; what was assessed keeps its year, until a year is said for all.
  const tags = async () => (await read((scope) => getPost(scope, { id: post.id }))).tenures[0]?.tags;
  await assessHolder(county, { id, tags: ["KNOWS_RURAL", "GOVERNS_WELL"], assessedIn: "" });
  expect(await tags()).toEqual([
    { tag: "GOVERNS_WELL", assessedIn: null },
    { tag: "KNOWS_RURAL", assessedIn: 2025 },
  ]);
  await assessHolder(county, { id, tags: ["KNOWS_RURAL", "GOVERNS_WELL"], assessedIn: "2026" });
  expect((await tags())?.map(({ assessedIn }) => assessedIn)).toEqual([2026, 2026]);
  const ahead = { tags: ["KNOWS_RURAL"], assessedIn: "2027" };
  await expect(assessHolder(county, { id, ...ahead })).rejects.toMatchObject({
    fields: { assessedIn: [{ key: "post.yearAhead" }] },
  });
  await withdrawTenure(county, { id });
  await expect(appoint(county, appointment({ fromOn: "2026-09-01", ...ahead }))).rejects.toMatchObject({
    fields: { assessedIn: [{ key: "post.yearAhead" }] },
  });
  await appoint(county, appointment({ fromOn: "2026-09-01" }));
  await expect(withdrawTenure(county, { id })).rejects.toMatchObject({ words: { key: "post.takenBack" } });
});

test("a post of several places has been short since the first fell empty, on its page as in the list", async () => {
  const wide = await aPost(database, {
    divisionId: laxi.id,
    kind: "DEPUTY_DIRECTOR",
    quotas: [["2026-01-01", 2]],
  });
  const held = (person: { id: string; name: string }, toOn: string) =>
    aTenure(database, { post: wide, person, fromOn: "2026-01-01", toOn });
  await held(pairedHelper, "2026-03-01");
  await held(firstSecretary, "2026-07-01");
  const page = await read((scope) => getPost(scope, { id: wide.id }));
  expect(page).toMatchObject({ places: 2, held: 0, shortSince: "2026-03-01" });
  expect(page.gaps.map(({ fromOn, missing }) => [fromOn, missing])).toEqual([
    ["2026-07-01", 2],
    ["2026-03-01", 1],
  ]);
  const { rows } = await read((scope) => listPosts(scope, { unit: String(laxi.id), shown: "vacant" }));
  expect(rows.find(({ postId }) => postId === wide.id)?.shortSince).toBe(page.shortSince);
});

test("the list shows holders and empty places on a day, and only the empty ones when asked", async () => {
  const on = (day: string, more = {}) =>
    read((scope) => listPosts(scope, { unit: String(xuetong.id), on: day, ...more }));
  const now = await on(WORLD_TODAY);
  expect(now.sums).toMatchObject({ places: 3, held: 2, empty: 1, emptyPrincipals: 0 });
  expect(now.rows.map(({ kind, name, shortSince }) => [kind, name ?? shortSince])).toEqual([
    ["SECRETARY", villageCadre.name],
    ["DIRECTOR", villageCadre.name],
    ["DEPUTY_DIRECTOR", "2026-11-10"],
  ]);
  const vacant = await on("2026-09-30", { shown: "vacant" });
  expect(vacant.rows).toMatchObject([
    { kind: "SECRETARY", missing: 1, shortSince: "2026-08-20", daysThisYear: 42 },
  ]);
  expect((await on(WORLD_TODAY, { tag: "PROSPERITY_LEADER" })).total).toBe(1);
});

test("the typed secretary yields to the post where one is kept", async () => {
  const led = async () => (await read((scope) => getOrg(scope, { id: world.partyOrgs.jitang.id }))).led;
  expect((await led()).find(({ id }) => id === world.partyOrgs.xuetong.id)?.secretary).toBe(
    villageCadre.name,
  );
  await database.look("update tenure set to_on = '2026-11-01' where post_id = $1 and to_on is null", [
    world.posts.secretary.id,
  ]);
  expect((await led()).find(({ id }) => id === world.partyOrgs.xuetong.id)?.secretary).toBeNull();
  await database.look("update tenure set to_on = null where post_id = $1 and to_on = '2026-11-01'", [
    world.posts.secretary.id,
  ]);
});

test("another county finds nothing; a village cadre sees the team and may not change it", async () => {
  const stranger = await signIn(database, world.accounts.otherCountyAdmin.username);
  await expect(appoint(stranger, appointment())).rejects.toMatchObject({ code: "not-found" });
  expect(await reading(stranger, (scope) => showTeam(scope, { divisionId: laxi.id }))).toMatchObject({
    reached: false,
    posts: [],
  });
  await expect(reading(stranger, (scope) => getCadre(scope, { id: villageCadre.id }))).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(
    setUpTeam(county, { divisionId: lieda.id, fromOn: "2026-01-01", "places-DIRECTOR": "1" }),
  ).rejects.toMatchObject({ code: "not-found" });
  const cadre = await signIn(database, world.accounts.villageCadre.username);
  expect((await reading(cadre, (scope) => showTeam(scope, { divisionId: xuetong.id }))).posts).toHaveLength(
    3,
  );
  await expect(
    changeQuota(cadre, { id: world.posts.director.id, places: "0", fromOn: "2027-01-01" }),
  ).rejects.toMatchObject({ code: "refused" });
  expect(chaya.id).toBe(2);
});
