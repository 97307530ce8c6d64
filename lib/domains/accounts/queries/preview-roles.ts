/** What each role offered at a place would open there, in numbers and verbs: looked at before anything is given. */
import * as z from "zod";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { placeOf } from "../inside/account.ts";
import { grantableAt, ROLES, type Role, tends, tendsAnywhere, type Verb } from "../roles.ts";

export type RolePreview = {
  role: Role;
  /** null: this role opens no register by itself. */
  opens: { places: number; households: number; orgs: number } | null;
  verbs: readonly Verb[];
};

export const previewRoles = query({
  name: "accounts.previewRoles",
  input: z.strictObject({ unit: z.coerce.number().int().positive().max(2_147_483_647) }),
  may: (viewer) => tendsAnywhere(viewer),
  run: async ({ sql, viewer }, { unit }): Promise<RolePreview[]> => {
    const place = await placeOf({ sql }, unit);
    if (!place || !tends(viewer, place.id)) throw notFound();
    const [counts] = await sql<NonNullable<RolePreview["opens"]>>`select * from sec.grant_preview(${unit})`;
    const readers = await sql<{ code: string }>`select code from role where reads_registry`;
    const reads = new Set(readers.map(({ code }) => code));
    return grantableAt(viewer, place).map((role) => ({
      role,
      opens: reads.has(role) && counts ? counts : null,
      verbs: ROLES[role],
    }));
  },
});
