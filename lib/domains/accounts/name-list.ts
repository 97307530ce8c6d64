/** A pasted list of names: one person per line; name, unit, role and account name between tabs, commas or wide spaces. */

import { isHeading } from "./list-labels.ts";
import type { Role } from "./roles.ts";

export type NamedLine = { line: number; name: string; unit: string; role: string; username: string };

export const MOST_LINES = 1000;

export function readNameList(text: string): NamedLine[] {
  return text
    .normalize("NFKC")
    .split(/\r?\n/)
    .map((raw, at) => ({ line: at + 1, cells: cellsOf(raw) }))
    .filter(({ cells }) => cells.some(Boolean) && !isHeading(cells[0] ?? ""))
    .map(({ line, cells: [name = "", unit = "", role = "", username = ""] }) => ({
      line,
      name: name.replace(/\s/g, ""),
      unit: unit.replace(/\s/g, ""),
      role,
      username: username.toLowerCase(),
    }));
}

function cellsOf(raw: string): string[] {
  const by = raw.includes("\t") ? /\t/ : /[,，、;；]/.test(raw) ? /[,，、;；]/ : /\s+/;
  const text = raw.includes("\t") ? raw : raw.trim();
  return text.split(by).map((cell) => cell.trim());
}

export type PlanLine = {
  line: number;
  name: string;
  place: string;
  role: Role | null;
  username: string;
  /** Keys of the room "accounts", under `bulk.problems`; with one, no account is made. */
  problem: PlanProblem | null;
  /** Worth reading, and no obstacle. */
  hint: "linked" | "namesakes" | null;
};
export type PlanProblem =
  | "name"
  | "unit"
  | "units"
  | "role"
  | "roleMissing"
  | "roleHere"
  | "hasAccount"
  | "taken"
  | "username"
  | "twice";

export type Slip = { id: number; username: string; name: string; place: string; role: string; code: string };
export type Rehearsal = {
  step: "rehearsed";
  lines: PlanLine[];
  ready: number;
  text: string;
  people: string[];
  role: Role | null;
};
export type Slips = { step: "made"; slips: Slip[]; until: string; left: PlanLine[] };
