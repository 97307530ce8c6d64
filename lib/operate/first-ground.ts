// What a new installation stands on before anybody signs in: its divisions, the open year, rules, and the Party line down to the counties.
import type pg from "pg";
import { today as todayInBeijing } from "#lib/platform/clock.ts";
import { batch } from "./ground/copy.ts";
import { addDivisions } from "./ground/divisions.ts";
import { forgetNumbers } from "./ground/next-numbers.ts";
import { committeeOf, partyOrgs } from "./ground/party-org.ts";
import { type Place, readPlaces } from "./ground/places.ts";
import { addVisitRules } from "./ground/visit-rules.ts";
import { withClient } from "./roles.ts";

export type FirstGround = { divisions: number; committees: number; year: number };

/** As the owner, whole or not at all; null where divisions are there already, and nothing is touched. */
export function layFirstGround(ownerUrl: string, today = todayInBeijing()): Promise<FirstGround | null> {
  return withClient(ownerUrl, async (client) => {
    await client.query("begin");
    // Two deploys at once: the second waits and finds it done. A failure ends the connection, and with it the transaction.
    await client.query("select pg_advisory_xact_lock(hashtext('qamdo.first-ground'))");
    const laid = (await isBare(client)) ? await lay(client, Number(today.slice(0, 4))) : null;
    await client.query("commit");
    if (laid) await client.query("analyze");
    return laid;
  });
}

async function isBare(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query("select not exists (select 1 from division) as bare");
  return rows[0].bare;
}

async function lay(client: pg.ClientBase, year: number): Promise<FirstGround> {
  const places = readPlaces();
  const rows = batch();
  addDivisions(rows, places);
  rows.add("registry_year", { year, status: "OPEN" });
  addVisitRules(rows, `${year}-01-01`);
  const orgs = partyOrgs(rows);
  const committee = (place: Place, leader: number | null) =>
    orgs.add({ name: committeeOf(place), kind: "COMMITTEE", setting: "TERRITORIAL", place, leader });
  const prefecture = places[0]!;
  const root = committee(prefecture, null);
  for (const county of prefecture.children) committee(county, root);
  orgs.close();
  await rows.write(client);
  await forgetNumbers(client, "division", "party_org");
  return { divisions: places.length, committees: 1 + prefecture.children.length, year };
}
