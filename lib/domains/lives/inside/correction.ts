/** What a correction speaks of, and what is said of it by now: of a household, of a member, or its incomes by source. */
import { factTexts } from "#lib/domains/households/queries/household-facts.ts";
import { memberTexts } from "#lib/domains/households/queries/member-facts.ts";
import { amountText } from "#lib/domains/incomes/income.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { CorrectionKind } from "../request.ts";

type Said = Record<string, unknown>;
export type Texts = Record<string, string>;

/** By these the deed finds what it corrects; all else in the request is a field. */
export const SUBJECT: Record<CorrectionKind, readonly string[]> = {
  CORRECT: ["id"],
  CORRECT_MEMBER: ["householdId", "personId"],
  CORRECT_INCOME: ["id"],
};

export async function textsNow(sql: Sql, kind: CorrectionKind, said: Said, year: number): Promise<Texts> {
  if (kind === "CORRECT") return (await factTexts(sql, String(said.id), year)).texts;
  if (kind === "CORRECT_MEMBER")
    return (await memberTexts(sql, String(said.householdId), String(said.personId)))?.texts ?? {};
  const rows = await sql<{ code: string; fen: bigint }>`
    select code, amount_fen as fen from income_item where household_id = ${String(said.id)}::uuid and year = ${year}`;
  return Object.fromEntries(rows.map(({ code, fen }) => [code, amountText(fen)]));
}

export const picked = (values: Said, names: readonly string[]): Said =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? ""]));
