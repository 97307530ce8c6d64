/** The measures about a weak organization: what, who, by when, and since when it is done; and the form for one more. */

import { useTranslations } from "next-intl";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Shape } from "#components/ui/shape.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { MeasureRow } from "#lib/domains/party-orgs/queries/weak.ts";

type ListProps<Result> = {
  measures: readonly MeasureRow[];
  today: string;
  finish: FormAction<Result> | null;
};

export function MeasureList<Result>({ measures, today, finish }: ListProps<Result>) {
  const t = useTranslations("party-orgs");
  if (measures.length === 0) return <p className="text-ink-2">{t("weak.noMeasures")}</p>;
  return (
    <ol className="divide-y divide-line">
      {measures.map((one) => (
        <li key={one.id} className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 py-2">
          <span className="min-w-0">
            <span className="flex items-center gap-1.5 font-semibold">
              <Shape state={one.doneOn ? "ok" : one.dueOn < today ? "behind" : "none"} />
              {one.what}
            </span>
            <span className="block text-ink-2">{t("weak.whoBy", { who: one.who, day: one.dueOn })}</span>
            <span className="block text-note">
              {one.doneOn
                ? t("weak.doneOn", { day: one.doneOn })
                : one.dueOn < today
                  ? t("weak.isLate")
                  : t("weak.isRunning")}
            </span>
          </span>
          {finish && one.doneOn === null ? (
            <Form action={finish} id={`finish-${one.id}`} className="flex flex-wrap items-end gap-2">
              <input type="hidden" name="measureId" value={one.id} />
              <Field name="doneOn" label={t("weak.finishOn")} required>
                <DateInput today={today} max={today} defaultValue={today} />
              </Field>
              <SubmitButton kind="secondary">
                {t("weak.finish")}
                <span className="sr-only">{one.what}</span>
              </SubmitButton>
            </Form>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

type FormProps<Result> = { weakId: string; today: string; add: FormAction<Result> };

export function MeasureForm<Result>({ weakId, today, add }: FormProps<Result>) {
  const t = useTranslations("party-orgs");
  return (
    <Form action={add} id="measure" className="mt-3 grid gap-3 border-line border-t pt-3">
      <h3 className="text-h3">{t("weak.addMeasure")}</h3>
      <input type="hidden" name="weakId" value={weakId} />
      <Field name="what" label={t("weak.what")} required>
        <TextInput maxLength={200} autoComplete="off" />
      </Field>
      <Field name="who" label={t("weak.who")} hint={t("weak.whoHint")} required>
        <TextInput maxLength={60} width="medium" autoComplete="off" />
      </Field>
      <Field name="dueOn" label={t("weak.dueOn")} required>
        <DateInput today={today} />
      </Field>
      <div>
        <SubmitButton kind="secondary">{t("weak.saveMeasure")}</SubmitButton>
      </div>
    </Form>
  );
}
