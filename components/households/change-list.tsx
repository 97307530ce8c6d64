/** Who changed what and when: old value and new, newest first. */
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import { codeName, HOUSING_GRADES, POVERTY_CAUSES } from "#lib/domains/households/codes.ts";
import type { HouseholdChange } from "#lib/domains/households/queries/household-parts.ts";
import { getFormats } from "#lib/i18n/format.ts";

const KNOWN = [
  "phone",
  "groupName",
  "mainCause",
  "income",
  "waterSafe",
  "housingGrade",
  "member",
  "division",
  "helper",
] as const;

export async function ChangeList({ changes }: { changes: HouseholdChange[] }) {
  const t = await getTranslations("households");
  const locale = await getLocale();
  const f = await getFormats();
  const word = (field: string, value: string | null) => {
    if (value === null) return f.none;
    if (field === "mainCause") return codeName(POVERTY_CAUSES, value, locale);
    if (field === "housingGrade") return codeName(HOUSING_GRADES, value, locale);
    if (field === "waterSafe") return t(value === "yes" ? "answer.yes" : "answer.no");
    return value;
  };
  const nameOf = (field: string) => {
    const known = KNOWN.find((one) => one === field);
    return known ? t(`changed.${known}`) : field;
  };
  if (changes.length === 0) return <EmptyState kind="never" title={t("noChanges")} />;
  return (
    <Card title={t("tabs.changes")}>
      <Timeline
        items={changes.map((change) => ({
          id: String(change.id),
          when: `${f.dayTime(change.at)} · ${change.accountName ?? t("machine")}`,
          title: nameOf(change.field),
          body: `${word(change.field, change.old)} → ${word(change.field, change.new)}`,
        }))}
      />
    </Card>
  );
}
