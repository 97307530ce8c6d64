// Every sheet that can be imported, by its id; a new sheet is one file and one line here.
import type { Sheet } from "../sheet.ts";
import { accounts } from "./accounts.ts";
import { householdRoster } from "./household-roster.ts";
import { incomes } from "./incomes.ts";
import { industryLedger } from "./industry-ledger.ts";
import { measures } from "./measures.ts";
import { memberDuties } from "./member-duties.ts";
import { members } from "./members.ts";
import { needLedger } from "./need-ledger.ts";
import { pairings } from "./pairings.ts";
import { partyOrgs } from "./party-orgs.ts";
import { personRoster } from "./person-roster.ts";
import { publicity } from "./publicity.ts";
import { teamAttendance } from "./team-attendance.ts";
import { teamRoster } from "./team-roster.ts";
import { trainings } from "./trainings.ts";
import { visitRecord } from "./visit-record.ts";

export const SHEETS: readonly Sheet[] = [
  householdRoster,
  personRoster,
  incomes,
  measures,
  publicity,
  pairings,
  partyOrgs,
  members,
  industryLedger,
  trainings,
  visitRecord,
  needLedger,
  teamRoster,
  teamAttendance,
  memberDuties,
  accounts,
];

export const sheetById = (id: string): Sheet | null => SHEETS.find((sheet) => sheet.id === id) ?? null;
