/** A post that a unit wants filled, and so many places of it: the same form lists and corrects. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { DemandDetail } from "#lib/domains/talent/queries/get-demand.ts";
import { TALENT_KINDS } from "#lib/domains/talent/talent.ts";

type Props = {
  hidden: Record<string, string>;
  written: DemandDetail | null;
  today: string;
  save: FormAction<{ id: string }>;
};

export async function DemandForm({ hidden, written, today, save }: Props) {
  const t = await getTranslations("talent");
  return (
    <Form action={save} id="demand" className="grid max-w-3xl gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field name="unitName" label={t("field.employer")} required>
        <TextInput maxLength={60} defaultValue={written?.unitName} autoComplete="off" />
      </Field>
      <Field name="post" label={t("field.post")} hint={t("form.postHint")} required>
        <TextInput maxLength={40} width="medium" defaultValue={written?.post} autoComplete="off" />
      </Field>
      <ChipGroup
        name="kind"
        label={t("field.kind")}
        kind="radio"
        required
        defaultValue={written?.kind}
        options={TALENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <div className="grid gap-4 pad:grid-cols-2">
        <Field name="wanted" label={t("field.wanted")} required>
          <TextInput
            width="short"
            inputMode="numeric"
            unit={t("people")}
            defaultValue={written ? String(written.wanted) : undefined}
          />
        </Field>
        <Field name="fromOn" label={t("field.listedOn")} required>
          <DateInput today={today} max={today} defaultValue={written?.fromOn ?? today} />
        </Field>
      </div>
      <Field name="note" label={t("field.note")} optional>
        <Textarea rows={2} maxLength={300} defaultValue={written?.note ?? undefined} />
      </Field>
      <div>
        <SubmitButton>{t(written ? "form.save" : "demands.list")}</SubmitButton>
      </div>
    </Form>
  );
}
