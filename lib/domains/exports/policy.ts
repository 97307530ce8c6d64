/** Who may take rows out, ask for them unmasked, and agree to it: three rights, and never the second and third in one person. */
import { may } from "#lib/domains/accounts/roles.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export const mayExport = (viewer: Viewer, divisionId: number) => may(viewer, "household.export", divisionId);
export const mayAsk = (viewer: Viewer, divisionId: number) => may(viewer, "export.unmasked", divisionId);
/** A second person: neither the one who asked nor whoever stands in for that one. */
export const mayDecide = (viewer: Viewer, asked: { accountId: number; divisionId: number }) =>
  asked.accountId !== viewer.accountId &&
  !lenders(viewer).includes(asked.accountId) &&
  may(viewer, "export.approve", asked.divisionId);
/** The accounts for which the viewer stands in today. */
export const lenders = (viewer: Viewer): number[] =>
  viewer.grants.flatMap(({ lent }) => (lent ? [lent.accountId] : []));
