/** What was applied for, and how it ended, as questions and answers. */
import type { getTranslations } from "next-intl/server";
import type { Fact } from "#components/ui/summary-list.tsx";
import {
  codeName,
  HOUSEHOLD_ATTRIBUTES,
  HOUSEHOLD_STATUSES,
  IDENTIFICATION_STANDARDS,
  POVERTY_CAUSES,
} from "#lib/domains/households/codes.ts";
import type { CaseView } from "#lib/domains/procedures/queries/show.ts";

type T = Awaited<ReturnType<typeof getTranslations<"procedures">>>;

export function caseFacts(t: T, one: CaseView, locale: "zh-CN" | "en"): Fact[] {
  const { application: asked } = one;
  const percent = (bp?: number) => (bp === undefined ? null : `${bp / 100}%`);
  const facts: [label: string, value: string | null | undefined][] = [
    [t("case.appliedOn"), asked.appliedOn],
    [t("case.reason"), asked.reason],
    [t("case.fromStatus"), one.fromStatus && codeName(HOUSEHOLD_STATUSES, one.fromStatus, locale)],
    [t("case.attribute"), asked.attribute && codeName(HOUSEHOLD_ATTRIBUTES, asked.attribute, locale)],
    [t("case.mainCause"), asked.mainCause && codeName(POVERTY_CAUSES, asked.mainCause, locale)],
    [t("case.standard"), asked.standard && codeName(IDENTIFICATION_STANDARDS, asked.standard, locale)],
    [t("case.type"), asked.type && t(`type.${asked.type}`)],
    [t("case.risks"), asked.risks?.map((risk) => t(`risk.${risk}`)).join("、")],
    [t("case.authorizedOn"), asked.authorizedOn],
    [t("case.endedHow"), asked.endedHow && t(`ended.${asked.endedHow}`)],
    [t("case.population"), asked.population === undefined ? null : String(asked.population)],
    [t("case.missed"), percent(asked.missedBp)],
    [t("case.wrong"), percent(asked.wrongBp)],
    [t("case.accepted"), percent(asked.acceptedBp)],
    [t("case.effectiveOn"), one.effectiveOn],
    [t("case.closedWhy"), one.closedWhy],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
