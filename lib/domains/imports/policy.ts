/** Who may import: whoever keeps the registry of the unit that the rows must lie in; and an import is its owner's alone. */
import { may } from "#lib/domains/accounts/roles.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export const mayImport = (viewer: Viewer, divisionId: number) => may(viewer, "import.run", divisionId);

/** Grants may have gone since the upload, so both are asked at every step. */
export const mayGoOn = (viewer: Viewer, found: { accountId: number; divisionId: number }) =>
  found.accountId === viewer.accountId && mayImport(viewer, found.divisionId);
