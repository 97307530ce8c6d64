/** What can be done with a tenure: its end, what the holder is known for, corrections, and taking it back when it never was. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { END_REASONS, type TenureTold } from "#lib/domains/posts/post.ts";
import type { TenureView } from "#lib/domains/posts/queries/get-post.ts";
import { offered } from "#lib/domains/posts/words.ts";
import { TagFields } from "./appoint-form.tsx";
import { postNames } from "./names.ts";

type Save = FormAction<TenureTold>;
type Props = {
  tenure: TenureView;
  today: string;
  saves: { end: Save; correct: Save; assess: Save; withdraw: Save };
};

export async function TenureDesk({ tenure, today, saves }: Props) {
  const t = await getTranslations("posts");
  const names = await postNames(tenure.post.words);
  const { sources, tags } = tenure.post.words;
  const has = tenure.tags.map(({ tag }) => tag);
  const yearOf = (tag: string) => tenure.tags.find((one) => one.tag === tag)?.assessedIn ?? null;
  const reasons = END_REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }));
  const hidden = <input type="hidden" name="id" value={tenure.id} />;
  return (
    <div className="grid max-w-2xl gap-4">
      {tenure.toOn === null || tenure.toOn > today ? (
        <Card title={t("end.title")}>
          <Form action={saves.end} id="end" className="grid gap-4">
            {hidden}
            <Field name="toOn" label={t("end.day")} hint={t("end.dayHint")} required>
              <DateInput today={today} defaultValue={tenure.toOn ?? today} />
            </Field>
            <ChipGroup name="reason" label={t("end.reason")} kind="radio" required options={reasons} />
            <div>
              <SubmitButton>{t("end.save")}</SubmitButton>
            </div>
          </Form>
        </Card>
      ) : null}
      <Card title={t("column.tags")}>
        <Form action={saves.assess} id="assess" className="grid gap-4">
          {hidden}
          <TagFields
            options={names.options(offered(tags, today, has)).map(({ value, label }) => ({
              value,
              label: yearOf(value) === null ? label : t("tagIn", { tag: label, year: String(yearOf(value)) }),
            }))}
            chosen={has}
            hint={t("field.assessedAgain")}
            today={today}
          />
          <div>
            <SubmitButton kind="secondary">{t("assess.save")}</SubmitButton>
          </div>
        </Form>
      </Card>
      <Card title={t("correct.title")}>
        <Form action={saves.correct} id="correct" className="grid gap-4">
          {hidden}
          <input type="hidden" name="version" value={tenure.version} />
          <Field name="fromOn" label={t("field.from")} required>
            <DateInput today={today} defaultValue={tenure.fromOn} />
          </Field>
          <Field name="toOn" label={t("field.to")} hint={t("correct.toHint")} optional>
            <DateInput today={today} defaultValue={tenure.toOn ?? undefined} />
          </Field>
          <Field name="reason" label={t("end.reason")} optional>
            <Select
              empty={t("choose")}
              width="medium"
              options={
                tenure.endReason === "ORG_CLOSED"
                  ? [...reasons, { value: "ORG_CLOSED", label: t("reason.ORG_CLOSED") }]
                  : reasons
              }
              defaultValue={tenure.endReason ?? undefined}
            />
          </Field>
          <ChipGroup
            name="source"
            label={t("column.source")}
            kind="radio"
            required
            defaultValue={tenure.source}
            options={names.options(offered(sources, today, [tenure.source]))}
          />
          <Field name="documentNo" label={t("field.documentNo")} optional>
            <TextInput
              maxLength={60}
              width="medium"
              autoComplete="off"
              defaultValue={tenure.documentNo ?? undefined}
            />
          </Field>
          <div>
            <SubmitButton kind="secondary">{t("correct.save")}</SubmitButton>
          </div>
        </Form>
      </Card>
      <Disclosure label={t("withdraw.title")}>
        <Form action={saves.withdraw} id="withdraw" className="grid gap-3">
          {hidden}
          <p className="text-ink-2">{t("withdraw.note")}</p>
          <div>
            <SubmitButton kind="danger">{t("withdraw.save")}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}
