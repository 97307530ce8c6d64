/** The form that calls for a campaign of visits. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { COVERS } from "#lib/domains/campaigns/campaign.ts";

type Props = { unit: number; today: string; save: FormAction<{ id: string }> };

export async function CampaignForm({ unit, today, save }: Props) {
  const t = await getTranslations("campaigns");
  return (
    <Form action={save} id="campaign" className="grid max-w-form gap-4">
      <input type="hidden" name="divisionId" value={unit} />
      <Field name="name" label={t("form.name")} hint={t("form.nameHint")} required>
        <TextInput maxLength={40} autoComplete="off" />
      </Field>
      <Field name="fromOn" label={t("form.from")} required>
        <DateInput today={today} defaultValue={today} />
      </Field>
      <Field name="lastOn" label={t("form.last")} required>
        <DateInput today={today} />
      </Field>
      <ChipGroup
        name="covers"
        label={t("form.covers")}
        kind="radio"
        required
        defaultValue="ALL"
        options={COVERS.map((value) => ({ value, label: t(`covers.${value}`) }))}
      />
      <Field name="note" label={t("form.note")} optional>
        <TextInput maxLength={200} autoComplete="off" />
      </Field>
      <div>
        <SubmitButton>{t("form.save")}</SubmitButton>
      </div>
    </Form>
  );
}
