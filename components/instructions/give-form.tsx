/** The sheet on which a leader instructs: whom, a preset sentence, a few words, by when. Everything needed is filled in already. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { KINDS } from "#lib/domains/instructions/instruction.ts";
import type { InstructionFormView } from "#lib/domains/instructions/queries/show-instruction.ts";
import { instructionWords } from "./words.ts";

type Props<T> = {
  id: string;
  view: InstructionFormView;
  about: string | null;
  today: string;
  save: FormAction<T>;
};

export async function GiveForm<T>({ id, view, about, today, save }: Props<T>) {
  const t = await getTranslations("instructions");
  const { role } = await instructionWords();
  const { unit, stood, addressees, proposed, days, dueOn } = view;
  return (
    <Form action={save} id="give" className="grid max-w-form gap-4">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="divisionId" value={unit.id} />
      {stood ? (
        <>
          <input type="hidden" name="indicator" value={stood.indicator} />
          <input type="hidden" name="period" value={stood.period} />
        </>
      ) : null}
      {about ? <p className="rounded-card border border-line bg-card p-3 font-semibold">{about}</p> : null}
      <Field name="to" label={t("form.to")} required>
        <Select
          defaultValue={proposed}
          options={addressees.map((one) => ({
            value: one.addressee,
            label: one.name
              ? [one.name, role(one.role), one.office].filter(Boolean).join(" · ")
              : t("form.office", { office: role(one.role), people: one.people }),
            group: one.unit,
          }))}
        />
      </Field>
      <ChipGroup
        name="kind"
        label={t("form.kind")}
        kind="radio"
        required
        big
        columns={2}
        defaultValue="EXPLAIN"
        options={KINDS.map((value) => ({ value, label: t(`preset.${value}`, { days }) }))}
      />
      <Field name="words" label={t("form.words")} hint={t("form.wordsHint")} optional>
        <Textarea rows={3} maxLength={500} />
      </Field>
      <Field name="dueOn" label={t("form.due")} hint={t("form.dueHint", { days })}>
        <DateInput today={today} defaultValue={dueOn} min={today} />
      </Field>
      <div className="sticky bottom-14 z-10 -mx-4 border-line border-t bg-card px-4 py-2 desk:static desk:mx-0 desk:border-0 desk:bg-transparent desk:px-0">
        <SubmitButton size="large">{t("form.save")}</SubmitButton>
      </div>
    </Form>
  );
}
