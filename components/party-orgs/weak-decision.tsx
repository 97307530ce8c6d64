/** What comes next for a weak organization: report it as put right, accept or give back from above, or carry it into the new year. */

import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { WeakView } from "#lib/domains/party-orgs/queries/weak.ts";
import { isPutRight } from "#lib/domains/party-orgs/weak.ts";

type Deed = FormAction<{ id: string }>;
type Props = { weak: WeakView; today: string; report: Deed; accept: Deed; giveBack: Deed; carry: Deed };

export function WeakDecision({ weak, today, report, accept, giveBack, carry }: Props) {
  const t = useTranslations("party-orgs");
  const { id, version, status } = weak;
  const hidden = (
    <>
      <input type="hidden" name="weakId" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  const late = weak.year < Number(today.slice(0, 4)) && (status === "OPEN" || status === "REPORTED");
  return (
    <>
      {status === "OPEN" && weak.mayWork ? (
        <Card title={t("weak.report")} note={t("weak.reportNote")}>
          {isPutRight({ status, measures: weak.list }) ? (
            <Form action={report} id="report" className="grid gap-3">
              {hidden}
              <Field name="summary" label={t("weak.summary")} required>
                <Textarea rows={3} maxLength={500} />
              </Field>
              <div>
                <SubmitButton>{t("weak.sendReport")}</SubmitButton>
              </div>
            </Form>
          ) : (
            <p className="text-ink-2">{t("weak.notYet")}</p>
          )}
        </Card>
      ) : null}
      {status === "REPORTED" ? (
        <Card title={t("weak.decide")} note={t("weak.decideNote")}>
          {!weak.mayDecide || weak.reportedByMe ? (
            <p className="text-ink-2">{weak.reportedByMe ? t("weak.notYours") : t("weak.waitsAbove")}</p>
          ) : (
            <div className="grid gap-4">
              <Form action={accept} id="accept" className="grid gap-3">
                {hidden}
                <Field name="documentNo" label={t("weak.document")} optional>
                  <TextInput maxLength={60} width="medium" autoComplete="off" />
                </Field>
                <div>
                  <SubmitButton>{t("weak.accept")}</SubmitButton>
                </div>
              </Form>
              <Form action={giveBack} id="give-back" className="grid gap-3 border-line border-t pt-3">
                {hidden}
                <Field name="why" label={t("weak.why")} required>
                  <Textarea rows={2} maxLength={300} />
                </Field>
                <div>
                  <SubmitButton kind="secondary">{t("weak.giveBack")}</SubmitButton>
                </div>
              </Form>
            </div>
          )}
        </Card>
      ) : null}
      {late && weak.mayDecide ? (
        <Card title={t("weak.carry")} note={t("weak.carryNote")}>
          <Form action={carry} id="carry">
            {hidden}
            <SubmitButton kind="secondary">
              {t("weak.carryOn", { year: Number(today.slice(0, 4)) })}
            </SubmitButton>
          </Form>
        </Card>
      ) : null}
    </>
  );
}
