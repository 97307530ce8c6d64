/** Each step of an instruction, from its giving on: what, who, when; the answer in its own words. */
import { getTranslations } from "next-intl/server";
import { Timeline } from "#components/ui/timeline.tsx";
import type { StepRow } from "#lib/domains/instructions/queries/show-instruction.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function Trail({ steps }: { steps: readonly StepRow[] }) {
  const t = await getTranslations("instructions");
  const f = await getFormats();
  const lines = (step: StepRow): string[] => [
    ...(step.toUnit ? [t("step.to", { name: [step.toName, step.toUnit].filter(Boolean).join(" ") })] : []),
    ...(step.words ? [step.words] : []),
    ...(step.dueOn ? [t("step.due", { day: f.day(step.dueOn) })] : []),
  ];
  return (
    <Timeline
      items={steps.map((step) => ({
        id: step.id,
        when: [step.at, step.accountName ?? ""].filter(Boolean).join(" · "),
        title: t(`step.${step.kind}`),
        body: lines(step).map((line) => (
          <p key={line} className="whitespace-pre-line">
            {line}
          </p>
        )),
      }))}
    />
  );
}
