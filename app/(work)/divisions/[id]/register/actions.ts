"use server";

/** The register of a village as its form posts it. */

import { saveRegister } from "#lib/domains/village-register/commands/save-register.ts";
import { action } from "#lib/platform/action.ts";

const own = ({ id, year }: { id: number; year: number }) => `/divisions/${id}/register?y=${year}`;
export const saveVillage = action(saveRegister, {
  changes: (result) => [`/divisions/${result.id}/register`],
  goTo: (result) => `${own(result)}&saved=1`,
});
