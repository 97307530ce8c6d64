/** A village hands its year in: whether it can, who did so when, and for the township the way to give it back. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { VillageYear } from "#lib/domains/quality/finding.ts";
import type { Overview } from "#lib/domains/quality/queries/overview.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = {
  overview: Overview;
  /** For whoever keeps the files of this village. */
  handIn: FormAction<VillageYear> | null;
  /** For whoever reviews them, and did not hand them in. */
  giveBack: FormAction<VillageYear> | null;
};

export async function HandInCard({ overview, handIn, giveBack }: Props) {
  const t = await getTranslations("quality");
  const f = await getFormats();
  const { whole, year, submission, waits, place } = overview;
  const open = whole.errors + whole.warnings;
  const done = submission?.status === "SUBMITTED";
  return (
    <Card title={t("hand.title", { year: String(year) })} id="hand-in">
      <div className="grid max-w-2xl gap-3">
        {submission && done ? (
          <Notice tone="ok">
            {t("hand.done", { name: submission.accountName, day: f.day(submission.submittedOn) })}
          </Notice>
        ) : null}
        {submission?.status === "RETURNED" && submission.returnedOn ? (
          <Notice tone="watch">
            {t("hand.given", {
              name: submission.returnedByName ?? "",
              day: f.day(submission.returnedOn),
              reason: submission.reason ?? "",
            })}
          </Notice>
        ) : null}
        {waits ? <Notice>{t("hand.waits")}</Notice> : null}
        {done && open > 0 ? <Notice tone="watch">{t("hand.later", { count: open })}</Notice> : null}
        {done ? null : whole.households === 0 ? (
          <p>{t("hand.nothing")}</p>
        ) : open > 0 ? (
          <p>{t("hand.notReady", { errors: whole.errors, open: whole.warnings })}</p>
        ) : waits ? null : (
          <p>{t("hand.ready", { households: whole.households, persons: whole.persons })}</p>
        )}
        {handIn && !done && open === 0 && whole.households > 0 && !waits ? (
          <Form action={handIn} id="hand-in-form">
            <input type="hidden" name="divisionId" value={place.unit.id} />
            <SubmitButton pending={t("hand.submitting")}>{t("hand.submit")}</SubmitButton>
          </Form>
        ) : null}
        {giveBack && submission && done ? (
          <Form action={giveBack} id="give-back" className="grid gap-3">
            <input type="hidden" name="id" value={submission.id} />
            <Field name="reason" label={t("hand.reason")} hint={t("hand.reasonHint")} required>
              <Textarea rows={2} maxLength={200} />
            </Field>
            <div>
              <SubmitButton kind="secondary">{t("hand.back")}</SubmitButton>
            </div>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}
