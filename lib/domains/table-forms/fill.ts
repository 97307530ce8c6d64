/** A form with the rows of a unit: masked as every export is, counted as they leave, sums where the form has a row for them. */
import { listPlace } from "#lib/domains/divisions/list-place.ts";
import { cellOf, WRITTEN_KINDS } from "#lib/domains/exports/office-sheet.ts";
import { PLAIN_LOOKS } from "#lib/platform/sheets/blank-styles.ts";
import type { WrittenValue } from "#lib/platform/sheets/write.ts";
import type { FilledForm, FormRow } from "#lib/platform/sheets/write-blank.ts";
import type { Stream } from "#lib/platform/streaming.ts";
import { answered, asksForSums } from "./form-readings.ts";
import { fieldsOf, valuesQuery } from "./inside/rows.ts";
import type { EmptyForm } from "./propose.ts";
import type { Field } from "./subjects-queries.ts";
import type { FormColumn, SubjectId } from "./table-form.ts";

export type KeptForm = { name: string; subject: SubjectId; columns: FormColumn[]; empty: EmptyForm };
type Asked = { form: KeptForm; divisionId: number; only: string | null };
export type Filling = {
  unit: string;
  count: () => number;
  file: Omit<FilledForm, "watermark" | "about">;
};

export async function fillForm(stream: Stream, { form, divisionId, only }: Asked): Promise<Filling> {
  const place = await listPlace(stream, String(divisionId));
  const year = await openYear(stream);
  const { columns, empty, subject } = form;
  const fields = fieldsOf(subject, columns);
  const width = Math.max(...columns.map(({ index }) => index)) + 1;
  const sums = new Map<number, number>();
  let count = 0;
  async function* rows(): AsyncGenerator<WrittenValue[]> {
    const query = valuesQuery(subject, fields, { place, year, today: stream.today, only });
    for await (const row of stream.rows<ValueRow>(query))
      yield rowOf(columns, fields, row, ++count, width, sums);
  }
  const say = { unit: place.unit.name, today: stream.today, name: stream.viewer.name };
  const plain = empty.look.styles === null;
  return {
    unit: place.unit.name,
    count: () => count,
    file: {
      name: form.name,
      look: empty.look,
      head: {
        merges: empty.head.merges,
        rows: empty.head.rows.map((row, at) =>
          partRow(
            row,
            plain ? (at + 1 < empty.headerRow ? PLAIN_LOOKS.title : PLAIN_LOOKS.header) : null,
            say,
          ),
        ),
      },
      columns: Array.from({ length: width }, (_none, index) => ({
        kind: kindAt(columns, fields, index),
        style: plain ? PLAIN_LOOKS.data : (empty.data.styles[index] ?? 0),
      })),
      dataHeight: empty.data.height,
      rows: rows(),
      foot: () => ({
        merges: empty.foot.merges,
        rows: empty.foot.rows.map((row) =>
          withSums(partRow(row, plain ? PLAIN_LOOKS.data : null, say), sums),
        ),
      }),
    },
  };
}

export async function openYear({ sql, today }: Pick<Stream, "sql" | "today">): Promise<number> {
  const [open] = await sql<{ year: number }>`select year from registry_year where status = 'OPEN'`;
  return open?.year ?? Number(today.slice(0, 4));
}

export type ValueRow = Record<string, unknown>;

/** The cells of one row in the columns of the form; `sums` takes what adds up. */
export function rowOf(
  columns: readonly FormColumn[],
  fields: readonly Field[],
  row: ValueRow,
  serial: number,
  width: number,
  sums: Map<number, number>,
): WrittenValue[] {
  const cells: WrittenValue[] = Array.from({ length: width }, () => null);
  for (const { index, field, inTenThousands } of columns) {
    const at = fields.findIndex(({ id }) => id === field);
    if (at < 0) continue;
    const value = cellIn(fields[at]!, row, at, serial);
    const told =
      typeof value === "number" && inTenThousands && fields[at]!.column.kind === "money"
        ? value / 10_000
        : value;
    cells[index] = told;
    if (typeof told === "number" && addsUp(fields[at]!)) sums.set(index, (sums.get(index) ?? 0) + told);
  }
  return cells;
}

function cellIn({ column, sealed }: Field, row: ValueRow, at: number, serial: number): WrittenValue {
  const value = row[`v${at}`];
  const parts = sealed
    ? { sealed: value, digest: row[`d${at}`], headSealed: value, headDigest: row[`d${at}`] }
    : {};
  const cell = cellOf(
    column,
    { [column.key]: value, ...parts } as Parameters<typeof cellOf>[1],
    serial,
    false,
  );
  const said = cell !== null && typeof cell === "object" ? cell.value : cell;
  if (column.key === "seq") return Number(said);
  return said === "" ? null : said;
}

/** Numbers by which things are known, and averages, make no sum. */
const NO_SUM = new Set(["seq", "orgNo", "incomePerHeadFen", "raisedFen", "disabilityCardYear"]);
const addsUp = ({ column }: Field) =>
  (column.kind === "integer" || column.kind === "money") && !NO_SUM.has(column.key);

function kindAt(columns: readonly FormColumn[], fields: readonly Field[], index: number) {
  const column = columns.find((one) => one.index === index);
  const field = fields.find(({ id }) => id === column?.field);
  return (field && WRITTEN_KINDS[field.column.kind]) ?? "text";
}

function partRow(
  row: EmptyForm["head"]["rows"][number],
  look: number | null,
  said: Parameters<typeof answered>[1],
): FormRow {
  return {
    height: row.height,
    cells: row.cells.map(({ column, style, text }) => ({
      ...{ column, style: look ?? style },
      value: answered(text, said),
    })),
  };
}

function withSums(row: FormRow, sums: ReadonlyMap<number, number>): FormRow {
  if (!row.cells.some(({ value }) => typeof value === "string" && asksForSums(value))) return row;
  const known = new Set(row.cells.map(({ column }) => column));
  const style = row.cells[0]?.style ?? 0;
  const cells = [
    ...row.cells.map((cell) =>
      (cell.value ?? "") === "" ? { ...cell, value: rounded(sums.get(cell.column)) } : cell,
    ),
    ...[...sums.keys()]
      .filter((column) => !known.has(column))
      .map((column) => ({ column, style, value: rounded(sums.get(column)) })),
  ];
  return { ...row, cells: cells.sort((a, b) => a.column - b.column) };
}

/** Yuan with their two decimals: 0.1 + 0.2 is 0.3. */
const rounded = (sum: number | undefined) =>
  sum === undefined ? null : Math.round(sum * 1_000_000) / 1_000_000;
