/** An indicator of the office's own in one form: how it is called, which cases, which of them are met, how it is judged, from which month on. */
import { getLocale, getTranslations } from "next-intl/server";
import { AskForm } from "#components/ui/ask-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { ProblemView } from "#lib/base/outcome.ts";
import { DUES, type Measure } from "#lib/domains/indicator-versions/indicator-version.ts";
import type { Countable } from "#lib/indicators/countable.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { MonthField } from "./month-field.tsx";

type Props = {
  path: string;
  fact: Countable;
  measure: Measure;
  opens: string;
  typed: URLSearchParams;
  problem: ProblemView | null;
  /** What is settled already and goes along. */
  hidden: Record<string, string>;
};

export async function OwnForm({ path, fact, measure, opens, typed, problem, hidden }: Props) {
  const t = await getTranslations("indicators");
  const locale = await getLocale();
  const asked = (name: string) => typed.get(name) ?? undefined;
  const summed = Object.entries(fact.columns).flatMap(([value, column]) =>
    column.kind === "amount" && column.adds ? [{ value, label: column.name[locale] }] : [],
  );
  return (
    <AskForm path={path} problem={problem} className="grid max-w-form gap-4">
      {Object.entries({ ...hidden, measure }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field name="name" label={t("form.name")} required>
        <TextInput maxLength={30} defaultValue={asked("name")} />
      </Field>
      <Field name="nameEn" label={t("form.nameEn")} optional>
        <TextInput maxLength={80} defaultValue={asked("nameEn")} />
      </Field>
      {measure === "sum" ? (
        <Field name="column" label={t("form.column")} hint={t("form.columnHint")} required>
          <Select options={summed} defaultValue={asked("column")} width="medium" />
        </Field>
      ) : null}
      <ConditionFields
        side="w"
        fact={fact}
        typed={typed}
        label={t("form.whole", { fact: fact.name[locale] })}
        hint={t("form.wholeHint")}
      />
      {measure === "sum" ? null : (
        <ConditionFields
          side="p"
          fact={fact}
          typed={typed}
          label={t(measure === "count" ? "form.counted" : "form.part")}
          hint={t("form.partHint")}
        />
      )}
      <div className="grid gap-4 pad:grid-cols-2">
        <Field name="caseUnit" label={t("form.caseUnit")} required>
          <TextInput
            maxLength={10}
            defaultValue={asked("caseUnit") ?? fact.caseUnit[locale]}
            width="medium"
          />
        </Field>
        <Field name="missing" label={t("form.missing")} hint={t("form.missingHint")} required>
          <TextInput maxLength={20} defaultValue={asked("missing")} width="medium" />
        </Field>
      </div>
      <Field name="definition" label={t("form.definition")} hint={t("form.definitionHint")} required>
        <Textarea rows={3} maxLength={300} defaultValue={asked("definition")} />
      </Field>
      <div className="grid gap-4 pad:grid-cols-2">
        <Field
          name="scored"
          label={t("form.scored")}
          hint={measure === "sum" ? t("form.lessIsBetter") : undefined}
        >
          <Select
            options={["yes", "no"].map((value) => ({ value, label: t(`scored.${value as "yes"}`) }))}
            defaultValue={asked("scored") ?? "yes"}
            width="medium"
          />
        </Field>
        <Field name="due" label={t("form.due")}>
          <Select
            options={DUES.map((value) => ({ value, label: t(`due.${value}`) }))}
            defaultValue={asked("due") ?? "fixed"}
          />
        </Field>
      </div>
      <Field name="watch" label={t("form.watch")} hint={t("form.watchHint")} optional>
        <TextInput inputMode="numeric" maxLength={3} unit="%" defaultValue={asked("watch")} width="short" />
      </Field>
      <MonthField opens={opens} typed={typed.get("from")} />
      <div>
        <SubmitButton name="look" value="1">
          {t("form.look")}
        </SubmitButton>
      </div>
    </AskForm>
  );
}
