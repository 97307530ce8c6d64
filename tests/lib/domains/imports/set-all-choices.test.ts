// What “set all” offers: the dictionary as the office keeps it today; what it has retired is read in a sheet, but offered no more.
import { afterEach, expect, test } from "vitest";
import { choicesOf } from "#components/imports/set-all.tsx";
import { amendCodes } from "#lib/domains/households/amended-codes.ts";
import { CODE_LISTS } from "#lib/domains/households/codes.ts";
import type { Column } from "#lib/domains/imports/sheet.ts";

const LIST = "HOUSING_GRADES";
const list = CODE_LISTS[LIST];
const gone = list[0]?.code ?? "";
const column = { key: "housing", kind: "choice", list } as unknown as Column;
const values = (day: string) => choicesOf(column, "zh-CN", day, [])?.map(({ value }) => value);
afterEach(() => amendCodes([]));

test("a retired entry is offered up to its last day, not after", () => {
  const name = list[0]?.["zh-CN"];
  const entry = { list: LIST, code: gone, name: null, nameEn: null, aliases: [], position: null };
  amendCodes([{ ...entry, retiredOn: "2026-05-01" }]);
  expect(values("2026-04-30")).toContain(name);
  expect(values("2026-05-01")).not.toContain(name);
  expect(values("2026-05-01")).toHaveLength(list.length - 1);
});
