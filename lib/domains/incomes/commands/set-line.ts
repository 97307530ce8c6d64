/** incomes.setLine, incomes.dropLine: the office sets the line of a year for the prefecture or a county, with the paper that it rests on. */
import { inYuan } from "#lib/base/money.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, invalid } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { amountTyped } from "../income.ts";
import { DropLine, SetLine } from "../input.ts";

type Key = { kind: string; year: number; divisionId: number };
type Subject = { id: number; root: number; fen: bigint | null };

/** The place, and the line that stands there already. */
async function placeOf({ sql }: Work, { kind, year, divisionId }: Key): Promise<Subject | null> {
  const [row] = await sql<Subject>`
    select d.id, coalesce(d.parent_id, d.id) as root,
      (select amount_fen from income_line l where l.kind = ${kind} and l.year = ${year} and l.division_id = d.id) as fen
    from division d where d.id = ${divisionId} and d.level in ('PREFECTURE', 'COUNTY') and d.closed_on is null`;
  return row ?? null;
}

const told = (key: Key, old: bigint | null, now: bigint | null) => ({
  ...{
    entity: "incomeLine",
    entityId: `${key.kind}:${key.year}:${key.divisionId}`,
    divisionId: key.divisionId,
  },
  field: "incomeLine",
  old: old === null ? null : `${key.year} ${inYuan(old)}`,
  new: now === null ? null : `${key.year} ${inYuan(now)}`,
});

export const setLine = command({
  name: "incomes.setLine",
  tells: "incomeLine.set",
  input: SetLine,
  subject: placeOf,
  may: (viewer, { root }) => may(viewer, "setting.edit", root),
  run: async (work, { kind, year, divisionId, amount, basis, docNo, overwrite }, { fen: before }) => {
    const amountFen = amountTyped(amount);
    if (amountFen === null || amountFen <= 0n || amountFen > 1_000_000_000n)
      throw invalid({ amount: [{ key: "income.line" }] });
    if (before !== null && before !== amountFen && overwrite !== "yes")
      throw conflict("income.lineThere", { amount: inYuan(before), year: String(year) });
    const key = { kind, year, divisionId };
    const facts = { amountFen, basis, docNo, accountId: work.viewer.accountId };
    await work.tx.incomeLine.upsert({
      where: { kind_year_divisionId: key },
      create: { ...key, ...facts },
      update: { ...facts, version: { increment: 1 } },
    });
    if (before !== amountFen) work.note(told(key, before, amountFen));
    return key;
  },
  fact: ({ kind, year, divisionId }) => ({
    subject: `incomeLine:${kind}:${year}:${divisionId}`,
    division: divisionId,
  }),
});

export const dropLine = command({
  name: "incomes.dropLine",
  tells: "incomeLine.dropped",
  input: DropLine,
  subject: async (work, key) => {
    const place = await placeOf(work, key);
    return place && place.fen !== null ? place : null;
  },
  may: (viewer, { root }) => may(viewer, "setting.edit", root),
  run: async (work, key, { fen }) => {
    await work.tx.incomeLine.delete({ where: { kind_year_divisionId: key } });
    work.note(told(key, fen, null));
    return key;
  },
  fact: ({ kind, year, divisionId }) => ({
    subject: `incomeLine:${kind}:${year}:${divisionId}`,
    division: divisionId,
  }),
});
