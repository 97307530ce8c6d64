/**
 * Exports (trust.md §4.4, decisions 27): what leaves the house as a file. ID numbers and telephones of families are masked, unless
 * somebody with that right asked with a reason and a second person agreed; then for a day, with name and time on every page.
 * Nothing lies on the disk for it: the file is made when it is fetched, under the rights that its reader has then.
 */

export const APPROVED_FOR_HOURS = 24;

export type ExportStatus = "TAKEN" | "ASKED" | "APPROVED" | "REFUSED" | "EXPIRED";

export type ExportLine = {
  id: string;
  accountId: number;
  accountName: string;
  divisionId: number;
  place: string;
  what: string;
  conditions: string;
  unmasked: boolean;
  reason: string | null;
  status: ExportStatus;
  rows: number | null;
  decidedName: string | null;
  refusedFor: string | null;
  createdAt: string;
  expiresAt: string | null;
  downloads: number;
};
