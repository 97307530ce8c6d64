/** A program by which talent comes: the same form founds and corrects; its stream stays. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ProgramRow } from "#lib/domains/talent/queries/programs.ts";
import { STREAMS } from "#lib/domains/talent/talent.ts";

type Props = {
  hidden: Record<string, string>;
  written: Omit<ProgramRow, "serving"> | null;
  today: string;
  save: FormAction<{ id: string }>;
};

export async function ProgramForm({ hidden, written, today, save }: Props) {
  const t = await getTranslations("talent");
  return (
    <Form action={save} id="program" className="grid max-w-3xl gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field name="name" label={t("field.programName")} required>
        <TextInput maxLength={60} defaultValue={written?.name} autoComplete="off" />
      </Field>
      {written ? null : (
        <ChipGroup
          name="stream"
          label={t("field.stream")}
          hint={t("form.streamHint")}
          kind="radio"
          required
          options={STREAMS.map((value) => ({ value, label: t(`stream.${value}`) }))}
        />
      )}
      <Field name="operator" label={t("field.operator")} optional>
        <TextInput maxLength={60} defaultValue={written?.operator ?? undefined} autoComplete="off" />
      </Field>
      <div className="grid gap-4 pad:grid-cols-2">
        <Field name="fromOn" label={t("field.fromOn")} required>
          <DateInput today={today} defaultValue={written?.fromOn} />
        </Field>
        <Field name="toOn" label={t("field.toOn")} hint={t("form.programToHint")} optional>
          <DateInput today={today} defaultValue={written?.toOn ?? undefined} />
        </Field>
      </div>
      <Field name="note" label={t("field.note")} optional>
        <Textarea rows={2} maxLength={300} defaultValue={written?.note ?? undefined} />
      </Field>
      <div>
        <SubmitButton>{t(written ? "form.save" : "programs.found")}</SubmitButton>
      </div>
    </Form>
  );
}
