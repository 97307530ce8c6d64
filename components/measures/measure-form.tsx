/** What is done for a household: recorded anew, or put right. */
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea, TextInput } from "#components/ui/inputs.tsx";
import { inYuan } from "#lib/base/money.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { MeasureRow } from "#lib/domains/measures/measure.ts";
import { categoryNames } from "./names.ts";

type Props = {
  hidden: Record<string, string>;
  measure: MeasureRow | null;
  years: readonly number[];
  categories: readonly Entry[];
  today: string;
  back: string;
  save: FormAction<{ id: string; householdId: string; divisionId: number }>;
};

export const yuanText = (fen: bigint | null | undefined) =>
  fen === null || fen === undefined ? "" : inYuan(fen).replace(/\.00$/, "").replaceAll(",", "");

export async function MeasureForm({ hidden, measure, years, categories, today, back, save }: Props) {
  const t = await getTranslations("measures");
  const common = await getTranslations("common");
  const { options } = await categoryNames(categories);
  return (
    <Form action={save} className="grid max-w-4xl gap-4 pad:grid-cols-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field name="category" label={t("field.category")} required>
        <Select
          options={options(today, measure?.category)}
          empty={common("choose")}
          defaultValue={measure?.category}
        />
      </Field>
      <Field name="year" label={t("field.year")} required>
        <Select
          options={years.map((year) => ({ value: String(year), label: t("year", { year: String(year) }) }))}
          defaultValue={measure ? String(measure.year) : undefined}
        />
      </Field>
      <Field name="project" label={t("field.project")} required>
        <TextInput maxLength={100} autoComplete="off" defaultValue={measure?.project} />
      </Field>
      <Field name="unit" label={t("field.unit")} optional>
        <TextInput maxLength={60} defaultValue={measure?.unit ?? ""} />
      </Field>
      <Field name="content" label={t("field.content")} optional>
        <Textarea maxLength={500} defaultValue={measure?.content ?? ""} />
      </Field>
      <Field name="amount" label={t("field.amount")} hint={t("amountHint")} optional>
        <TextInput
          inputMode="decimal"
          autoComplete="off"
          unit={t("yuan")}
          defaultValue={yuanText(measure?.amountFen)}
        />
      </Field>
      <Field name="fromOn" label={t("field.fromOn")} optional>
        <DateInput today={today} defaultValue={measure?.fromOn ?? ""} />
      </Field>
      <Field name="toOn" label={t("field.toOn")} optional>
        <DateInput today={today} defaultValue={measure?.toOn ?? ""} />
      </Field>
      <ChipGroup
        name="signed"
        label={t("field.signed")}
        kind="radio"
        columns={3}
        defaultValue={measure?.signed === null || !measure ? "" : measure.signed ? "yes" : "no"}
        options={(["yes", "no", ""] as const).map((value) => ({
          value,
          label: t(`answer.${value || "unset"}`),
        }))}
      />
      <div className="flex gap-2 pad:col-span-full">
        <SubmitButton>{common("save")}</SubmitButton>
        <LinkButton kind="quiet" href={back}>
          {common("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
