/** What is written about a training: once when it is recorded, with pasted names, and again when it is corrected. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import { inYuan } from "#lib/base/money.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TrainingDetail } from "#lib/domains/trainings/queries/get-training.ts";
import { AUDIENCES, LEVELS, MODES, STATED, type Stated, TOPICS } from "#lib/domains/trainings/training.ts";

type Written = Pick<
  TrainingDetail,
  | "title"
  | "mode"
  | "audience"
  | "topic"
  | "level"
  | "organizer"
  | "venue"
  | "fromOn"
  | "toOn"
  | "hours"
  | "costFen"
  | "note"
  | keyof Stated
>;
type Props<T> = {
  /** What travels along unseen: the id, the unit or the version. */
  hidden: Record<string, string>;
  today: string;
  level?: string;
  written?: Written;
  save: FormAction<T>;
};

export async function TrainingForm<T>({ hidden, today, level, written, save }: Props<T>) {
  const t = await getTranslations("trainings");
  const common = await getTranslations("common");
  return (
    <Form action={save} className="grid max-w-3xl gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field name="title" label={t("field.title")} required>
        <TextInput maxLength={80} defaultValue={written?.title} autoComplete="off" />
      </Field>
      <ChipGroup
        name="mode"
        label={t("field.mode")}
        kind="radio"
        required
        defaultValue={written?.mode}
        options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
      />
      <ChipGroup
        name="audience"
        label={t("field.audience")}
        kind="radio"
        required
        defaultValue={written?.audience}
        options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
      />
      <ChipGroup
        name="topic"
        label={t("field.topic")}
        kind="radio"
        required
        defaultValue={written?.topic}
        options={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
      />
      <ChipGroup
        name="level"
        label={t("field.level")}
        hint={t("form.levelHint")}
        kind="radio"
        required
        defaultValue={written?.level ?? level}
        options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <div className="grid gap-4 pad:grid-cols-2">
        <Field name="fromOn" label={t("field.fromOn")} required>
          <DateInput today={today} defaultValue={written?.fromOn} max={today} />
        </Field>
        <Field name="toOn" label={t("field.toOn")} hint={t("form.toOnHint")} optional>
          <DateInput today={today} defaultValue={written?.toOn} max={today} />
        </Field>
        <Field name="hours" label={t("field.hours")} hint={t("form.hoursHint")} required>
          <TextInput
            width="short"
            inputMode="decimal"
            maxLength={8}
            defaultValue={written ? String(written.hours) : undefined}
          />
        </Field>
        <Field name="cost" label={t("field.cost")} hint={t("form.costHint")} optional>
          <TextInput
            width="medium"
            inputMode="decimal"
            unit={t("form.yuan")}
            maxLength={20}
            defaultValue={written?.costFen == null ? undefined : inYuan(written.costFen)}
          />
        </Field>
        <Field name="organizer" label={t("field.organizer")} optional>
          <TextInput maxLength={60} defaultValue={written?.organizer ?? undefined} />
        </Field>
        <Field name="venue" label={t("field.venue")} optional>
          <TextInput maxLength={60} defaultValue={written?.venue ?? undefined} />
        </Field>
      </div>
      <fieldset>
        <legend className="font-semibold">{t("stated.legend")}</legend>
        <p className="mb-2 text-ink-2 text-note">{t("stated.hint")}</p>
        <div className="grid grid-cols-2 gap-4 pad:grid-cols-4">
          {STATED.map((key) => (
            <Field key={key} name={key} label={t(`stated.${key}`)} optional>
              <TextInput
                width="short"
                inputMode="numeric"
                maxLength={4}
                defaultValue={written?.[key] == null ? undefined : String(written[key])}
              />
            </Field>
          ))}
        </div>
      </fieldset>
      <Field name="note" label={t("field.note")} optional>
        <Textarea rows={2} maxLength={500} defaultValue={written?.note ?? undefined} />
      </Field>
      {written ? null : (
        <Field name="names" label={t("paste.label")} hint={t("form.namesHint")} optional>
          <Textarea rows={6} />
        </Field>
      )}
      <div>
        <SubmitButton size="large">{common("save")}</SubmitButton>
      </div>
    </Form>
  );
}
