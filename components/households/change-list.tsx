/** Who changed what and when: old value and new, newest first. */
import { getLocale, getTranslations } from "next-intl/server";
import { trailWords } from "#components/audit/trail-words.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { Locale } from "#lib/base/preferences.ts";
import type { HouseholdChange } from "#lib/domains/households/queries/household-parts.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function ChangeList({ changes }: { changes: HouseholdChange[] }) {
  const t = await getTranslations("households");
  const audit = await getTranslations("audit");
  const f = await getFormats();
  const dictionary = await getTranslations("dictionaries");
  const words = trailWords(audit, f, (await getLocale()) as Locale, dictionary);
  const offline = ({ at, writtenAt }: HouseholdChange) => {
    const minutes = writtenAt ? Math.floor((at.getTime() - writtenAt.getTime()) / 60_000) : 0;
    if (minutes < 1) return null;
    return minutes < 60
      ? t("offlineMinutes", { minutes })
      : t("offlineHours", { hours: Math.floor(minutes / 60) });
  };
  if (changes.length === 0) return <EmptyState kind="never" title={t("noChanges")} />;
  return (
    <Card title={t("tabs.changes")}>
      <Timeline
        items={changes.map((change) => ({
          id: String(change.id),
          when: [f.dayTime(change.at), change.accountName ?? t("machine"), offline(change)]
            .filter(Boolean)
            .join(" · "),
          title: words.field(change.field),
          body: `${words.value(change.field, change.old)} → ${words.value(change.field, change.new)}`,
        }))}
      />
    </Card>
  );
}
