// Builds a measure for a household.
import { insert, type Owner } from "./owner.ts";

export type MeasureGiven = {
  household: { id: string; divisionId: number };
  year: number;
  category: string;
  project: string;
  unit?: string;
  yuan?: number;
  fromOn?: string;
  toOn?: string;
  status?: "RUNNING" | "DONE" | "PARTLY" | "STOPPED";
  gain?: number;
};

export const aMeasure = (owner: Owner, { household, yuan, gain, ...given }: MeasureGiven) =>
  insert<{ id: string }>(owner, "measure", {
    household_id: household.id,
    division_id: household.divisionId,
    counted_in: household.divisionId,
    year: given.year,
    category: given.category,
    project: given.project,
    unit: given.unit,
    amount_fen: yuan === undefined ? null : BigInt(yuan * 100),
    from_on: given.fromOn,
    to_on: given.toOn,
    status: given.status ?? "RUNNING",
    gain_fen: gain === undefined ? null : BigInt(gain * 100),
  });
