/** The short forms about one member: confirmed, transferred, gone, and what holds of him from a day on. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { type Deed, FLAGS, holdsOn } from "#lib/domains/members/member.ts";
import type { Receiver } from "#lib/domains/members/queries/choices.ts";
import type { MemberView } from "#lib/domains/members/queries/get-member.ts";

type Props = { member: MemberView; today: string; save: FormAction<Deed> };

type FrameProps = {
  member: MemberView;
  id: string;
  submit: string;
  children: ReactNode;
  versioned?: boolean;
} & Pick<Props, "save">;

function Frame({ member, id, submit, children, save, versioned = true }: FrameProps) {
  return (
    <Form action={save} id={id} className="grid gap-4">
      <input type="hidden" name="id" value={member.id} />
      {versioned ? <input type="hidden" name="version" value={member.version} /> : null}
      {children}
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  );
}

export async function ConfirmForm({ member, today, save }: Props) {
  const t = await getTranslations("members");
  return (
    <Frame member={member} id="confirm" submit={t("deed.confirm")} save={save}>
      <Field name="fullOn" label={t("form.fullOn")} required>
        <DateInput today={today} max={today} defaultValue={today} />
      </Field>
    </Frame>
  );
}

type TransferProps = Props & { q: string; receivers: readonly Receiver[] };

export async function TransferForm({ member, today, q, receivers, save }: TransferProps) {
  const t = await getTranslations("members");
  if (receivers.length === 0) return <p className="text-ink-2">{t("form.receiverNone", { q })}</p>;
  return (
    <Frame member={member} id="transfer" submit={t("deed.transfer")} save={save}>
      <ChipGroup
        name="toOrgId"
        label={t("form.toOrg")}
        hint={t("form.toOrgHint")}
        kind="radio"
        required
        options={receivers.map((one) => ({
          value: String(one.id),
          label: [one.name, one.above, one.place].filter(Boolean).join(" · "),
        }))}
      />
      <Field name="on" label={t("form.on")} required>
        <DateInput today={today} max={today} defaultValue={today} />
      </Field>
    </Frame>
  );
}

export async function OutForm({ member, today, save }: Props) {
  const t = await getTranslations("members");
  return (
    <Frame member={member} id="out" submit={t("deed.out")} save={save}>
      <Field name="wentTo" label={t("form.wentTo")} hint={t("form.wentToHint")} required>
        <TextInput maxLength={80} autoComplete="off" />
      </Field>
      <Field name="on" label={t("form.on")} required>
        <DateInput today={today} max={today} defaultValue={today} />
      </Field>
    </Frame>
  );
}

export async function EndForm({ member, today, save }: Props) {
  const t = await getTranslations("members");
  return (
    <Frame member={member} id="end" submit={t("form.saveChange")} save={save}>
      <ChipGroup
        name="how"
        label={t("form.ending")}
        kind="radio"
        required
        options={(["DIED", "EXPELLED"] as const).map((one) => ({ value: one, label: t(`status.${one}`) }))}
      />
      <Field name="on" label={t("form.on")} required>
        <DateInput today={today} max={today} defaultValue={today} />
      </Field>
      <Field name="why" label={t("form.why")} hint={t("form.whyHint")} required>
        <Textarea rows={2} maxLength={200} />
      </Field>
    </Frame>
  );
}

export async function FlagForm({ member, today, save }: Props) {
  const t = await getTranslations("members");
  const held = member.flags.filter((one) => holdsOn(one, today)).map(({ flag }) => flag);
  return (
    <Frame member={member} id="flag" submit={t("deed.flag")} save={save} versioned={false}>
      <ChipGroup
        name="flag"
        label={t("form.flag")}
        kind="radio"
        required
        options={FLAGS.filter((flag) => !held.includes(flag)).map((flag) => ({
          value: flag,
          label: t(`flag.${flag}`),
        }))}
      />
      <Field name="fromOn" label={t("form.fromDay")} required>
        <DateInput today={today} max={today} defaultValue={today} />
      </Field>
      <Field name="whereTo" label={t("form.whereTo")} hint={t("form.whereToHint")} optional>
        <TextInput maxLength={80} autoComplete="off" />
      </Field>
    </Frame>
  );
}
