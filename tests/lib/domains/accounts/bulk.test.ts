// A list of names is looked at line by line, then becomes accounts whose codes are shown once; people are found, and nobody gets two accounts.
import { beforeAll, expect, test } from "vitest";
import { createAccount } from "#lib/domains/accounts/commands/create-account.ts";
import { accountsInBulk } from "#lib/domains/accounts/commands/create-many.ts";
import { findPeople } from "#lib/domains/accounts/queries/find-people.ts";
import { previewRoles } from "#lib/domains/accounts/queries/preview-roles.ts";
import { setPasswordByCode } from "#lib/domains/accounts/redeem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/sign-in.ts";
import { type Ground, layGround, PLACES } from "#tests/walls/ground.ts";

const database = testDatabase();
let ground: Ground;
const as = (role: string): Session => ground.sessions.get(role) ?? { token: "" };

beforeAll(async () => {
  ground = await layGround(database);
}, 60_000);

type List = ReturnType<typeof list>;
async function rehearseAccounts(session: Session, form: List) {
  const answer = await accountsInBulk(session, { ...form, step: "rehearse" });
  if (answer.step !== "rehearsed") throw new Error("not rehearsed");
  return answer;
}
async function createAccounts(session: Session, form: List) {
  const answer = await accountsInBulk(session, { ...form, step: "make" });
  if (answer.step !== "made") throw new Error("not made");
  return answer;
}

const list = (text: string) => ({
  divisionId: PLACES.A1.id as number,
  role: "TOWNSHIP_REVIEWER",
  text,
  people: [],
});

test("every line of a list says what stands against it, and nothing is made by looking", async () => {
  const { lines, ready } = await rehearseAccounts(
    as("COUNTY_ADMIN"),
    list(
      [
        "姓名\t单位\t岗位\t账号",
        "巴桑\t\t\t",
        "巴桑\t\t\t",
        "丹增\t地A1x\t村干部\t",
        "央宗\t没有的村\t\t",
        "仁青\t\t大法师\t",
        "扎西\t\t县财政局\t",
        "达瓦\t\t\twall-county_admin",
      ].join("\n"),
    ),
  );
  expect(lines.map(({ name, username, problem }) => [name, username, problem])).toEqual([
    ["巴桑", "basang", null],
    ["巴桑", "basang2", null],
    ["丹增", "danzeng", null],
    ["央宗", "yangzong", "unit"],
    ["仁青", "renqing", "role"],
    ["扎西", "zhaxi", "roleHere"],
    ["达瓦", "wall-county_admin", "taken"],
  ]);
  expect(ready).toBe(3);
  expect(await database.look("select 1 from account where username = 'basang'")).toEqual([]);
});

test("a list whose lines name their roles needs none besides, and an unknown unit is shown as it was typed", async () => {
  const { lines } = await rehearseAccounts(as("COUNTY_ADMIN"), {
    ...list("丹增,地A1x,村干部\n央宗,没有的村,村干部\n巴桑\n次珍,地A1地A1x,村干部\n旺堆,地B1地A1x,村干部"),
    role: "",
  });
  expect(lines.map(({ place, problem }) => [place, problem])).toEqual([
    ["地A1x", null],
    ["没有的村", "unit"],
    ["地A1", "roleMissing"],
    ["地A1x", null],
    ["地B1地A1x", "unit"],
  ]);
});

test("the good lines become accounts with codes that work once and stand nowhere in the database", async () => {
  const { slips, left, until } = await createAccounts(
    as("COUNTY_ADMIN"),
    list("巴桑\n丹增,地A1x,村干部\n央宗,没有的村"),
  );
  expect(slips.map(({ name, place, role }) => [name, place, role])).toEqual([
    ["巴桑", "地A1", "TOWNSHIP_REVIEWER"],
    ["丹增", "地A1x", "VILLAGE_CADRE"],
  ]);
  expect(left.map(({ problem }) => problem)).toEqual(["unit"]);
  expect(until > "2020").toBe(true);
  const code = slips[0]?.code ?? "";
  const token = await setPasswordByCode(
    { code, password: "correct horse battery staple" },
    { address: "10.4.4.4", agent: null },
  );
  expect(await viewerOf({ token })).toMatchObject({
    name: "巴桑",
    grants: [{ role: "TOWNSHIP_REVIEWER", divisionId: PLACES.A1.id }],
  });
  const trail = await database.look("select facts from audit_event where verb = 'account.listTaken'");
  expect(JSON.stringify(trail)).not.toContain(code);
  await expect(
    createAccounts(as("TOWNSHIP_ADMIN"), { ...list("谁"), divisionId: PLACES.B1.id }),
  ).rejects.toMatchObject({ code: "refused" });
});

test("a person is found within reach, gets one account, and a namesake is asked about", async () => {
  const near = ground.targets.find(({ place }) => place === "A2")?.person;
  const looking = (role: string) =>
    reading(as(role), (scope) => findPeople(scope, { q: "标" })).then((all) => all.map(({ id }) => id));
  expect(await looking("COUNTY_ADMIN")).toContain(near);
  expect(await looking("TOWNSHIP_ADMIN"), "another township").not.toContain(near);
  const form = { divisionId: PLACES.A1.id, role: "TOWNSHIP_REVIEWER" };
  const make = { ...form, username: "sonam", name: "索朗", personId: "NEW", unitName: "民政所" };
  await createAccount(as("COUNTY_ADMIN"), make);
  await expect(createAccount(as("COUNTY_ADMIN"), { ...make, username: "sonam2" })).rejects.toMatchObject({
    words: { key: "account.namesake" },
  });
  await createAccount(as("COUNTY_ADMIN"), { ...make, username: "sonam2", somebodyElse: "1" });
  const people = await reading(as("COUNTY_ADMIN"), (scope) => findPeople(scope, { q: "民政所" }));
  expect(people.map(({ name, username }) => [name, username]).sort()).toEqual([
    ["索朗", "sonam"],
    ["索朗", "sonam2"],
  ]);
  await expect(
    createAccount(as("COUNTY_ADMIN"), { ...form, username: "sonam3", personId: people[0]?.id }),
  ).rejects.toMatchObject({ words: { key: "account.personHasAccount" } });
});

test("what a role would open is counted before it is given", async () => {
  const roles = await reading(as("COUNTY_ADMIN"), (scope) => previewRoles(scope, { unit: PLACES.A1.id }));
  const opens = (role: string) => roles.find((one) => one.role === role)?.opens;
  // The township with its two villages: two households each, and two more in A1x.
  expect(opens("TOWNSHIP_REVIEWER")).toEqual({ places: 3, households: 8, orgs: 4 });
  expect(opens("HELPER")).toBeNull();
});
