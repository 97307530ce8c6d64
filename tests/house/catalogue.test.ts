// Proves the second wall from the database's own catalogue, and plants each offence in a copy to see that it is noticed.
import { afterEach, expect, test } from "vitest";
import { testDatabase } from "../support/database.ts";
import * as catalogue from "./catalogue.ts";
import { DEFINER_FUNCTIONS } from "./reviewed.ts";
import { POLICIES_THAT_QUERY, TABLES_WITHOUT_POLICY } from "./reviewed-tables.ts";

const database = testDatabase();
const { look, plant, uproot } = { look: database.look, plant: database.asAdmin, uproot: [] as string[] };

afterEach(async () => {
  await plant(...uproot.splice(0));
});

test("every foreign key has a full index", async () => {
  expect(await catalogue.unindexedForeignKeys(look)).toEqual([]);
});

test.each([
  ["no index", ""],
  ["a partial index", "create index on planted (division_id) where division_id > 3"],
  ["an index that begins elsewhere", "create index on planted (id, division_id)"],
])("it bites: a foreign key with %s", async (_, index) => {
  uproot.push("drop table planted");
  await plant("create table planted (id int primary key, division_id int references division)", index);
  expect(await catalogue.unindexedForeignKeys(look)).toEqual(["planted.planted_division_id_fkey"]);
  await plant("create index on planted (division_id)");
  expect(await catalogue.unindexedForeignKeys(look)).toEqual([]);
});

test("every table is policed, or on the list with its reason", async () => {
  expect(await catalogue.openTables(look)).toEqual(Object.keys(TABLES_WITHOUT_POLICY).sort());
});

test("it bites: a new table without row-level security", async () => {
  uproot.push("drop table planted");
  await plant("create table planted (id int)");
  expect(await catalogue.openTables(look)).toContain("planted");
});

test("no view looks with its owner's rights", async () => {
  expect(await catalogue.leakingViews(look)).toEqual([]);
});

test("it bites: a plain view and a materialized one; an invoker's view passes", async () => {
  uproot.push("drop view plain, invoked", "drop materialized view kept");
  await plant(
    "create view plain as select * from household",
    "create materialized view kept as select 1 as one",
  );
  await plant("create view invoked with (security_invoker = true) as select * from household");
  expect(await catalogue.leakingViews(look)).toEqual(["kept", "plain"]);
});

test("functions with their owner's rights are exactly those that were looked at", async () => {
  const found = await catalogue.definerFunctions(look);
  const callersOf = ({ isTrigger, callers }: catalogue.Definer) => {
    if (isTrigger) return "triggers";
    return callers.length === 2 ? "both" : (callers[0] ?? "nobody");
  };
  const reviewed = Object.entries(DEFINER_FUNCTIONS).map(([name, { callers }]) => [name, callers]);
  expect(Object.fromEntries(found.map((one) => [one.name, callersOf(one)]))).toEqual(
    Object.fromEntries(reviewed),
  );
});

test("each has a fixed search path and none is open to everybody", async () => {
  const found = await catalogue.definerFunctions(look);
  expect(found.length).toBeGreaterThan(10);
  expect(catalogue.withLoosePath(found)).toEqual([]);
  expect(catalogue.openToEverybody(found)).toEqual([]);
});

test.each([
  "",
  "set search_path = public",
  'set search_path = "$user", public, pg_temp',
  "set search_path = pg_temp, public",
])("it bites: a definer function with the path “%s”, open to everybody", async (path) => {
  uproot.push("drop function planted()");
  await plant(`create function planted() returns int language sql security definer ${path} as 'select 1'`);
  const found = await catalogue.definerFunctions(look);
  expect(catalogue.withLoosePath(found)).toEqual(["planted()"]);
  expect(catalogue.openToEverybody(found)).toEqual(["planted()"]);
});

test.each(["app_rw", "app_job"])("%s owns nothing and cannot step over the wall", async (role) => {
  expect(await catalogue.powersOf(look, role)).toEqual([]);
});

test("it bites: what would let the runtime role step over", async () => {
  uproot.push(
    "drop table planted",
    "revoke create on schema public from app_rw",
    "revoke truncate on household from app_rw",
  );
  await plant("create table planted (id int)", "alter table planted owner to app_rw");
  await plant("grant create on schema public to app_rw", "grant truncate on household to app_rw");
  expect((await catalogue.powersOf(look, "app_rw")).sort()).toEqual([
    "empties household",
    "empties planted",
    "makes objects in public",
    "owns planted",
  ]);
});

test("it bites: a role with powers of the cluster", async () => {
  const role = `planted_${process.pid}`;
  uproot.push(`drop role ${role}`);
  await plant(`create role ${role} superuser bypassrls createrole createdb replication in role app_rw`);
  const powers = await catalogue.powersOf(look, role);
  expect(powers).toContain("is superuser");
  expect(powers).toContain("bypasses row-level security");
  expect(powers).toContain("is a member of app_rw");
  expect(powers).toContain("has no statement timeout");
});

test("no policy asks another policed table, except those that were looked at", async () => {
  expect(await catalogue.policiesThatQuery(look)).toEqual(Object.keys(POLICIES_THAT_QUERY).sort());
});

test("it bites: a policy that joins", async () => {
  uproot.push("drop policy planted on visit");
  await plant("create policy planted on visit using (household_id in (select id from household))");
  expect(await catalogue.policiesThatQuery(look)).toContain("visit.planted");
});
