/** An item of service: what it is called, its limit, who handles a part, and which papers it takes. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ItemRow } from "#lib/domains/services/queries/items.ts";

type Deed = FormAction<{ id: string; divisionId: number }>;

async function Facts({ now }: { now?: ItemRow }) {
  const t = await getTranslations("services");
  return (
    <>
      <Field name="name" label={t("items.name")} required>
        <TextInput maxLength={40} defaultValue={now?.name} autoComplete="off" />
      </Field>
      <Field name="limitDays" label={t("items.limit")} hint={t("items.limitHint")} required>
        <TextInput width="short" inputMode="numeric" defaultValue={now ? String(now.limitDays) : undefined} />
      </Field>
      <Field name="parts" label={t("items.parts")} hint={t("items.partsHint")} required>
        <Textarea rows={3} defaultValue={now?.parts.join("\n")} />
      </Field>
      <Field name="papers" label={t("items.papers")} hint={t("items.papersHint")}>
        <Textarea rows={4} defaultValue={now?.papers.join("\n")} />
      </Field>
    </>
  );
}

export async function AddItemForm({ unit, save }: { unit: { id: number; name: string }; save: Deed }) {
  const t = await getTranslations("services");
  return (
    <Card title={t("items.add", { name: unit.name })} id="add" note={t("items.addNote")}>
      <Form action={save} id="add-item" className="grid max-w-form gap-3">
        <input type="hidden" name="divisionId" value={unit.id} />
        <Facts />
        <div>
          <SubmitButton>{t("items.addSave")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

export async function EditItemForms({ item, save, end }: { item: ItemRow; save: Deed; end: Deed }) {
  const t = await getTranslations("services");
  return (
    <Card title={t("items.edit", { name: item.name })} note={t("items.editNote")}>
      <Form action={save} id="edit-item" className="grid max-w-form gap-3">
        <input type="hidden" name="id" value={item.id} />
        <Facts now={item} />
        <div>
          <SubmitButton>{t("items.save")}</SubmitButton>
        </div>
      </Form>
      <Form action={end} id="end-item" className="mt-4 border-line border-t pt-3" buttonOnly>
        <input type="hidden" name="id" value={item.id} />
        <p className="mb-2 text-ink-2">{t("items.endNote")}</p>
        <SubmitButton kind="secondary">{t("items.end")}</SubmitButton>
      </Form>
    </Card>
  );
}
