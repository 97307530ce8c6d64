/** The faces of a household's file, each under its own address. */
import { getTranslations } from "next-intl/server";
import { Tabs } from "#components/ui/tabs.tsx";
import type { HouseholdDetail } from "#lib/domains/households/queries/get-household.ts";

export const TABS = [
  "overview",
  "members",
  "income",
  "living",
  "production",
  "measures",
  "needs",
  "pairings",
  "visits",
  "years",
  "changes",
] as const;
export type HouseholdTab = (typeof TABS)[number];

export const householdHref = (id: string, tab: HouseholdTab = "overview") =>
  tab === "overview" ? `/households/${id}` : `/households/${id}?tab=${tab}`;

export const tabOf = (asked: unknown): HouseholdTab => TABS.find((tab) => tab === asked) ?? "overview";

export async function HouseholdTabs({
  household,
  current,
}: {
  household: HouseholdDetail;
  current: HouseholdTab;
}) {
  const t = await getTranslations("households");
  const counts: Partial<Record<HouseholdTab, number>> = {
    members: household.memberCount,
    pairings: household.helpers.length,
    visits: household.visits,
  };
  return (
    <Tabs
      label={t("tabs.label")}
      items={TABS.map((tab) => ({
        href: householdHref(household.id, tab),
        label: t(`tabs.${tab}`),
        count: counts[tab] === undefined ? undefined : String(counts[tab]),
        current: tab === current,
      }))}
    />
  );
}
