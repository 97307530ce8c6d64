/** A household's cases as tasks: each step done, waiting or not yet possible; and what may be started, or why not. */

import { getTranslations } from "next-intl/server";
import { CaseMark } from "#components/procedures/case-mark.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import Link from "#components/ui/link.tsx";
import { StepList } from "#components/ui/step-list.tsx";
import { isOpen } from "#lib/domains/procedures/procedure.ts";
import type { PastCase, Startable } from "#lib/domains/procedures/queries/of-household.ts";

export async function CaseSteps({ one }: { one: PastCase }) {
  const t = await getTranslations("procedures");
  const steps = one.steps.map(({ step }, at) => ({
    label: t(`step.${step}`),
    state:
      at < one.at
        ? ("done" as const)
        : at === one.at && isOpen(one.status)
          ? ("current" as const)
          : ("todo" as const),
  }));
  return (
    <div className="border-line border-b py-2 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={`/procedures/${one.id}`}
          className="inline-flex min-h-touch items-center font-semibold underline desk:min-h-6"
        >
          {t(`kind.${one.kind}`)}
        </Link>
        <CaseMark status={one.status} returned={one.returned} />
        <span className="text-ink-2 text-note tabular">
          {one.closedOn ? `${one.openedOn} – ${one.closedOn}` : one.openedOn}
        </span>
      </p>
      {isOpen(one.status) ? <StepList label={t("case.steps")} steps={steps} /> : null}
      {one.effectiveOn ? <p className="text-ink-2">{t("process.result", { day: one.effectiveOn })}</p> : null}
      {one.closedWhy ? <p className="text-ink-2">{one.closedWhy}</p> : null}
    </div>
  );
}

type Props = { householdId: string; startable: readonly Startable[] };

export async function Startables({ householdId, startable }: Props) {
  const t = await getTranslations("procedures");
  return (
    <ul className="divide-y divide-line">
      {startable.map(({ kind, why, may, steps }) => (
        <li key={kind} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <span className="min-w-0 grow basis-60">
            <span className="font-semibold">{t(`kind.${kind}`)}</span>
            <span className="block text-ink-2 text-note">
              {why
                ? t(`process.why.${why}`)
                : t("process.stepsOf", { steps: steps.map(({ step }) => t(`step.${step}`)).join(" → ") })}
            </span>
          </span>
          {why ? null : may ? (
            <LinkButton href={`/households/${householdId}/process?start=${kind}#start`}>
              {t("process.start")}
            </LinkButton>
          ) : (
            <span className="text-ink-2 text-note">{t("process.notYours")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
