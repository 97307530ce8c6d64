/** Each step that was taken with a need, the newest first: what, who, when, and where it lay from then on. */
import { getTranslations } from "next-intl/server";
import { Timeline } from "#components/ui/timeline.tsx";
import type { NeedDeedRow } from "#lib/domains/needs/queries/show-need.ts";
import { getFormats } from "#lib/i18n/format.ts";

const MOVES = new Set(["ESCALATED", "HANDED_DOWN", "RETURNED", "HANDED_ON"]);

export async function NeedChain({ deeds }: { deeds: readonly NeedDeedRow[] }) {
  const t = await getTranslations("needs");
  const f = await getFormats();
  const lines = (deed: NeedDeedRow): string[] => [
    ...(deed.toUnit ? [t("to", { unit: deed.toUnit, name: deed.toName ? ` ${deed.toName}` : "" })] : []),
    ...(deed.askedOn ? [t("askedOn", { day: f.day(deed.askedOn) })] : []),
    ...(MOVES.has(deed.kind) ? [t("nowAt", { level: t(`level.${deed.level}`) })] : []),
    ...(deed.dueOn ? [t("newDue", { day: f.day(deed.dueOn) })] : []),
    ...(deed.words ? [deed.words] : []),
  ];
  return (
    <Timeline
      items={[...deeds].reverse().map((deed) => ({
        id: deed.id,
        when: [
          f.day(deed.onDay),
          deed.accountName ?? "",
          deed.writtenOn > deed.onDay ? t("written", { day: f.day(deed.writtenOn) }) : "",
        ]
          .filter(Boolean)
          .join(" · "),
        title: deed.verdict
          ? `${t(`kind.${deed.kind as "VERDICT"}`)} · ${t(`verdict.${deed.verdict}`)}`
          : t(`kind.${deed.kind as "VERDICT"}`),
        body: lines(deed).map((line) => (
          <p key={line} className="whitespace-pre-line">
            {line}
          </p>
        )),
      }))}
    />
  );
}
