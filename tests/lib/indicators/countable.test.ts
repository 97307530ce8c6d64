// What an office may count without code: every column is in the database as its words say, and a condition counts what it says in words.
import fc from "fast-check";
import { expect, test } from "vitest";
import { periodOf } from "#lib/base/period.ts";
import { choicesOf, conditionWords, countable, FACTS, isCondition } from "#lib/indicators/countable.ts";
import { type FactName, factRows, spanOf } from "#lib/indicators/fact.ts";
import { type Condition, conditionSql } from "#lib/indicators/indicator.ts";
import { isSound } from "#lib/indicators/own.ts";
import { Catalog, EPOCH } from "#lib/indicators/version.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";
import { ownIndicator } from "#tests/build/own-indicator.ts";
import { testDatabase } from "#tests/support/database.ts";
import { WORLD_TODAY } from "#tests/world/world.ts";

const { look } = testDatabase();
const ask = <Row extends object>({ text, values }: Fragment) => look<Row>(text, [...values]);
const span = spanOf(periodOf(WORLD_TODAY, "year"), WORLD_TODAY);

type Told = Record<string, boolean | number | string | null>;

const columnArb = (fact: FactName, name: string): fc.Arbitrary<unknown> => {
  const { columns } = countable(fact);
  const column = columns[name]!;
  if (column.kind === "yesNo") return fc.boolean();
  if (column.kind === "choice") {
    const all = Object.keys(column.choices);
    return fc.oneof(
      fc.constantFrom(...all),
      fc.subarray(all, { minLength: 1 }).map((oneOf) => ({ oneOf })),
    );
  }
  const others = Object.keys(columns).filter((one) => columns[one]?.kind === "amount");
  return fc.oneof(
    fc.nat(8).map((atLeast) => ({ atLeast })),
    fc.nat(8).map((atMost) => ({ atMost })),
    fc.tuple(fc.nat(4), fc.nat(9)).map(([atLeast, atMost]) => ({ atLeast, atMost })),
    fc.constantFrom(...others).map((atLeast) => ({ atLeast })),
  );
};
const conditions = fc
  .constantFrom(...FACTS)
  .chain((fact) =>
    fc
      .subarray(Object.keys(countable(fact).columns))
      .chain((names) =>
        fc
          .tuple(...names.map((name) => columnArb(fact, name)))
          .map((values) => [fact, Object.fromEntries(names.map((name, at) => [name, values[at]]))] as const),
      ),
  );

/** The same condition on one case, without the database. */
const meets = (row: Told, condition: object) =>
  Object.entries(condition).every(([name, wanted]) => {
    const value = row[name] ?? null;
    if (typeof wanted === "boolean") return value === wanted;
    if (typeof wanted === "string" || "oneOf" in wanted) return choicesOf(wanted).includes(String(value));
    const least = typeof wanted.atLeast === "string" ? row[wanted.atLeast] : wanted.atLeast;
    return (
      value !== null &&
      (least === undefined || (least !== null && value >= least)) &&
      (wanted.atMost === undefined || value <= wanted.atMost)
    );
  });

test("each column is there, of the kind that its words say", async () => {
  const types = { yesNo: "boolean", amount: "integer", choice: "text" };
  for (const fact of FACTS)
    for (const [name, column] of Object.entries(countable(fact).columns)) {
      const { text, values } = factRows(fact, span);
      const [typed] = await look<{ type: string }>(
        `select pg_typeof(f.${name})::text as type from (select 1) one left join ${text} f on true limit 1`,
        [...values],
      );
      expect({ fact, name, type: typed?.type }).toEqual({ fact, name, type: types[column.kind] });
    }
});

test("a condition counts the cases that it names", { timeout: 60_000 }, async () => {
  const rows = new Map<FactName, Told[]>();
  for (const fact of FACTS) rows.set(fact, await ask<Told>(sql`select f.* from ${factRows(fact, span)} f`));
  await fc.assert(
    fc.asyncProperty(conditions, async ([fact, told]) => {
      expect(isCondition(fact, told)).toBe(true);
      const condition = told as Condition<FactName>;
      const [counted] = await ask<{ n: number }>(
        sql`select count(*)::int as n from ${factRows(fact, span)} f where ${conditionSql(condition)}`,
      );
      expect(counted?.n).toBe(rows.get(fact)!.filter((row) => meets(row, condition)).length);
      for (const name of Object.keys(condition))
        expect(conditionWords(fact, condition, "zh-CN")).not.toContain(name);
    }),
    { numRuns: 150 },
  );
});

test("a condition is told in words, and one that the fact does not carry is none", () => {
  const words = (fact: FactName, condition: object) =>
    conditionWords(fact, condition as Condition<FactName>, "zh-CN");
  expect(words("households", { paired: false, status: { oneOf: ["POOR", "RETURNED"] } })).toBe(
    "未结对，且状态为未脱贫或返贫",
  );
  expect(words("duties", { done: { atLeast: "required" } })).toBe("已走访天数不少于应走访天数");
  expect(words("entities", { full_members: { atLeast: 3, atMost: 9 } })).toBe(
    "正式党员数不少于3名，且正式党员数不多于9名",
  );
  for (const wrong of [
    { colour: true },
    { paired: "yes" },
    { status: "GONE" },
    { status: { oneOf: [] } },
    { "status = '' or true --": "POOR" },
    { toString: true },
  ])
    expect(isCondition("households", wrong)).toBe(false);
  expect(isCondition("duties", { done: { atLeast: "done; drop table household" } })).toBe(false);
});

const own = (change: object = {}) => ({ ...ownIndicator(), ...change });
const version = (declaration: object, fromOn: string, retired = false) =>
  ({ indicator: "R2.Z1", fromOn, declaration, digest: fromOn, origin: "OFFICE", retired }) as never;

test("an office's indicator stands behind the program's of its item, from its first day until it is retired", () => {
  const catalog = new Catalog([version(own(), "2026-03-01"), version(own(), "2026-07-01", true)]);
  expect(catalog.of("2026-02-28").some(({ id }) => id === "R2.Z1")).toBe(false);
  const ids = catalog.of("2026-03-01").map(({ id }) => id);
  expect(ids[ids.indexOf("R2.7") + 1]).toBe("R2.Z1");
  expect(catalog.on("R2.Z1", "2026-07-01")).toBeNull();
  expect(catalog.known("R2.Z1")?.formula["zh-CN"]).toBe("其中已结对的 ÷ 在册的帮扶对象户（状态为未脱贫）");
});

test("an item without indicators of the program shows the office's first as its headline", () => {
  const first = { ...own({ id: "M2.Z1", item: "M2" }) };
  const catalog = new Catalog([{ ...(version(first, EPOCH) as object), indicator: "M2.Z1" } as never]);
  expect(catalog.of("2026-01-01").filter(({ item, headline }) => item === "M2" && headline).length).toBe(1);
});

test("a version that this program cannot read is left out and named; all others are counted", () => {
  const wrong = [
    { of: "gone" },
    { part: { colour: true } },
    { adds: { column: "x;", unit: own().name } },
    { name: null },
  ];
  for (const change of wrong) {
    expect(isSound(own(change))).toBe(false);
    const catalog = new Catalog([version(own(change), "2026-03-01")]);
    expect(catalog.on("R2.Z1", "2026-04-01")).toBeNull();
    expect(catalog.unreadable).toEqual([
      expect.objectContaining({ indicator: "R2.Z1", fromOn: "2026-03-01" }),
    ]);
    expect(catalog.of("2026-04-01").length).toBe(new Catalog().of("2026-04-01").length);
  }
});
