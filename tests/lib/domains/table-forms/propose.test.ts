// Proves that real-shaped forms of departments are recognized: what a row tells of, and which field each column asks for.
import { expect, test } from "vitest";
import { propose } from "#lib/domains/table-forms/propose.ts";
import type { Row } from "#lib/platform/sheets/cell.ts";
import { BY_DOMAIN } from "./real-forms.ts";

const rowsOf = (grid: readonly (readonly string[])[]): Row[] =>
  grid.map((cells, at) => ({
    ...{ rowNo: at + 1, hidden: false },
    cells: cells.map((text) => (text === "" ? { kind: "empty" } : { kind: "text", text })),
  }));

test.each(Object.entries(BY_DOMAIN))("%s is recognized", (_name, { title, headings, subject, unknown }) => {
  const found = propose({ rows: rowsOf([[title], ["填报单位："], headings]), merges: [] })!;
  expect(found.subject).toBe(subject);
  expect(found.columns.map(({ label }) => label)).toEqual(headings);
  expect(found.columns.filter(({ field }) => field === null).map(({ label }) => label)).toEqual(unknown);
});
