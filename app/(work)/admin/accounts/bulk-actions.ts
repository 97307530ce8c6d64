"use server";

/** Two buttons of one form: look first, then make. */

import type { FormAction, Outcome } from "#lib/base/outcome.ts";
import {
  createAccounts as create,
  rehearseAccounts as rehearse,
} from "#lib/domains/accounts/commands/create-many.ts";
import type { Rehearsal, Slips } from "#lib/domains/accounts/name-list.ts";
import { action } from "#lib/platform/action.ts";

const look: FormAction<Rehearsal> = action(rehearse);
const make: FormAction<Slips> = action(create, { changes: () => ["/admin/accounts"] });

export async function accountsInBulk(
  _previous: Outcome<Rehearsal | Slips> | null,
  form: FormData,
): Promise<Outcome<Rehearsal | Slips>> {
  const step = form.get("step");
  form.delete("step");
  return step === "make" ? make(null, form) : look(null, form);
}
