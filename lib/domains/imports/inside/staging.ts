/** Copies the rows of a file into staging as the job role, in one transaction: a check that dies leaves nothing half staged. */
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { JobHandle } from "#lib/platform/jobs.ts";
import { readRowsInPieces } from "#lib/platform/sheets/read.ts";
import type { Sheet, Values } from "../sheet.ts";
import { needOwner } from "../sheets/need-ledger.ts";
import type { LateProblem } from "./across-rows.ts";
import type { Named, Places } from "./places.ts";
import { type Mapping, type ReadRow, readSheet, type Summary } from "./read-sheet.ts";
import type { ImportRecord } from "./record.ts";
import { stage } from "./staged-values.ts";
import { fileOf } from "./uploads.ts";

type Staging = { record: ImportRecord; sheet: Sheet; mapping: Mapping; places: Places; today: string };

/** Households get the number under which they go in if nobody has it yet, so that the rows need not be written again for it. */
const STAGE = `insert into import_row (import_id, row_no, action, values, problems, division_id, subject_id)
  select $1, row_no, 'ADD', values, '[]', division_id, case when $2 = 'household-roster' then new_id() end from incoming`;
/** What is told of a row only when a later row, or none, came by. */
const LATE = `update import_row r set values = r.values || jsonb_build_object('told', coalesce(r.values->'told', '[]') || l.told)
  from (select row_no, jsonb_agg(problem) as told from unnest($2::int[], $3::jsonb[]) as u (row_no, problem) group by row_no) l
  where r.import_id = $1 and r.row_no = l.row_no`;

export async function stageRows(job: JobHandle, staging: Staging): Promise<Summary> {
  const client = await job.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    await client.query("delete from import_row where import_id = $1", [staging.record.id]);
    // COPY is refused on a table under row-level security, so the rows come in through a table of this transaction alone.
    await client.query(
      "create temp table incoming (row_no int, division_id int, values jsonb) on commit drop",
    );
    const { summary, late } = await copyRows(job, client, staging);
    if (late.length > 0) {
      const problems = late.map(({ problem }) => JSON.stringify(problem));
      await client.query(LATE, [staging.record.id, late.map(({ rowNo }) => rowNo), problems]);
    }
    await client.query("select sec.measure_staging()");
    await client.query("commit");
    return summary;
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    await client.query("rollback").then(
      () => (broken = undefined),
      () => undefined,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

/** While one piece goes in, the next is read: the database and this process have a core each. */
async function copyRows(
  job: JobHandle,
  client: pg.PoolClient,
  staging: Staging,
): Promise<{ summary: Summary; late: LateProblem[] }> {
  const late: LateProblem[] = [];
  const summary: Summary = { kind: "summary", rows: 0, skipped: 0, hidden: 0, formulas: 0 };
  let writing = Promise.resolve();
  try {
    for await (const lines of copyText(job, staging, late, summary)) {
      await writing;
      writing = stagePiece(client, staging, lines);
      writing.catch(() => undefined); // told where it is waited for
    }
    await writing;
  } catch (error) {
    // Nothing of this transaction may be under way any more when it is taken back.
    await writing.catch(() => undefined);
    throw error;
  }
  return { summary, late };
}

async function stagePiece(client: pg.PoolClient, { record, sheet }: Staging, lines: string): Promise<void> {
  const copy = client.query(copyFrom("copy incoming (row_no, division_id, values) from stdin"));
  copy.end(lines);
  await finished(copy);
  await client.query(STAGE, [record.id, sheet.id]);
  await client.query("truncate incoming");
}

/** The rows as COPY wants them, in pieces; what is told besides them is put aside. */
async function* copyText(
  job: JobHandle,
  staging: Staging,
  late: LateProblem[],
  summary: Summary,
): AsyncGenerator<string> {
  const { record, sheet, mapping } = staging;
  const pieces = readRowsInPieces(fileOf(record.storedAs), {
    sheet: record.sheetName ?? undefined,
    fillMergedBelow: mapping.firstRow - 1,
  });
  let lines = "";
  let done = 0;
  for await (const items of readSheet(pieces, sheet, mapping, { year: record.year, today: staging.today })) {
    for (const item of items) {
      if (item.kind === "late") late.push(item);
      else if (item.kind === "summary") Object.assign(summary, item);
      else {
        lines += lineOf(item, staging);
        if (++done % PROGRESS_EVERY === 0) await job.progress(done, record.rows, "reading");
        if (lines.length > PIECE) {
          yield lines;
          lines = "";
        }
      }
    }
  }
  if (lines) yield lines;
}

const PIECE = 512 * 1024;
const PROGRESS_EVERY = 2_000;

/** One line of COPY text: JSON holds no tab or line end of its own, only backslashes have to be doubled. */
function lineOf(item: ReadRow, staging: Staging): string {
  const place = needsPlace(staging.sheet, item.values)
    ? staging.places.find(placeOf(staging.sheet, item.values))
    : null;
  const quoted = item.problems.map((problem) => {
    const text = item.texts[problem.column];
    return text === undefined ? problem : { ...problem, text };
  });
  const problems =
    place && "key" in place
      ? [...quoted, { ...place, text: String(item.values[place.column] ?? ""), level: "error" as const }]
      : quoted;
  const division = place && "id" in place ? String(place.id) : "\\N";
  const json = JSON.stringify(stage(staging.sheet.id, item.values, problems, staging.record.year)).replaceAll(
    "\\",
    "\\\\",
  );
  return `${item.rowNo}\t${division}\t${json}\n`;
}

/** Households are put somewhere; elsewhere the household's number says where it lives, if the row has one. */
const needsPlace = (sheet: Sheet, values: Values) =>
  sheet.id === "household-roster" ||
  sheet.id === "team-roster" ||
  sheet.id === "team-attendance" ||
  (!values.householdNo &&
    (sheet.id === "pairings" || (BY_VILLAGE.has(sheet.id) && placeOf(sheet, values).village != null)));
/** Sheets that say themselves, in better words, when neither number nor village is given. */
const BY_VILLAGE = new Set(["visit-record", "need-ledger"]);
const placeOf = (sheet: Sheet, values: Values): Named =>
  (sheet.id === "need-ledger" ? { ...values, village: needOwner(values).village } : values) as Named;
