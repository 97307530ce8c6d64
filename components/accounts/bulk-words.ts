/** The words that the answer to a list of names needs in the browser. */

import { getTranslations } from "next-intl/server";
import { ROLES, type Role } from "#lib/domains/accounts/roles.ts";
import type { BulkWords } from "./bulk-answer.tsx";

export async function bulkWords(origin: string): Promise<BulkWords> {
  const t = await getTranslations("accounts");
  const roles = Object.keys(ROLES) as Role[];
  const problems = [
    "name",
    "unit",
    "units",
    "role",
    "roleMissing",
    "roleHere",
    "hasAccount",
    "taken",
    "username",
    "twice",
  ] as const;
  return {
    roles: Object.fromEntries(roles.map((role) => [role, t(`roles.${role}`)])),
    problems: Object.fromEntries(
      problems.map((key) => [key, t(`bulk.problems.${key}`)]),
    ) as BulkWords["problems"],
    hints: { linked: t("bulk.hints.linked"), namesakes: t("bulk.hints.namesakes") },
    fine: t("bulk.fine"),
    // Numbers are filled in by the browser, when the answer is there.
    summary: t.raw("bulk.summary"),
    left: t.raw("bulk.left"),
    madeTitle: t.raw("bulk.madeTitle"),
    valid: t.raw("bulk.valid"),
    madeNote: t("bulk.madeNote"),
    print: t("bulk.print"),
    username: t("username"),
    code: t("code.code"),
    how: t("bulk.how"),
    address: t("bulk.address", { origin }),
    again: t("bulk.again"),
  };
}
