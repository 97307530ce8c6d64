/** Names who handles a need: somebody with an account at this level, in the county a department, or a unit and a name as typed; the day is filled in. */
import { getTranslations } from "next-intl/server";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Moved } from "#lib/domains/needs/need.ts";
import type { NeedView } from "#lib/domains/needs/queries/show-need.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { About } from "./about-need.tsx";

type Props = { view: NeedView; today: string; assign: FormAction<Moved>; anew?: boolean };

export async function AssignForm({ view, today, assign, anew }: Props) {
  const t = await getTranslations("needs");
  const f = await getFormats();
  const { need, handlers } = view;
  return (
    <Form action={assign} id="assign" className="grid max-w-xl gap-3">
      <About need={need} />
      {handlers.length > 0 ? (
        <Field name="to" label={t("form.to")} hint={t("form.toHint")}>
          <Select
            empty="—"
            options={handlers.map(({ id, name, unit }) => ({
              value: String(id),
              label: name,
              group: unit,
            }))}
          />
        </Field>
      ) : (
        <p className="text-ink-2">{t("form.nobodyHere")}</p>
      )}
      <Disclosure label={t("form.other")}>
        <div className="grid gap-3">
          <Field name="unit" label={t("form.unit")}>
            <TextInput maxLength={60} autoComplete="off" />
          </Field>
          <Field name="name" label={t("form.name")}>
            <TextInput maxLength={30} autoComplete="off" width="medium" />
          </Field>
        </div>
      </Disclosure>
      <Field
        name="askedOn"
        label={t("form.askedOn")}
        hint={t("form.askedHint", { day: f.day(need.dueOn) })}
        required
      >
        <DateInput today={today} defaultValue={need.dueOn < today ? today : need.dueOn} min={today} />
      </Field>
      <Field name="words" label={t("form.words")} optional>
        <Textarea rows={2} maxLength={500} />
      </Field>
      <div>
        <SubmitButton>{anew ? t("form.assignAnew") : t("form.assign")}</SubmitButton>
      </div>
    </Form>
  );
}
