/** What a level above says, what an objection brings, and how a case ends early. */

import { getTranslations } from "next-intl/server";
import { Folded } from "#components/procedures/folded.tsx";
import { About, type Deed } from "#components/procedures/step-forms.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { CaseView } from "#lib/domains/procedures/queries/show.ts";

type Props = { one: CaseView };

export async function ReviewForms({ one, approve, sendBack }: Props & { approve: Deed; sendBack: Deed }) {
  const t = await getTranslations("procedures");
  return (
    <div className="grid gap-4">
      <Form action={approve} id="approve" className="grid gap-3">
        <About one={one} />
        <p className="text-ink-2">{t("form.reviewNote")}</p>
        <Field name="opinion" label={t("form.opinion")} required>
          <Textarea rows={2} maxLength={500} />
        </Field>
        <div>
          <SubmitButton>{t("form.approve")}</SubmitButton>
        </div>
      </Form>
      <Form action={sendBack} id="send-back" className="grid gap-3 border-line border-t pt-3">
        <About one={one} />
        <Field name="to" label={t("form.to")} required>
          <Select
            width="medium"
            options={one.steps
              .slice(0, one.at)
              .map(({ step }, at) => ({ value: String(at), label: t(`step.${step}`) }))}
          />
        </Field>
        <Field name="why" label={t("form.why")} required>
          <Textarea rows={2} maxLength={500} />
        </Field>
        <div>
          <SubmitButton kind="secondary">{t("form.sendBack")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

export async function WhyForm({ one, action, kind }: Props & { action: Deed; kind: "reject" | "withdraw" }) {
  const t = await getTranslations("procedures");
  return (
    <Form action={action} id={kind}>
      <About one={one} />
      <Folded title={t(`form.${kind}`)}>
        <Field name="why" label={t("form.why")} required>
          <Textarea rows={2} maxLength={500} />
        </Field>
        <div>
          <SubmitButton kind="secondary">{t(`form.${kind}`)}</SubmitButton>
        </div>
      </Folded>
    </Form>
  );
}

export async function ObjectionForm({ one, today, action }: Props & { today: string; action: Deed }) {
  const t = await getTranslations("procedures");
  return (
    <Form action={action} id="object" className="border-line border-t pt-2">
      <About one={one} />
      <Folded title={t("form.object")}>
        <p className="text-ink-2">{t("form.objectNote")}</p>
        <Field name="onDay" label={t("form.onDay")} required>
          <DateInput today={today} min={one.hanging?.fromOn} max={today} defaultValue={today} />
        </Field>
        <Field name="from" label={t("form.from")}>
          <TextInput width="medium" maxLength={30} autoComplete="off" />
        </Field>
        <Field name="what" label={t("form.what")} required>
          <Textarea rows={2} maxLength={500} />
        </Field>
        <div>
          <SubmitButton kind="secondary">{t("form.object")}</SubmitButton>
        </div>
      </Folded>
    </Form>
  );
}

export async function SettleForm({ one, today, action }: Props & { today: string; action: Deed }) {
  const t = await getTranslations("procedures");
  return (
    <Form action={action} id="settle" className="grid gap-3">
      <About one={one} />
      <Field name="onDay" label={t("form.onDay")} required>
        <DateInput today={today} max={today} defaultValue={today} />
      </Field>
      <Field name="finding" label={t("form.inquiry")} required>
        <Textarea rows={3} maxLength={500} />
      </Field>
      <ChipGroup
        name="decision"
        label={t("form.decision")}
        kind="radio"
        required
        options={(["CONTINUE", "REJECT"] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
      />
      <div>
        <SubmitButton>{t("form.send")}</SubmitButton>
      </div>
    </Form>
  );
}
