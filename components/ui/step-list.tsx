/** The steps of a procedure, with the one where one stands. */

import { getTranslations } from "next-intl/server";
import { CheckIcon } from "#components/ui/icons.tsx";
import Link from "#components/ui/link.tsx";

export type Step = { label: string; state: "done" | "current" | "todo"; href?: string };

export async function StepList({ label, steps }: { label?: string; steps: readonly Step[] }) {
  const t = await getTranslations("common");
  return (
    <nav aria-label={label ?? t("steps.label")} className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1 pb-1">
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={step.state === "current" ? "step" : undefined}
            className="relative flex items-center gap-2 whitespace-nowrap"
          >
            {index > 0 ? <span aria-hidden="true" className="h-px w-4 bg-control pad:w-8" /> : null}
            <span
              className={`inline-flex size-6 items-center justify-center rounded-full border text-note ${numbers[step.state]}`}
            >
              {step.state === "done" ? <CheckIcon className="size-3.5" /> : index + 1}
            </span>
            {step.href ? (
              <Link
                href={step.href}
                className="inline-flex min-h-touch min-w-11 items-center desk:min-h-6 desk:min-w-6"
              >
                {step.label}
              </Link>
            ) : (
              <span className={step.state === "current" ? "font-semibold" : "text-ink-2"}>{step.label}</span>
            )}
            <span className="sr-only">{t(`steps.${step.state}`)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const numbers = {
  done: "border-ok-fill text-ok",
  current: "border-link bg-link-tint font-semibold text-link",
  todo: "border-control text-ink-2",
} as const;
