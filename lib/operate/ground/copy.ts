// Writes rows into tables by COPY, the fastest way in: rows wait in memory until a batch is whole, parents before children.
import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { COLUMNS, type TableName } from "./tables.ts";

export type Cell = string | number | bigint | boolean | null | undefined | Uint8Array | readonly string[];
export type Row<Table extends TableName> = { [Column in (typeof COLUMNS)[Table][number]]?: Cell };

export type Batch = {
  add: <Table extends TableName>(table: Table, row: Row<Table>) => void;
  /** Writes what has gathered and begins anew. */
  write: (client: pg.ClientBase) => Promise<void>;
};

const TABLES = Object.keys(COLUMNS) as TableName[];
const CHUNK_LINES = 500;

const noLines = () =>
  Object.fromEntries(TABLES.map((table) => [table, [] as string[]])) as Record<TableName, string[]>;

export function batch(): Batch {
  let waiting = noLines();
  return {
    add: (table, row) => {
      const columns: readonly string[] = COLUMNS[table];
      const cells = row as Record<string, Cell>;
      let line = "";
      for (const column of columns) line += (line ? "\t" : "") + encoded(cells[column]);
      waiting[table].push(line);
    },
    write: async (client) => {
      const full = waiting;
      waiting = noLines(); // more may gather while these are written
      for (const table of TABLES) if (full[table].length > 0) await copy(client, table, full[table]);
    },
  };
}

async function copy(client: pg.ClientBase, table: TableName, lines: string[]) {
  const columns = COLUMNS[table].map((column) => `"${column}"`).join(", ");
  const into = client.query(copyFrom(`copy "${table}" (${columns}) from stdin`));
  for (let at = 0; at < lines.length; at += CHUNK_LINES) {
    if (!into.write(`${lines.slice(at, at + CHUNK_LINES).join("\n")}\n`)) await once(into, "drain");
  }
  into.end();
  await finished(into);
}

function encoded(cell: Cell): string {
  switch (typeof cell) {
    case "string":
      return escaped(cell);
    case "number":
    case "bigint":
      return String(cell);
    case "boolean":
      return cell ? "t" : "f";
    case "undefined":
      return "\\N";
    default:
      if (cell === null) return "\\N";
      if (cell instanceof Uint8Array) return `\\\\x${Buffer.from(cell).toString("hex")}`;
      return `{${cell.map((one) => `"${escaped(one)}"`).join(",")}}`;
  }
}

const escaped = (text: string) =>
  /[\\\t\n\r]/.test(text)
    ? text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r")
    : text;
