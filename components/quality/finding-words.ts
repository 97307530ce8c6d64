/** A finding in words: what is odd, with the odd value in it, and what to do about it. */
import { getTranslations } from "next-intl/server";
import type { RuleCode } from "#lib/domains/quality/rules.ts";

export async function findingWords() {
  const t = await getTranslations("quality");
  return {
    what: ({ rule, detail }: { rule: RuleCode; detail: string }) => t(`rules.${rule}.what`, { detail }),
    fix: (rule: RuleCode) => t(`rules.${rule}.fix`),
    /** As one of a list to choose from: without a value. */
    named: (rule: RuleCode) => t(`rules.${rule}.what`, { detail: "…" }),
  };
}
