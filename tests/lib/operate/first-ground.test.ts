// The way of a county's technician: an empty database of one's own, two deploys, and the first administrator is inside.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from "vitest";
import { becomeFirstAdministrator, setPasswordByCode } from "#lib/domains/accounts/redeem.ts";
import { showDivisionTree } from "#lib/domains/divisions/queries/tree.ts";
import { deploy } from "#lib/operate/deploy.ts";
import { hasAccounts } from "#lib/operate/own-database.ts";
import { giveRescueCode } from "#lib/operate/rescue.ts";
import { ensureRoles, withClient } from "#lib/operate/roles.ts";
import { today } from "#lib/platform/clock.ts";
import { databases } from "#lib/platform/db.ts";
import { reading } from "#lib/platform/scope.ts";

const { adminUrl, passwords } = inject("cluster");
const database = process.env.TEST_DATABASE ?? "";
const year = Number(today().slice(0, 4));
let ownerUrl = "";
let printed = "";
/** A deploy compares the database with its migrations replayed in a scratch PostgreSQL. */
const WHILE_REPLAYING = 90_000;

beforeAll(async () => {
  ({ ownerUrl } = await ensureRoles({ adminUrl, database, passwords }));
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
});
beforeEach(() => {
  printed = "";
});
afterAll(async () => {
  vi.restoreAllMocks();
  await databases().close();
  await withClient(adminUrl, (admin) => admin.query(`drop database ${database} with (force)`));
});

const rows = <Row>(text: string): Promise<Row[]> =>
  withClient(ownerUrl, async (client) => (await client.query(text)).rows as Row[]);
const codeIn = (text: string) => text.match(/[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){2}/)?.[0] ?? "";
/** Every row of every table, as one digest each. */
async function everything() {
  const tables = await rows<{ name: string }>(
    "select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables)
    digests[name] =
      (
        await rows<{ digest: string }>(
          `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest from ${name} t`,
        )
      )[0]?.digest ?? "";
  return digests;
}
const redeem = (code: string) =>
  becomeFirstAdministrator(
    { code, username: "first", name: "达瓦", password: `long ${randomUUID()}` },
    { address: "127.0.0.1", agent: null },
  );

let firstCode = "";

test(
  "an empty database gets its ground and the code of its first administrator",
  async () => {
    await deploy();
    expect(printed).toContain("1325 个行政区划");
    expect(printed).toContain("/first-administrator");
    expect(printed).toContain("7 天");
    expect(printed).not.toContain("作废");
    firstCode = codeIn(printed);
    expect(firstCode).not.toBe("");
    expect(await rows("select level, count(*)::int as n from division group by 1 order by n")).toEqual([
      { level: "PREFECTURE", n: 1 },
      { level: "COUNTY", n: 11 },
      { level: "TOWNSHIP", n: 138 },
      { level: "VILLAGE", n: 1175 },
    ]);
    expect(await rows("select year, status from registry_year")).toEqual([{ year, status: "OPEN" }]);
    expect(await rows("select distinct from_on::text as from from visit_rule")).toEqual([
      { from: `${year}-01-01` },
    ]);
    expect(await rows("select count(*)::int as n from search_entry where kind = 'division'")).toEqual([
      { n: 1325 },
    ]);
  },
  WHILE_REPLAYING,
);

test("the Party line stands: the prefecture's committee leads each county's", async () => {
  expect(
    await rows(`select o.setting, count(*)::int as n from party_org o join division d on d.id = o.division_id
      join party_org_affiliation a on a.org_id = o.id and a.basis = 'LINE'
      join party_org l on l.id = a.leading_org_id and l.name = '中共昌都市委员会' where d.level = 'COUNTY' group by 1`),
  ).toEqual([{ setting: "TERRITORIAL", n: 11 }]);
  expect(
    await rows(`select count(*)::int as n from party_org_closure c join party_org o on o.id = c.ancestor_id
      where o.name = '中共昌都市委员会' and c.to_on is null`),
  ).toEqual([{ n: 12 }]);
});

test("it holds nobody: no person, no household, no account, and nothing of the demo", async () => {
  for (const table of ["person", "household", "account", "pairing", "visit", "target", "setting"])
    expect(await rows(`select * from ${table}`), table).toEqual([]);
  expect(await hasAccounts(ownerUrl)).toBe(false);
});

test(
  "a second deploy prints a new code, says that the old one is void, and touches nothing else",
  async () => {
    const before = await everything();
    await deploy();
    const code = codeIn(printed);
    expect(printed).toContain("作废");
    expect(code).not.toBe("");
    expect(code).not.toBe(firstCode);
    expect({ ...(await everything()), one_time_code: "" }).toEqual({ ...before, one_time_code: "" });
    await expect(redeem(firstCode)).rejects.toThrow();
    firstCode = code;
  },
  WHILE_REPLAYING,
);

test("the code makes an administrator of the whole prefecture, once", async () => {
  const token = await redeem(firstCode);
  const { viewer, tree } = await reading({ token }, async (scope) => ({
    viewer: scope.viewer,
    tree: await showDivisionTree(scope, { open: [] }),
  }));
  expect(viewer.seesAll).toBe(true);
  expect(viewer.grants.map(({ role }) => role)).toEqual(["PREFECTURE_ADMIN"]);
  expect(tree.rows).toHaveLength(12);
  await expect(redeem(firstCode)).rejects.toThrow();
  expect(await hasAccounts(process.env.DATABASE_URL ?? "")).toBe(true);
});

test("an administrator who forgot the password gets a code from whoever owns the database, and the audit tells", async () => {
  await expect(giveRescueCode(ownerUrl, "nobody")).rejects.toThrow(/没有这个账号/);
  await rows(
    "insert into second_factor (account_id, secret_sealed, confirmed_at) values (1, '\\x00', now()) returning account_id",
  );
  await rows("insert into recovery_code (account_id, digest) values (1, '\\x00') returning account_id");
  await giveRescueCode(ownerUrl, "First");
  expect(printed, "the lost phone does not stand in the way").toContain("动态码和恢复码同时作废");
  expect(await rows("select 1 from second_factor union all select 1 from recovery_code")).toEqual([]);
  const stranger = { address: "127.0.0.1", agent: null };
  const code = codeIn(printed);
  const token = await setPasswordByCode({ code, password: `longer ${randomUUID()}` }, stranger);
  expect((await reading({ token }, async ({ viewer }) => viewer)).name).toBe("达瓦");
  expect(
    await rows("select subject, facts from audit_event where verb = 'account.codeFromTerminal'"),
  ).toEqual([{ subject: "account:1", facts: { factorTakenOff: true } }]);
});

test(
  "from then on a deploy prints no code and changes nothing",
  async () => {
    const before = await everything();
    await deploy();
    expect(codeIn(printed)).toBe("");
    expect(printed).toContain("npm start");
    expect(await everything()).toEqual(before);
  },
  WHILE_REPLAYING,
);
