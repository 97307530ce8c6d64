/** Sets the target of the unit at hand for the year of the period: one number, saved without leaving the board. */
import { getLocale, getTranslations } from "next-intl/server";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TargetSet } from "#lib/domains/cockpit/commands/set-target.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { goalKind, goalText, stepsText } from "#lib/domains/cockpit/target.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { takesSteps } from "#lib/indicators/light.ts";
import { isCount, isShareOfSums, signOf } from "./figure-words.ts";

type Props = {
  board: Board;
  indicator: Ratio;
  now: number | null;
  steps: readonly number[] | null;
  save: FormAction<TargetSet>;
};

export async function TargetForm({ board, indicator, now, steps, save }: Props) {
  const t = await getTranslations("cockpit");
  const locale = await getLocale();
  const year = board.period.slice(0, 4);
  const proposed = board.unit.level === "PREFECTURE" ? indicator.proposed : undefined;
  const caseUnit = indicator.caseUnit[locale];
  return (
    <div className="mb-3 print:hidden">
      <Disclosure label={t("target.set")}>
        <Form action={save} done={t("target.saved")} className="flex max-w-form flex-col gap-3">
          <p className="text-ink-2">{t("target.title", { unit: board.unit.name, year })}</p>
          <input type="hidden" name="indicator" value={indicator.id} />
          <input type="hidden" name="unit" value={board.unit.id} />
          <input type="hidden" name="year" value={year} />
          {isCount(indicator) ? (
            <Field
              name="count"
              label={t("target.countField", { caseUnit })}
              hint={proposed ? t("target.proposed", { n: proposed, caseUnit }) : t("target.countHint")}
            >
              <TextInput width="short" inputMode="numeric" defaultValue={String(now ?? proposed ?? "")} />
            </Field>
          ) : (
            <Field
              name="percent"
              label={
                isShareOfSums(indicator)
                  ? t("target.share", { sign: signOf(indicator) })
                  : indicator.adds
                    ? t("target.mean", { unit: indicator.adds.unit[locale] })
                    : t("target.field")
              }
              hint={t("target.hint")}
            >
              <TextInput
                width="short"
                inputMode="decimal"
                defaultValue={goalText(goalKind(indicator), now)}
              />
            </Field>
          )}
          {takesSteps(indicator) ? (
            <Field name="steps" label={t("steps.field")} hint={t("steps.hint")} optional>
              <TextInput width="medium" autoComplete="off" defaultValue={stepsText(steps)} />
            </Field>
          ) : null}
          <Field name="why" label={t("target.why")} hint={t("target.whyHint")} optional>
            <TextInput maxLength={200} />
          </Field>
          <div>
            <SubmitButton>{t("target.save")}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}
