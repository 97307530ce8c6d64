/** A row of the ledger of the industry chain on its way: what it says, which entity it means, and what is told of it. */
import type { PartyCoverage } from "#lib/domains/industry/industry.ts";
import type { Problem } from "../sheet.ts";
import type { EntityValues } from "./staged-values.ts";

export type KnownEntity = {
  id: string;
  name: string;
  kind: string;
  creditNo: string | null;
  divisionId: number;
  operator: string | null;
  memberCount: number | null;
  partyMembers: number | null;
  fullMembers: number | null;
  villages: number[];
  form: PartyCoverage;
  partyOrgId: number | null;
  poorMembers: number | null;
  outputFen: string | null;
  raisedFen: string | null;
};
export type EntityOrg = {
  id: number;
  name: string;
  setting: string;
  divisionId: number;
  leaderName: string | null;
  basis: string | null;
  documentNo: string | null;
};
export type EntityRow = {
  rowNo: number;
  entity: EntityValues;
  told: Problem[];
  seat: number | null;
  villages: number[];
  known: KnownEntity | null;
  creditNo: string | null;
  org: EntityOrg | null;
};

export function tell(row: { told: Problem[] }, problem: Problem, text?: string): void {
  row.told.push(text ? { ...problem, text } : problem);
}
export const isBad = ({ told }: Pick<EntityRow, "told">) => told.some(({ level }) => level === "error");

/** What a sheet does not name is not taken away. */
export const allVillages = ({ villages, known }: EntityRow) => [
  ...new Set([...villages, ...(known?.villages ?? [])]),
];
