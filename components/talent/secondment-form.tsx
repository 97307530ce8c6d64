/** Who is sent to teach, from which post, where and what: the same form sends and corrects. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { type Option, Select, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { SecondmentDetail } from "#lib/domains/talent/queries/get-secondment.ts";
import { POST_TYPES } from "#lib/domains/talent/talent.ts";

type Props = {
  hidden: Record<string, string>;
  written: SecondmentDetail | null;
  subjects: readonly Option[];
  /** Where a school may lie; for a new one only. */
  schools: readonly Option[];
  today: string;
  save: FormAction<{ id: string }>;
  children?: ReactNode;
};

export async function SecondmentForm({ hidden, written, subjects, schools, today, save, children }: Props) {
  const t = await getTranslations("talent");
  return (
    <Form action={save} id="secondment" className="grid max-w-3xl gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {written ? null : (
        <ChipGroup
          name="postType"
          label={t("field.postType")}
          hint={t("form.postTypeHint")}
          kind="radio"
          required
          options={POST_TYPES.map((value) => ({ value, label: t(`postType.${value}`) }))}
        />
      )}
      <Field name="fromUnit" label={t("field.fromUnit")} hint={t("form.fromUnitHint")} required>
        <TextInput maxLength={60} defaultValue={written?.fromUnit} autoComplete="off" />
      </Field>
      {written ? null : (
        <Field name="schoolDivisionId" label={t("field.schoolPlace")} required>
          <Select empty={t("form.choose")} width="medium" options={schools} />
        </Field>
      )}
      <Field name="school" label={t("field.school")} required>
        <TextInput maxLength={60} defaultValue={written?.school} autoComplete="off" />
      </Field>
      <Field name="subject" label={t("field.subject")} required>
        <Select empty={t("form.choose")} width="medium" options={subjects} defaultValue={written?.subject} />
      </Field>
      <div className="grid gap-4 pad:grid-cols-3">
        <Field name="fromOn" label={t("field.plannedFrom")} required>
          <DateInput today={today} defaultValue={written?.fromOn} />
        </Field>
        <Field name="toOn" label={t("field.plannedTo")} hint={t("form.plannedToHint")} required>
          <DateInput today={today} defaultValue={written?.toOn} />
        </Field>
        <Field name="startedOn" label={t("field.startedOn")} hint={t("form.startedHint")} optional>
          <DateInput today={today} max={today} defaultValue={written?.startedOn ?? undefined} />
        </Field>
      </div>
      <div>
        <SubmitButton>{t(written ? "form.save" : "secondments.send")}</SubmitButton>
      </div>
    </Form>
  );
}
