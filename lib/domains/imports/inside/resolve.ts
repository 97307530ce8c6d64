/**
 * Compares staged rows with the registry, under the rights of whoever imports: what is new, what differs, what is the same,
 * and what cannot go in. Can be asked again at any time, and is asked again right before the rows go in.
 */
import type pg from "pg";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { ImportRecord } from "./record.ts";
import { resolveAccounts } from "./resolve-accounts.ts";
import { resolveAttendance } from "./resolve-attendance.ts";
import { resolveDuties } from "./resolve-duties.ts";
import { resolveHouseholds } from "./resolve-households.ts";
import { resolveIncomes } from "./resolve-incomes.ts";
import { resolveIndustry } from "./resolve-industry.ts";
import { resolveMeasures } from "./resolve-measures.ts";
import { resolveMembers } from "./resolve-members.ts";
import { resolveNeeds } from "./resolve-needs.ts";
import { resolveOrgs } from "./resolve-orgs.ts";
import { resolvePairings } from "./resolve-pairings.ts";
import { resolvePersons } from "./resolve-persons.ts";
import { resolvePublicity } from "./resolve-publicity.ts";
import { resolveTeams } from "./resolve-teams.ts";
import { resolveTrainings } from "./resolve-trainings.ts";
import { resolveVisits } from "./resolve-visits.ts";

/** `elsewhere`: rows whose household number is registered outside the unit, which the requester may not be able to see. */
export type Resolver = (
  client: pg.PoolClient,
  record: ImportRecord,
  elsewhere: number[],
  viewer: Viewer,
) => Promise<void>;

const RESOLVERS: Record<string, Resolver> = {
  "household-roster": resolveHouseholds,
  "person-roster": resolvePersons,
  incomes: resolveIncomes,
  measures: resolveMeasures,
  publicity: resolvePublicity,
  pairings: resolvePairings,
  "party-orgs": resolveOrgs,
  members: resolveMembers,
  "industry-ledger": resolveIndustry,
  trainings: resolveTrainings,
  "visit-record": resolveVisits,
  "need-ledger": resolveNeeds,
  "team-roster": resolveTeams,
  "team-attendance": resolveAttendance,
  "member-duties": resolveDuties,
  accounts: resolveAccounts,
};

export type Counts = { added: number; updated: number; same: number; bad: number; warned: number };

export async function resolve(
  client: pg.PoolClient,
  record: ImportRecord,
  elsewhere: number[],
  viewer: Viewer,
): Promise<Counts> {
  await client.query("set local statement_timeout = '10min'");
  await client.query("set local work_mem = '64MB'");
  await RESOLVERS[record.sheet]!(client, record, elsewhere, viewer);
  const { rows } = await client.query<Counts>(
    `select count(*) filter (where action = 'ADD')::int as added, count(*) filter (where action = 'UPDATE')::int as updated,
       count(*) filter (where action = 'SAME')::int as same, count(*) filter (where action = 'BAD')::int as bad,
       count(*) filter (where action <> 'BAD' and problems <> '[]')::int as warned
     from import_row where import_id = $1`,
    [record.id],
  );
  return rows[0]!;
}

/** Asked as the job role, which sees every number; the answer names rows of the file and nothing else. */
export async function registeredElsewhere(pool: pg.Pool, record: ImportRecord): Promise<number[]> {
  const { rows } = await pool.query<{ row_no: number }>(
    `select r.row_no from import_row r join household h on h.household_no = r.values->>'householdNo'
     where r.import_id = $1 and not exists (select 1 from division_closure c
       where c.ancestor_id = $2 and c.node_id = h.division_id and c.to_on is null)`,
    [record.id, record.divisionId],
  );
  return rows.map((row) => row.row_no);
}
