/** Where and as what somebody serves: the same form registers and corrects. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ProgramChoice } from "#lib/domains/talent/queries/find-people.ts";
import type { TalentDetail } from "#lib/domains/talent/queries/get-talent.ts";
import { CHANNELS, TALENT_KINDS } from "#lib/domains/talent/talent.ts";

type Props = {
  hidden: Record<string, string>;
  /** What stands written; null for a new entry. */
  written: TalentDetail | null;
  programs: readonly ProgramChoice[];
  today: string;
  save: FormAction<{ id: string }>;
  /** Whom a new entry is about. */
  children?: ReactNode;
};

export async function TalentForm({ hidden, written, programs, today, save, children }: Props) {
  const t = await getTranslations("talent");
  const own = written?.programId && !programs.some(({ id }) => id === written.programId) ? written : null;
  return (
    <Form action={save} id="talent" className="grid max-w-3xl gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <ChipGroup
        name="channel"
        label={t("field.channel")}
        hint={t("form.channelHint")}
        kind="radio"
        required
        defaultValue={written?.channel}
        options={CHANNELS.map((value) => ({
          value,
          label: t(`channel.${value}`),
        }))}
      />
      <ChipGroup
        name="kind"
        label={t("field.kind")}
        kind="radio"
        required
        defaultValue={written?.kind}
        options={TALENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Field name="programId" label={t("field.program")} hint={t("form.programHint")} optional>
        <Select
          empty={t("form.noProgram")}
          defaultValue={written?.programId ?? undefined}
          options={[
            ...(own
              ? [{ value: own.programId ?? "", label: own.program ?? "", group: t(`stream.${own.stream}`) }]
              : []),
            ...programs.map(({ id, name, stream }) => ({
              value: id,
              label: name,
              group: t(`stream.${stream}`),
            })),
          ]}
        />
      </Field>
      <Field name="unitName" label={t("field.unitName")} hint={t("form.unitHint")} required>
        <TextInput maxLength={60} defaultValue={written?.unitName} autoComplete="off" />
      </Field>
      <Field name="post" label={t("field.post")} optional>
        <TextInput
          maxLength={40}
          width="medium"
          defaultValue={written?.post ?? undefined}
          autoComplete="off"
        />
      </Field>
      <div className="grid gap-4 pad:grid-cols-2">
        <Field name="fromOn" label={t("field.fromOn")} required>
          <DateInput today={today} defaultValue={written?.fromOn} />
        </Field>
        <Field name="toOn" label={t("field.toOn")} hint={t("form.toHint")} optional>
          <DateInput today={today} defaultValue={written?.toOn ?? undefined} />
        </Field>
      </div>
      <Field name="result" label={t("field.result")} optional>
        <Textarea rows={2} maxLength={300} defaultValue={written?.result ?? undefined} />
      </Field>
      <div>
        <SubmitButton>{t(written ? "form.save" : "form.register")}</SubmitButton>
      </div>
    </Form>
  );
}
