/** The chain of a case: each step of its plan with what was done, by whom and for which unit; what comes next, and what is still to come. */

import { getTranslations } from "next-intl/server";
import { deedLines } from "#components/procedures/deed-words.ts";
import { CheckIcon } from "#components/ui/icons.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { isOpen } from "#lib/domains/procedures/procedure.ts";
import type { CaseView, DeedRow } from "#lib/domains/procedures/queries/show.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function Chain({ one }: { one: CaseView }) {
  const t = await getTranslations("procedures");
  return (
    <ol className="divide-y divide-line">
      {one.steps.map(({ step }, at) => {
        const deeds = one.deeds.filter((deed) => deed.at === at);
        const done = at < one.at;
        const current = isOpen(one.status) && at === one.at;
        return (
          <li key={step} aria-current={current ? "step" : undefined} className="flex gap-3 py-2.5">
            <span className="flex h-[1lh] w-5 shrink-0 items-center justify-center">
              {done ? (
                <CheckIcon className="size-4 text-ok" />
              ) : (
                <Shape state={current ? (one.status === "OBJECTION" ? "watch" : "none") : "off"} />
              )}
            </span>
            <div className="min-w-0 grow">
              <p className="font-semibold">
                {at + 1}. {t(`step.${step}`)}
                {done ? null : (
                  <span className="ml-2 font-normal text-ink-2 text-note">
                    {current ? t("case.current") : t("case.todo")}
                  </span>
                )}
              </p>
              {deeds.map((deed) => (
                <Deed key={deed.id} deed={deed} />
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

async function Deed({ deed }: { deed: DeedRow }) {
  const t = await getTranslations("procedures");
  const f = await getFormats();
  return (
    <div className="mt-1">
      <p className="text-ink-2 text-note">
        {f.day(deed.onDay)} · {t(`outcome.${deed.outcome as "DONE"}`)} ·{" "}
        {t("case.by", { name: deed.accountName, unit: deed.unitName })}
      </p>
      {deedLines(t, f, deed).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {deed.opinion ? <p className="whitespace-pre-line">{deed.opinion}</p> : null}
    </div>
  );
}
