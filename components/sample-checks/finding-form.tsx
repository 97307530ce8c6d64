/** What a checker writes down at the door: chips for a thumb, a date, a note. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { type Kind, outcomesOf, QUESTIONS, SATISFACTIONS } from "#lib/domains/sample-checks/check.ts";
import type { Found } from "#lib/domains/sample-checks/queries/show.ts";

type Props = {
  draw: { id: string; kind: Kind; referenceOn: string };
  /** What holds now, which a correction begins with. */
  now: Found | undefined;
  today: string;
  save: FormAction<{ id: string; draw: string; corrected: boolean }>;
};

const MARKS = { CORRECT: "ok", WRONG: "behind", ABSENT: "none" } as const;

export async function FindingForm({ draw, now, today, save }: Props) {
  const t = await getTranslations("sampleChecks");
  return (
    <Form action={save} id="finding" className="grid max-w-form gap-4">
      <input type="hidden" name="id" value={draw.id} />
      <ChipGroup
        name="outcome"
        label={t("draw.outcome")}
        kind="radio"
        big
        columns={3}
        required
        defaultValue={now?.outcome}
        options={outcomesOf(draw.kind).map((value) => ({
          value,
          label: t(`of.${draw.kind}.${value}`),
          mark: MARKS[value],
        }))}
      />
      <Field name="visitedOn" label={t("draw.visitedOn")} required>
        <DateInput today={today} defaultValue={now?.visitedOn ?? today} min={draw.referenceOn} max={today} />
      </Field>
      <ChipGroup
        name="satisfaction"
        label={t("draw.satisfaction")}
        kind="radio"
        columns={3}
        required={draw.kind === "SATISFACTION"}
        defaultValue={now?.satisfaction ?? undefined}
        options={SATISFACTIONS.map((value) => ({ value, label: t(`satisfaction.${value}`) }))}
      />
      {QUESTIONS.map((question) => (
        <ChipGroup
          key={question}
          name={question}
          label={t(`question.${question}`)}
          kind="radio"
          defaultValue={now?.answers[question]}
          options={(["YES", "NO"] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
        />
      ))}
      <Field name="note" label={t("draw.note")} hint={t("draw.noteHint")}>
        <Textarea rows={2} maxLength={200} defaultValue={now?.note ?? ""} />
      </Field>
      <div>
        <SubmitButton>{t(now ? "draw.correct" : "draw.save")}</SubmitButton>
      </div>
    </Form>
  );
}
