/** The steps of one kind as a form: a number for each step in use, and how long its list hangs. */

import { getTranslations } from "next-intl/server";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { stepsFor } from "#lib/domains/procedures/plan.ts";
import { CALENDARS, hangs, mayAskPaper, type PlanStep } from "#lib/domains/procedures/procedure.ts";
import type { KindPlan } from "#lib/domains/procedures/queries/plans.ts";

type Props<Result> = { plan: KindPlan; today: string; action: FormAction<Result> };

export async function PlanForm<Result>({ plan, today, action }: Props<Result>) {
  const t = await getTranslations("procedures");
  const { kind, now } = plan;
  const of = (step: string) => now.steps.find((one) => one.step === step);
  const placeOf = (step: string) => {
    const at = now.steps.findIndex((one) => one.step === step);
    return at < 0 ? "" : String(at + 1);
  };
  const ordered = [...stepsFor(kind)].sort((a, b) => Number(placeOf(a) || 99) - Number(placeOf(b) || 99));
  return (
    <Form action={action} id={`plan-${kind}`} className="mt-3 grid gap-3">
      <input type="hidden" name="kind" value={kind} />
      <p className="text-ink-2 text-note">{t("plan.off")}</p>
      {ordered.map((step) => (
        <fieldset key={step} className="flex flex-wrap items-end gap-3 border-line border-t pt-2">
          <legend className="sr-only">{t(`step.${step}`)}</legend>
          <span className="w-28 shrink-0 self-center font-semibold">{t(`step.${step}`)}</span>
          <Field name={`${step}.place`} label={t("plan.order")}>
            <TextInput
              width="short"
              inputMode="numeric"
              maxLength={2}
              autoComplete="off"
              defaultValue={placeOf(step)}
            />
          </Field>
          {mayAskPaper(step) ? (
            <Field name={`${step}.paper`} label={t("plan.paper")}>
              <Select
                width="short"
                empty={t("plan.noPaper")}
                defaultValue={of(step)?.paper ? "yes" : ""}
                options={[{ value: "yes", label: t("plan.asksPaper") }]}
              />
            </Field>
          ) : null}
          {hangs(step) ? (
            <>
              <Field name={`${step}.days`} label={t("plan.days")}>
                <TextInput
                  width="short"
                  inputMode="numeric"
                  maxLength={2}
                  autoComplete="off"
                  defaultValue={String(of(step)?.days ?? 7)}
                />
              </Field>
              <Field name={`${step}.calendar`} label={t("plan.calendar")}>
                <Select
                  width="short"
                  defaultValue={of(step)?.calendar ?? "CALENDAR"}
                  options={CALENDARS.map((one) => ({ value: one, label: t(`calendar.${one}`) }))}
                />
              </Field>
            </>
          ) : null}
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-3">
        <Field name="fromOn" label={t("plan.fromOn")} required>
          <DateInput today={today} min={today} defaultValue={today} />
        </Field>
        <Field name="documentNo" label={t("plan.documentNo")} optional>
          <TextInput width="medium" maxLength={60} autoComplete="off" />
        </Field>
      </div>
      <div>
        <SubmitButton>{t("plan.save")}</SubmitButton>
      </div>
    </Form>
  );
}

export async function stepsInWords(steps: readonly PlanStep[]): Promise<string> {
  const t = await getTranslations("procedures");
  return steps
    .map(({ step, days, paper }) => {
      const words = days ? t("plan.hanging", { step: t(`step.${step}`), days }) : t(`step.${step}`);
      return paper ? t("plan.withPaper", { step: words }) : words;
    })
    .join(" → ");
}
