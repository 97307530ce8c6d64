/** The background jobs of imports: reading the head of a file, checking all its rows, publishing the good ones. */
import { dictionaryFor } from "#lib/domains/dictionaries/refresh.ts";
import { foldMarks } from "#lib/indicators/fold.ts";
import { today } from "#lib/platform/clock.ts";
import { asProblem } from "#lib/platform/database-problem.ts";
import { type JobHandle, type JobHandler, Stopped } from "#lib/platform/jobs.ts";
import type { ProblemCode } from "#lib/platform/problem.ts";
import { scopedRaw } from "#lib/platform/scope.ts";
import { SheetRefused } from "#lib/platform/sheets/refused.ts";
import { type ImportStatus, JOBS } from "./import.ts";
import { asLastTime } from "./inside/column-memory.ts";
import { importCorrectedBy, passOverPublished } from "./inside/corrected-file.ts";
import { loadPlaces } from "./inside/load-places.ts";
import { previewOf } from "./inside/preview.ts";
import { publish } from "./inside/publish.ts";
import { changeRecord, type ImportRecord, recordOf } from "./inside/record.ts";
import { registeredElsewhere, resolve } from "./inside/resolve.ts";
import { stageRows } from "./inside/staging.ts";
import { takeBack } from "./inside/take-back.ts";
import { sheetById } from "./sheets/all.ts";

async function read(job: JobHandle, record: ImportRecord): Promise<void> {
  await dictionaryFor(job.pool);
  const preview = await previewOf(record);
  const { headerRow, sheetName } = preview.chosen;
  const sheet = sheetById(record.sheet)!;
  const { columns, mapping } = await asLastTime(job.pool, record, sheet, {
    columns: preview.seen.columns,
    mapping: preview.chosen.mapping,
  });
  const missing = sheet.columns.filter(({ required, key }) => required && !Object.hasOwn(mapping, key));
  await changeRecord(job.pool, record.id, ["UPLOADED"], {
    status: "READ",
    preview: { ...preview.seen, columns, missing: headerRow === null ? [] : missing.map(({ key }) => key) },
    headerRow,
    mapping,
    sheetName,
    follows: await importCorrectedBy(job.pool, record, columns),
  });
}

async function check(job: JobHandle, record: ImportRecord): Promise<void> {
  await dictionaryFor(job.pool);
  const sheet = sheetById(record.sheet)!;
  const places = await loadPlaces(job.pool, record.divisionId);
  const mapping = {
    firstRow: (record.headerRow ?? 0) + record.depth,
    columns: record.mapping,
    fixes: record.fixes,
    skipHidden: record.includeHidden === false,
  };
  const { kind: _, ...summary } = await stageRows(job, { record, sheet, mapping, places, today: today() });
  const already = await passOverPublished(job.pool, record);
  await job.progress(summary.rows, summary.rows, "comparing");
  const elsewhere = await registeredElsewhere(job.pool, record);
  const counts = await scopedRaw(await job.asRequester(), "begin", async (client, viewer) => {
    const found = await resolve(client, record, elsewhere, viewer);
    await tellHeldElsewhere(client, record.id);
    return found;
  });
  await changeRecord(job.pool, record.id, ["CHECKING"], {
    status: "CHECKED",
    counts: { ...summary, ...counts, already },
  });
}

type Client = Parameters<Parameters<typeof scopedRaw>[2]>[0];

/** That a sheet met numbers held elsewhere goes into the audit; whose they are is not said (decisions 27). */
async function tellHeldElsewhere(client: Client, id: string): Promise<void> {
  await client.query(
    `select sec.tell('idNumber.heldElsewhere', 'import:' || $1, jsonb_build_object('rows', count(*)), null)
     from import_row where import_id = $1::uuid and problems @> '[{"key": "idElsewhere"}]' having count(*) > 0`,
    [id],
  );
}

const FAILURES: Record<ProblemCode, string> = {
  "signed-out": "refused",
  refused: "refused",
  rule: "refused",
  "not-found": "notFound",
  invalid: "unforeseen",
  conflict: "conflict",
  busy: "busy",
  // A job's session is never asked for a proof.
  "proof-factor": "refused",
  "proof-password": "refused",
  "proof-again": "refused",
};

/** Whatever ends a job early is told on the import itself, in words that say what to do; a step back where one can try again. */
const step =
  (
    due: ImportStatus,
    back: ImportStatus,
    run: (job: JobHandle, record: ImportRecord) => Promise<unknown>,
  ): JobHandler =>
  async (job) => {
    const record = await recordOf(job.pool, job.payload.importId);
    if (record.status !== due) return {};
    try {
      await run(job, record);
      return {};
    } catch (error) {
      if (error instanceof Stopped) {
        await changeRecord(job.pool, record.id, [due], { status: back });
        throw error;
      }
      if (error instanceof SheetRefused) {
        await changeRecord(job.pool, record.id, [due], {
          status: "FAILED",
          failure: `refused.${error.reason}`,
        });
        return { refused: error.reason };
      }
      const problem = asProblem(error);
      if (!problem) throw error;
      await changeRecord(job.pool, record.id, [due], {
        status: back,
        failure: `failure.${problem.words.key === "import.notWhole" ? "notWhole" : FAILURES[problem.code]}`,
      });
      throw problem;
    }
  };

/** The roll-ups follow at once: nobody who looks up what was brought in has to wait for the next fold, nor to count it live. */
const folded =
  (run: (job: JobHandle, record: ImportRecord) => Promise<unknown>) =>
  async (job: JobHandle, record: ImportRecord): Promise<void> => {
    await run(job, record);
    // What fails here is left to the clock, which folds as well; the rows are in.
    await foldMarks(job.pool).catch(() => undefined);
  };

export const importJobs: Record<string, JobHandler> = {
  [JOBS.read]: step("UPLOADED", "FAILED", read),
  [JOBS.check]: step("CHECKING", "READ", check),
  [JOBS.publish]: step(
    "PUBLISHING",
    "CHECKED",
    folded((job, record) => publish(job, record, today())),
  ),
  [JOBS.takeBack]: step("TAKING_BACK", "DONE", folded(takeBack)),
};
