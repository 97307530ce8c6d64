/** Who may import: whoever keeps the registry of the unit that the rows must lie in; and an import is its owner's alone. */
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { Sheet } from "./sheet.ts";
import { SHEETS, sheetById } from "./sheets/all.ts";

export const mayImport = (viewer: Viewer, divisionId: number) => may(viewer, "import.run", divisionId);

/** Nobody brings in by the sheet what he may not write singly. */
export function mayImportSheet(viewer: Viewer, sheetId: string, divisionId: number): boolean {
  const sheet = sheetById(sheetId);
  return sheet !== null && mayImport(viewer, divisionId) && may(viewer, sheet.right, divisionId);
}

/** The sheets to choose from. */
export const sheetsFor = (viewer: Viewer): readonly Sheet[] =>
  SHEETS.filter(({ right }) => mayAnywhere(viewer, right));

/** Grants may have gone since the upload, so both are asked at every step. */
export const mayGoOn = (viewer: Viewer, found: { accountId: number; divisionId: number; sheet: string }) =>
  found.accountId === viewer.accountId && mayImportSheet(viewer, found.sheet, found.divisionId);
