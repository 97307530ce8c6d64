/** Sets the line of a year for the whole prefecture, or for a county that has one of its own. */
import { getTranslations } from "next-intl/server";
import { Overwrite } from "#components/households/overwrite.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { LINE_KINDS } from "#lib/domains/incomes/income.ts";
import type { LineKey } from "#lib/domains/incomes/queries/lines.ts";

type Props = {
  places: { id: number; name: string }[];
  openYear: number | null;
  save: FormAction<LineKey>;
};

export async function LineForm({ places, openYear, save }: Props) {
  const t = await getTranslations("incomes");
  return (
    <Form action={save} className="grid gap-4 pad:grid-cols-2 desk:grid-cols-3">
      <Field name="kind" label={t("lines.kind")} required>
        <Select options={LINE_KINDS.map((kind) => ({ value: kind, label: t(`line.${kind}`) }))} />
      </Field>
      <Field name="year" label={t("lines.year")} required>
        <TextInput inputMode="numeric" maxLength={4} defaultValue={openYear ?? undefined} />
      </Field>
      <Field name="divisionId" label={t("lines.place")} hint={t("lines.placeHint")} required>
        <Select options={places.map(({ id, name }) => ({ value: String(id), label: name }))} />
      </Field>
      <Field name="amount" label={t("lines.amount")} hint={t("lines.amountHint")} required>
        <TextInput inputMode="decimal" autoComplete="off" unit={t("yuan")} />
      </Field>
      <Field name="basis" label={t("lines.basis")} hint={t("lines.toBeChecked")} optional>
        <TextInput maxLength={100} autoComplete="off" />
      </Field>
      <Field name="docNo" label={t("lines.docNo")} optional>
        <TextInput maxLength={60} autoComplete="off" />
      </Field>
      <div className="grid gap-3 pad:col-span-full">
        <Overwrite label={t("lines.overwrite")} />
        <div>
          <SubmitButton>{t("lines.save")}</SubmitButton>
        </div>
      </div>
    </Form>
  );
}
