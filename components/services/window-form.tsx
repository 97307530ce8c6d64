/** A window: its name, where to find it and when it is open; and closing it, from a day on and with the reason. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { WindowRow } from "#lib/domains/services/queries/windows.ts";

type Deed = FormAction<{ id: string; divisionId: number }>;

async function Facts({ now }: { now?: WindowRow }) {
  const t = await getTranslations("services");
  return (
    <>
      <Field name="name" label={t("windows.name")} required>
        <TextInput maxLength={40} defaultValue={now?.name} autoComplete="off" />
      </Field>
      <Field name="place" label={t("windows.address")} hint={t("windows.addressHint")} required>
        <TextInput maxLength={80} defaultValue={now?.address} autoComplete="off" />
      </Field>
      <Field name="hours" label={t("windows.hours")} hint={t("windows.hoursHint")} required>
        <TextInput maxLength={80} defaultValue={now?.hours} autoComplete="off" />
      </Field>
    </>
  );
}

export async function OpenWindowForm({
  unit,
  today,
  save,
}: {
  unit: { id: number; name: string };
  today: string;
  save: Deed;
}) {
  const t = await getTranslations("services");
  return (
    <Card title={t("windows.open", { name: unit.name })} id="open">
      <Form action={save} id="open-window" className="grid max-w-form gap-3">
        <input type="hidden" name="divisionId" value={unit.id} />
        <Facts />
        <Field name="openedOn" label={t("windows.openedOn")} required>
          <DateInput today={today} defaultValue={today} max={today} />
        </Field>
        <div>
          <SubmitButton>{t("windows.openSave")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

type EditProps = { window: WindowRow; today: string; save: Deed; close: Deed };

export async function EditWindowForms({ window, today, save, close }: EditProps) {
  const t = await getTranslations("services");
  return (
    <div className="grid gap-4 desk:grid-cols-2">
      <Card title={t("windows.edit", { name: window.name })}>
        <Form action={save} id="edit-window" className="grid max-w-form gap-3">
          <input type="hidden" name="id" value={window.id} />
          <input type="hidden" name="version" value={window.version} />
          <Facts now={window} />
          <div>
            <SubmitButton>{t("windows.save")}</SubmitButton>
          </div>
        </Form>
      </Card>
      <Card title={t("windows.close")} note={t("windows.closeNote", { n: window.running })}>
        <Form action={close} id="close-window" className="grid max-w-form gap-3">
          <input type="hidden" name="id" value={window.id} />
          <Field name="closedOn" label={t("windows.closedOn")} required>
            <DateInput today={today} defaultValue={today} min={window.openedOn} max={today} />
          </Field>
          <Field name="closedWhy" label={t("windows.closedWhy")} required>
            <TextInput maxLength={200} autoComplete="off" />
          </Field>
          <div>
            <SubmitButton kind="secondary">{t("windows.closeSave")}</SubmitButton>
          </div>
        </Form>
      </Card>
    </div>
  );
}
