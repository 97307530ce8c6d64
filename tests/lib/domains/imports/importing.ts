// Imports in tests: a township with two villages and its administrator, files written as people write them, jobs driven to their end.

import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { expect } from "vitest";
import { checkDigit } from "#lib/base/id-number.ts";
import { checkImport } from "#lib/domains/imports/commands/check-import.ts";
import { publishImport } from "#lib/domains/imports/commands/publish-import.ts";
import { startImport } from "#lib/domains/imports/commands/start-import.ts";
import { keepUpload } from "#lib/domains/imports/inside/uploads.ts";
import { importJobs } from "#lib/domains/imports/jobs.ts";
import { getImport, type ImportView, listImportRows, type StagedRow } from "#lib/domains/imports/queries.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { workOnce } from "#lib/platform/jobs.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { writeWorkbook } from "#lib/platform/sheets/write.ts";
import { anAccount } from "#tests/build/account.ts";
import { aDivision } from "#tests/build/division.ts";
import { newFile } from "#tests/lib/platform/sheets/planted-workbook.ts";
import type { TestDatabase } from "#tests/support/database.ts";

export const idNo = (first17: string) => first17 + checkDigit(first17);

export type Township = {
  township: number;
  villages: [number, number];
  elsewhere: number;
  admin: string;
  /** The administrator of its county: of him and above are changes of the Party line. */
  chief: string;
  stranger: string;
};

/** A township in a county of its own, another county beside it, and an administrator of each. */
export async function aTownship(database: TestDatabase): Promise<Township> {
  const [root] = await database.look<{ id: number }>("select id from division where level = 'PREFECTURE'");
  const prefecture = root ?? (await aDivision(database, { name: "昌都市", level: "PREFECTURE" }));
  const county = await aDivision(database, { name: "察雅县", level: "COUNTY", parentId: prefecture.id });
  const township = await aDivision(database, { name: "吉塘镇", level: "TOWNSHIP", parentId: county.id });
  const first = await aDivision(database, { name: "吉塘村村委会", level: "VILLAGE", parentId: township.id });
  const second = await aDivision(database, { name: "雪东村", level: "VILLAGE", parentId: township.id });
  const far = await aDivision(database, { name: "八宿县", level: "COUNTY", parentId: prefecture.id });
  const farTownship = await aDivision(database, { name: "白玛镇", level: "TOWNSHIP", parentId: far.id });
  const elsewhere = await aDivision(database, { name: "旺比村", level: "VILLAGE", parentId: farTownship.id });
  await database.look(
    "insert into registry_year (year, status) values (2026, 'OPEN') on conflict do nothing",
  );
  const admin = await anAccount(database, { divisionId: township.id, role: "TOWNSHIP_ADMIN" });
  const chief = await anAccount(database, { divisionId: county.id, role: "COUNTY_ADMIN" });
  const stranger = await anAccount(database, { divisionId: farTownship.id, role: "TOWNSHIP_ADMIN" });
  return {
    township: township.id,
    villages: [first.id, second.id],
    elsewhere: elsewhere.id,
    admin: admin.username,
    chief: chief.username,
    stranger: stranger.username,
  };
}

export type Line = Record<string, string | number>;

export async function fileOf(lines: Line[], title = "察雅县吉塘镇一览表"): Promise<string> {
  const labels = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const file = newFile();
  await writeWorkbook(file, {
    sheets: [
      {
        name: "花名册",
        columns: [{ label: title }],
        rows: [labels, ...lines.map((line) => labels.map((label) => line[label] ?? null))],
      },
    ],
  });
  return file;
}

const quiet = {
  info: () => {},
  error: (about: object) =>
    process.stderr.write(
      `${JSON.stringify(about, Object.getOwnPropertyNames((about as { err?: object }).err ?? {}))}\n`,
    ),
};

export async function runJobs(): Promise<void> {
  const pool = openJobPool(process.env.DATABASE_JOB_URL ?? "", 4);
  try {
    while (await workOnce(pool, importJobs, quiet));
  } finally {
    await pool.end();
  }
}

export async function upload(
  session: Session,
  sheet: string,
  divisionId: number,
  file: string,
): Promise<string> {
  const stored = await keepUpload(Readable.from([readFileSync(file)]));
  const { id } = await startImport(session, {
    sheet,
    divisionId,
    fileName: "花名册.xlsx",
    storedAs: stored.storedAs,
    size: stored.size,
    sha256: stored.sha256.toString("hex"),
  });
  await runJobs();
  return id;
}

export const view = (session: Session, id: string): Promise<ImportView> =>
  reading(session, (scope) => getImport(scope, { id }));
export const rowsOf = (
  session: Session,
  id: string,
  show: "BAD" | "ADD" | "UPDATE" | "SAME" | "WARN" = "BAD",
): Promise<StagedRow[]> => reading(session, (scope) => listImportRows(scope, { id, show }));

/** As the wizard does when nobody changes the proposed columns. */
export async function check(session: Session, id: string): Promise<ImportView> {
  const { mapping } = await view(session, id);
  await checkImport(session, {
    id,
    ...Object.fromEntries(Object.entries(mapping).map(([key, index]) => [`column.${index}`, key])),
  });
  await runJobs();
  return view(session, id);
}

export async function publish(session: Session, id: string): Promise<ImportView> {
  await publishImport(session, { id });
  await runJobs();
  return view(session, id);
}

export async function importWhole(
  session: Session,
  sheet: string,
  divisionId: number,
  lines: Line[],
): Promise<ImportView> {
  const id = await upload(session, sheet, divisionId, await fileOf(lines));
  await check(session, id);
  return publish(session, id);
}

/** Problems by row, as "column.key". */
export const said = (rows: StagedRow[]) =>
  Object.fromEntries(
    rows.map((row) => [row.rowNo, row.problems.map((problem) => `${problem.column}.${problem.key}`)]),
  );

/** An upload tried out: of each row what will be done with it and which column says what ("?" = a remark), and what was read. */
export async function tryOut<Values = unknown>(
  database: TestDatabase,
  session: Session,
  { sheet, divisionId, lines, title }: { sheet: string; divisionId: number; lines: Line[]; title: string },
) {
  const id = await upload(session, sheet, divisionId, await fileOf(lines, title));
  const checked = await check(session, id);
  expect([checked.status, checked.failure]).toEqual(["CHECKED", null]);
  const rows = await database.look<{
    action: string;
    values: Values;
    problems: { column: string; key: string; level: string }[];
  }>("select action, values, problems from import_row where import_id = $1 order by row_no", [id]);
  const said = rows.map(({ action, problems }) =>
    [
      action,
      ...problems.map(({ column, key, level }) => `${column}.${key}${level === "warn" ? "?" : ""}`),
    ].join(" "),
  );
  return { id, said, rows };
}
