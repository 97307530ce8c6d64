/** What the window still does: tells the result, notes that somebody asked, takes down the rating, or ends a matter that was taken back. */
import { getTranslations } from "next-intl/server";
import { CameChoice } from "#components/services/came-choice.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { CaseView } from "#lib/domains/services/queries/show.ts";
import { RATINGS, RESULTS } from "#lib/domains/services/service.ts";

type Deed = FormAction<{ id: string }>;
type Props = { view: CaseView; save: Deed };

export async function TellCard({ view: { head, parts }, save }: Props) {
  const t = await getTranslations("services");
  const left = parts.filter(({ doneOn }) => doneOn === null).length;
  const refused = parts.some(({ result }) => result === "REFUSED");
  if (left > 0 || head.state === "PAUSED")
    return (
      <Card title={t("tell.title")}>
        <p className="text-ink-2">
          {head.state === "PAUSED" ? t("tell.papers") : t("tell.left", { n: left })}
        </p>
      </Card>
    );
  return (
    <Card title={t("tell.title")} note={t("tell.note")}>
      <Form action={save} id="tell" className="grid max-w-form gap-3">
        <input type="hidden" name="id" value={head.id} />
        <ChipGroup
          name="result"
          label={t("tell.result")}
          kind="radio"
          required
          defaultValue={refused ? "REFUSED" : "GRANTED"}
          options={RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
        />
        <Field name="note" label={t("tell.say")} hint={t("tell.sayHint")}>
          <TextInput maxLength={200} autoComplete="off" />
        </Field>
        <CameChoice label={t("tell.came")} hint={t("tell.cameHint")} yes={t("tell.yes")} no={t("tell.no")} />
        <div>
          <SubmitButton>{t("tell.save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

export async function ContactCard({ view: { head }, save }: Props) {
  const t = await getTranslations("services");
  return (
    <Card title={t("contact.title")}>
      <Form action={save} id="contact" className="grid max-w-form gap-3">
        <input type="hidden" name="id" value={head.id} />
        <CameChoice label={t("came.label")} yes={t("came.yes")} no={t("came.phone")} />
        <Field name="note" label={t("contact.say")}>
          <TextInput maxLength={200} autoComplete="off" />
        </Field>
        <div>
          <SubmitButton kind="secondary">{t("contact.save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

const MARKS = { SATISFIED: "ok", BASICALLY: "watch", DISSATISFIED: "behind" } as const;

export async function RatingChoice({ label }: { label: string }) {
  const t = await getTranslations("services");
  return (
    <ChipGroup
      name="rating"
      label={label}
      kind="radio"
      big
      columns={3}
      required
      options={RATINGS.map((value) => ({ value, label: t(`rating.${value}`), mark: MARKS[value] }))}
    />
  );
}

export async function RateCard({ view: { head }, save }: Props) {
  const t = await getTranslations("services");
  return (
    <Card title={t("rate.title")} note={t("rate.note")}>
      <Form action={save} id="rate" className="grid max-w-form gap-3">
        <input type="hidden" name="id" value={head.id} />
        <RatingChoice label={t("rate.label")} />
        <div>
          <SubmitButton>{t("rate.save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

export async function WithdrawCard({ view: { head }, save }: Props) {
  const t = await getTranslations("services");
  return (
    <Card title={t("withdraw.title")}>
      <Form action={save} id="withdraw" className="grid max-w-form gap-3">
        <input type="hidden" name="id" value={head.id} />
        <Field name="why" label={t("withdraw.why")} required>
          <TextInput maxLength={200} autoComplete="off" />
        </Field>
        <div>
          <SubmitButton kind="secondary">{t("withdraw.save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
