// Proves that an import of Party organizations can be undone: what nobody touched is as before, what was edited or used stays and says why.
import { beforeAll, expect, test } from "vitest";
import { takeBackImport } from "#lib/domains/imports/commands/take-back.ts";
import { listKept, planTakeBack } from "#lib/domains/imports/queries.ts";
import { closeOrg } from "#lib/domains/party-orgs/commands/close.ts";
import { describeOrg } from "#lib/domains/party-orgs/commands/describe.ts";
import { renameOrg } from "#lib/domains/party-orgs/commands/rename.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPartyOrg } from "#tests/build/party-org.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { aTownship, importWhole, type Line, runJobs, type Township, view } from "./importing.ts";

const database = testDatabase();
let town: Township;
let admin: Session;
let stranger: Session;
let committee: { id: number };

beforeAll(async () => {
  holdToday("2026-11-23");
  town = await aTownship(database);
  admin = await signIn(database, town.chief);
  stranger = await signIn(database, town.stranger);
  committee = await aPartyOrg(database, { name: "吉塘镇党委", kind: "COMMITTEE", divisionId: town.township });
});

const TABLES: Record<string, string> = {
  party_org: "id::text",
  party_org_affiliation: "id::text",
  party_org_closure: "ancestor_id || ' ' || node_id || ' ' || from_on",
  tree_event: "id::text",
  search_entry: "kind || subject_id",
};

async function picture(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const [table, key] of Object.entries(TABLES))
    for (const { key: name, row } of await database.look<{ key: string; row: string }>(
      `select ${key} as key, (to_jsonb(t) - 'version')::text as row from ${table} t`,
    ))
      seen.set(`${table} ${name}`, row);
  return seen;
}

const org = (name: string, leader = "吉塘镇党委", change: Line = {}): Line => ({
  "乡（镇）": "吉塘镇",
  村: "雪东村",
  党组织全称: name,
  类型: name.endsWith("总支") ? "党总支" : "党支部",
  隶属: leader,
  书记: "次仁",
  党员数: "12",
  ...change,
});
const idOf = async (name: string) =>
  (await database.look<{ id: number }>("select id from party_org where name = $1", [name]))[0]!.id;
const versionOf = async (id: number) =>
  (await database.look<{ version: number }>("select version from party_org where id = $1", [id]))[0]!.version;
const plan = (session: Session, id: string) => reading(session, (scope) => planTakeBack(scope, { id }));
async function takeBack(id: string) {
  await takeBackImport(admin, { id, reason: "上传错了文件" });
  await runJobs();
  return view(admin, id);
}

test("a whole branch nobody touched goes, and what was reported of others is as before", async () => {
  const known = await aPartyOrg(database, {
    name: "吉塘村党支部",
    divisionId: town.villages[0],
    leaderId: committee.id,
    secretary: "旧书记",
  });
  const before = await picture();
  const done = await importWhole(admin, "party-orgs", town.township, [
    org("第一党支部", "雪东村党总支"),
    org("雪东村党总支"),
    org("吉塘村党支部", "吉塘镇党委", { 村: "吉塘村", 书记: "新书记", 党员数: "31" }),
  ]);
  expect(done.counts).toMatchObject({ added: 2, updated: 1 });
  expect(await plan(admin, done.id)).toMatchObject({ removed: 2, restored: 1, stayed: 0 });
  expect(await takeBack(done.id)).toMatchObject({ status: "TAKEN_BACK", counts: { went: 3, stayed: 0 } });
  expect([...(await picture())].sort()).toEqual([...before].sort());
  expect(
    await database.look(
      "select field, old, new from change where verb = 'import.takenBack' and entity = 'partyOrg' and entity_id = $1 order by field",
      [String(known.id)],
    ),
  ).toEqual([
    { field: "memberCount", old: "31", new: null },
    { field: "secretary", old: "新书记", new: "旧书记" },
  ]);
});

test("the edited, the used and whoever leads them stay, each with its reason; the others go", async () => {
  await aPartyOrg(database, {
    name: "两次报的党支部",
    divisionId: town.villages[0],
    leaderId: committee.id,
    secretary: "旧书记",
  });
  const done = await importWhole(admin, "party-orgs", town.township, [
    org("留下的党总支"),
    org("改过的党支部", "留下的党总支"),
    org("有党员的党支部"),
    org("有下级的党总支"),
    org("改了名的党支部"),
    org("没人动的党支部", "留下的党总支"),
    org("没人动的党总支"),
    org("撤销了的党支部"),
    org("两次报的党支部", "吉塘镇党委", { 村: "吉塘村", 书记: "新书记" }),
  ]);
  expect(done.counts).toMatchObject({ added: 8, updated: 1 });
  // Since then: one got another secretary, one a member, one an organization below it, one another name, one was closed, one reported again.
  const edited = await idOf("改过的党支部");
  await describeOrg(admin, {
    id: edited,
    version: await versionOf(edited),
    secretary: "后来的书记",
    memberCount: "13",
  });
  await aPerson(database, { divisionId: town.villages[1], partyOrgId: await idOf("有党员的党支部") });
  await aPartyOrg(database, {
    name: "后来的党支部",
    divisionId: town.villages[1],
    leaderId: await idOf("有下级的党总支"),
    openedOn: "2026-11-23",
  });
  const day = { effectiveOn: "2026-11-23", documentNo: "察组〔2026〕9号" };
  await renameOrg(admin, { ...day, id: await idOf("改了名的党支部"), name: "有了新名的党支部" });
  await closeOrg(admin, { ...day, id: await idOf("撤销了的党支部"), targetId: committee.id });
  await database.look("update party_org set secretary = '更新的书记' where name = '两次报的党支部'");

  const foreseen = await plan(admin, done.id);
  const why = (rows: { name: string | null; stays: string; kind: string }[]) =>
    Object.fromEntries(rows.map(({ name, stays, kind }) => [name, `${kind} ${stays}`]));
  const kept = {
    留下的党总支: "partyOrg USED",
    改过的党支部: "partyOrg EDITED",
    有党员的党支部: "partyOrg USED",
    有下级的党总支: "partyOrg USED",
    有了新名的党支部: "partyOrg EDITED",
    撤销了的党支部: "partyOrg EDITED",
    两次报的党支部: "partyOrg EDITED",
  };
  expect(foreseen).toMatchObject({ removed: 2, restored: 0, stayed: 7 });
  expect(why(foreseen.kept)).toEqual(kept);
  expect(foreseen.kept.find(({ name }) => name === "改过的党支部")!.editedBy).not.toBeNull();
  expect(await takeBack(done.id)).toMatchObject({ counts: { went: 2, stayed: 7 } });
  expect(why(await reading(admin, (scope) => listKept(scope, { id: done.id })))).toEqual(kept);
  expect(await database.look("select name from party_org where name like '没人动的%'")).toEqual([]);
  expect(
    await database.look(
      "select secretary, member_count from party_org where name in ('改过的党支部', '两次报的党支部') order by 1",
    ),
  ).toEqual([
    { secretary: "后来的书记", member_count: 13 },
    { secretary: "更新的书记", member_count: 12 },
  ]);
});

test("one with a paper of its own stays", async () => {
  const done = await importWhole(admin, "party-orgs", town.township, [
    org("有文件的党支部"),
    org("没文件的党支部"),
  ]);
  await database.look(
    `insert into paper (subject_kind, subject_id, division_id, title, uploaded_by, uploaded_by_name)
     select 'partyOrg', id::text, division_id, '关于成立党支部的批复', (select min(id) from account), '某人' from party_org where name = '有文件的党支部'`,
  );
  expect(await plan(admin, done.id)).toMatchObject({ removed: 1, stayed: 1 });
  expect(await takeBack(done.id)).toMatchObject({ counts: { went: 1, stayed: 1 } });
});

test("a change that was due before stays done, for it is nobody's import", async () => {
  const due = await aPartyOrg(database, {
    name: "到期改名的党支部",
    divisionId: town.villages[1],
    leaderId: committee.id,
  });
  await database.look(
    `insert into tree_event (tree, kind, node_id, effective_on, detail, status) values ('PARTY_ORG', 'RENAME', $1, '2026-11-22', '{"name": "改好名的党支部"}', 'SCHEDULED')`,
    [due.id],
  );
  const done = await importWhole(admin, "party-orgs", town.township, [org("随后的党支部")]);
  expect(done.counts).toMatchObject({ added: 1 });
  expect(await plan(stranger, done.id)).toMatchObject({ removed: 0, restored: 0, stayed: 0 });
  expect(await takeBack(done.id)).toMatchObject({ counts: { went: 1, stayed: 0 } });
  expect(await idOf("改好名的党支部")).toBe(due.id);
});
