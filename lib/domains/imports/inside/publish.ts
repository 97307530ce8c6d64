/** Puts the good rows into the registry in one transaction, under the rights of whoever imports; all of it or nothing. */
import { createHash } from "node:crypto";
import type pg from "pg";
import type { JobHandle } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import { scopedRaw } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { mayGoOn } from "../policy.ts";
import { sayOnBehalf } from "./on-behalf.ts";
import { publishAccounts } from "./publish-accounts.ts";
import { publishAttendance } from "./publish-attendance.ts";
import { publishDuties } from "./publish-duties.ts";
import { publishHouseholds } from "./publish-households.ts";
import { publishIncomes } from "./publish-incomes.ts";
import { publishIndustry } from "./publish-industry.ts";
import { publishMeasures } from "./publish-measures.ts";
import { publishMembers } from "./publish-members.ts";
import { publishNeeds } from "./publish-needs.ts";
import { publishOrgs } from "./publish-orgs.ts";
import { publishPairings } from "./publish-pairings.ts";
import { publishPersons } from "./publish-persons.ts";
import { publishPublicity } from "./publish-publicity.ts";
import { publishTeams } from "./publish-teams.ts";
import { publishTrainings } from "./publish-trainings.ts";
import { publishVisits } from "./publish-visits.ts";
import { changeRecord, type ImportRecord } from "./record.ts";
import { type Counts, registeredElsewhere, resolve } from "./resolve.ts";

export type Publishing = {
  client: pg.PoolClient;
  record: ImportRecord;
  viewer: Viewer;
  today: string;
  step: (name: string) => Promise<void>;
};

const PUBLISHERS: Record<string, (publishing: Publishing) => Promise<void>> = {
  "household-roster": publishHouseholds,
  "person-roster": publishPersons,
  incomes: publishIncomes,
  measures: publishMeasures,
  publicity: publishPublicity,
  pairings: publishPairings,
  "party-orgs": publishOrgs,
  members: publishMembers,
  "industry-ledger": publishIndustry,
  trainings: publishTrainings,
  "visit-record": publishVisits,
  "need-ledger": publishNeeds,
  "team-roster": publishTeams,
  "team-attendance": publishAttendance,
  "member-duties": publishDuties,
  accounts: publishAccounts,
};

export async function publish(job: JobHandle, record: ImportRecord, today: string): Promise<Counts> {
  const elsewhere = await registeredElsewhere(job.pool, record);
  return scopedRaw(await job.asRequester(), "begin", async (client, viewer) => {
    if (!mayGoOn(viewer, record)) throw rule("import.grantGone");
    await client.query("set local lock_timeout = '30s'");
    await holdImports(client);
    // The registry may have changed since the dry run: judged anew, within the transaction that writes.
    const counts = await resolve(client, record, elsewhere, viewer);
    let steps = 0;
    const step = (name: string) => job.progress(++steps, 8, name);
    await step("compared");
    if (record.whole && counts.bad > 0) throw rule("import.notWhole", { count: counts.bad });
    // From here on every row written is traced, so that the import can be taken back.
    await client.query("select set_config('app.import', $1, true)", [record.id]);
    const behalf = await sayOnBehalf(client, viewer, record);
    await PUBLISHERS[record.sheet]!({ client, record, viewer, today, step });
    await client.query(
      `insert into audit_event (account_id, account_name, verb, subject, division_id, facts) values ($1, $2, 'import.published', $3, $4, $5)`,
      [
        viewer.accountId,
        viewer.name,
        `import:${record.id}`,
        record.divisionId,
        JSON.stringify({ sheet: record.sheet, year: record.year, ...counts, ...behalf }),
      ],
    );
    const mine = await changeRecord(client, record.id, ["PUBLISHING"], { status: "DONE", counts });
    if (!mine) throw rule("import.notDue");
    await step("committing");
    return counts;
  });
}

/** One import at a time in the prefecture: two of them would judge the registry before either has written to it. */
export const holdImports = (client: pg.PoolClient) =>
  client.query("select pg_advisory_xact_lock($1)", [LOCK]);

const LOCK = createHash("sha256").update("imports.publish").digest().readInt32LE(0);
