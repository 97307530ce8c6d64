// Builds the income of a household by source, in yuan, and the line of a year.
import { insert, type Owner } from "./owner.ts";

export type IncomeGiven = {
  household: { id: string; divisionId: number };
  year: number;
  /** CATEGORY.SOURCE → yuan; the figure per head follows by itself. */
  yuan: Record<string, number>;
};

export async function someIncome(owner: Owner, { household, year, yuan }: IncomeGiven): Promise<void> {
  for (const [code, amount] of Object.entries(yuan))
    await insert(owner, "income_item", {
      household_id: household.id,
      year,
      code,
      division_id: household.divisionId,
      amount_fen: BigInt(Math.round(amount * 100)),
    });
}

export type LineGiven = {
  kind?: "POVERTY" | "MONITORING";
  year: number;
  divisionId: number;
  yuan: number;
  basis?: string;
  docNo?: string;
};

export async function anIncomeLine(owner: Owner, given: LineGiven): Promise<void> {
  await insert(owner, "income_line", {
    kind: given.kind ?? "POVERTY",
    year: given.year,
    division_id: given.divisionId,
    amount_fen: BigInt(given.yuan * 100),
    basis: given.basis,
    doc_no: given.docNo,
  });
}
