/** Undoes a published import in one transaction, under the rights of whoever imported; a stop before the end changes nothing. */
import type { JobHandle } from "#lib/platform/jobs.ts";
import { rule } from "#lib/platform/problem.ts";
import { scopedRaw } from "#lib/platform/scope.ts";
import { mayGoOn } from "../policy.ts";
import { sayOnBehalf } from "./on-behalf.ts";
import { holdImports } from "./publish.ts";
import { changeRecord, type ImportRecord } from "./record.ts";

/** Sheets whose rows are not undone by household, person or pairing. */
const UNDONE_BY: Record<string, string> = {
  incomes: "sec.take_back_incomes",
  measures: "sec.take_back_measures",
  "visit-record": "sec.take_back_visits",
  "need-ledger": "sec.take_back_needs",
  "team-roster": "sec.take_back_teams",
  "team-attendance": "sec.take_back_attendance",
  "member-duties": "sec.take_back_duties",
  "party-orgs": "sec.take_back_orgs",
  members: "sec.take_back_members",
  "industry-ledger": "sec.take_back_industry",
  trainings: "sec.take_back_trainings",
  accounts: "sec.take_back_accounts",
};

export async function takeBack(job: JobHandle, record: ImportRecord): Promise<void> {
  await scopedRaw(await job.asRequester(), "begin", async (client, viewer) => {
    if (!mayGoOn(viewer, record)) throw rule("import.grantGone");
    await client.query("set local statement_timeout = '10min'");
    await client.query("set local lock_timeout = '30s'");
    await holdImports(client);
    const behalf = await sayOnBehalf(client, viewer, record);
    await job.progress(0, 2, "takingBack");
    const { rows } = await client.query<{ went: number; stayed: number }>(
      `select went, stayed from ${UNDONE_BY[record.sheet] ?? "sec.take_back"}($1)`,
      [record.id],
    );
    const told = rows[0]!;
    await client.query(
      `insert into audit_event (account_id, account_name, verb, subject, division_id, facts)
       select $1, $2, 'import.takenBack', $3, $4, $5::jsonb || jsonb_build_object('reason', i.taken_back_for) from import i where i.id = $6`,
      [
        viewer.accountId,
        viewer.name,
        `import:${record.id}`,
        record.divisionId,
        JSON.stringify({ sheet: record.sheet, year: record.year, ...told, ...behalf }),
        record.id,
      ],
    );
    if (!(await changeRecord(client, record.id, ["TAKING_BACK"], { status: "TAKEN_BACK", counts: told })))
      throw rule("import.notDue");
    await job.progress(1, 2, "committing");
  });
}
