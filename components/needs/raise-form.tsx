/** Writes a need down with a thumb: what for, how soon, and perhaps a few words. */
import { getTranslations } from "next-intl/server";
import { categoryNames } from "#components/measures/names.ts";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { addDays } from "#lib/base/calendar.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import { SOURCES, URGENCIES } from "#lib/domains/needs/need.ts";
import type { RaiseForm as Found, Whose } from "#lib/domains/needs/queries/raise-form.ts";

type Props<T> = { id: string; whose: Whose; found: Found; today: string; save: FormAction<T> };

export async function RaiseForm<T>({ id, whose, found, today, save }: Props<T>) {
  const t = await getTranslations("needs");
  const { name, options } = await categoryNames(found.categories);
  const offered = options(today);
  const limits = offered
    .filter(({ value }) => found.days[value] !== undefined)
    .map(({ value }) => t("new.limit", { category: name(value), days: found.days[value] ?? 0 }));
  if (found.days.NEED_URGENT) limits.push(t("new.urgent", { days: found.days.NEED_URGENT }));
  return (
    <Form action={save} className="grid max-w-xl gap-3">
      <input type="hidden" name="id" value={id} />
      {whose.householdId ? <input type="hidden" name="householdId" value={whose.householdId} /> : null}
      {whose.villageId ? <input type="hidden" name="villageId" value={whose.villageId} /> : null}
      <ChipGroup name="category" label={t("category")} kind="radio" required columns={5} options={offered} />
      <ChipGroup
        name="urgency"
        label={t("urgencyLabel")}
        kind="radio"
        columns={2}
        defaultValue="NORMAL"
        options={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }))}
      />
      <Field name="words" label={t("words")} optional hint={t("new.wordsHint")}>
        <Textarea rows={2} maxLength={500} />
      </Field>
      <ChipGroup
        name="source"
        label={t("sourceLabel")}
        kind="radio"
        columns={4}
        defaultValue={whose.villageId ? "VILLAGE" : "SELF"}
        options={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
      />
      <Field name="raisedOn" label={t("new.raisedOn")}>
        <DateInput today={today} defaultValue={today} min={addDays(today, -found.lateDays)} max={today} />
      </Field>
      <p className="text-ink-2 text-note">{t("new.limits", { limits: limits.join(t("comma")) })}</p>
      <div className="sticky bottom-14 z-10 -mx-4 border-line border-t bg-card px-4 py-2 desk:static desk:mx-0 desk:border-0 desk:bg-transparent desk:px-0">
        <SubmitButton size="large" wide>
          {t("new.save")}
        </SubmitButton>
      </div>
    </Form>
  );
}
