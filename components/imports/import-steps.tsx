/** The five steps of an import, with links back to those that are done. */

import { getTranslations } from "next-intl/server";
import { StepList } from "#components/ui/step-list.tsx";
import { STEPS, type Step } from "#lib/domains/imports/import.ts";

/** `links` names the steps one may go back to. */
export async function ImportSteps({ now, links = {} }: { now: Step; links?: Partial<Record<Step, string>> }) {
  const t = await getTranslations("imports");
  const at = STEPS.indexOf(now);
  const steps = STEPS.map((step, index) => ({
    label: t(`step.${step}`),
    state: index < at ? ("done" as const) : index === at ? ("current" as const) : ("todo" as const),
    href: index < at ? links[step] : undefined,
  }));
  return (
    <div className="mb-4">
      <StepList steps={steps} />
    </div>
  );
}
