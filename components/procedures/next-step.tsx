/** What comes next in a case: its form for whoever may do it, and for everybody else whom it waits for. */

import { getTranslations } from "next-intl/server";
import { ApplicationFields } from "#components/procedures/application-fields.tsx";
import { ObjectionForm, ReviewForms, SettleForm, WhyForm } from "#components/procedures/decision-forms.tsx";
import {
  About,
  CheckForm,
  CompareForm,
  type Deed,
  MeetingForm,
  PostForm,
} from "#components/procedures/step-forms.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import { isPublicity, isUnitKind, settlesBy, verbOf } from "#lib/domains/procedures/procedure.ts";
import type { CaseView } from "#lib/domains/procedures/queries/show.ts";

export type Deeds = Record<
  | "applyAgain"
  | "applyAgainForUnit"
  | "check"
  | "meet"
  | "postList"
  | "closeList"
  | "object"
  | "settle"
  | "compare"
  | "approve"
  | "sendBack"
  | "reject"
  | "withdraw"
  | "mark",
  Deed
>;
type Props = { one: CaseView; today: string; deeds: Deeds };

export async function NextStep({ one, today, deeds }: Props) {
  const t = await getTranslations("procedures");
  const { next } = one;
  if (!next) return <p className="text-ink-2">{t("case.over")}</p>;
  const title =
    one.status === "OBJECTION" ? t("form.settle") : `${t("case.next")}：${t(`step.${next.step}`)}`;
  return (
    <Card title={title}>
      <div className="grid gap-3">
        {one.elsewhere ? (
          <p className="text-watch">{t("case.elsewhere")}</p>
        ) : (
          <>
            {one.needsPaper ? <p className="text-watch">{t("case.needsPaper")}</p> : null}
            <Now one={one} today={today} deeds={deeds} />
          </>
        )}
        {one.hanging ? (
          <div>
            <LinkButton href={`/procedures/notices/${one.hanging.noticeId}`}>{t("form.poster")}</LinkButton>
          </div>
        ) : null}
        {one.mayObject ? <ObjectionForm one={one} today={today} action={deeds.object} /> : null}
        {one.mayReject && !one.blocked ? <WhyForm one={one} action={deeds.reject} kind="reject" /> : null}
        {one.mayWithdraw ? <WhyForm one={one} action={deeds.withdraw} kind="withdraw" /> : null}
      </div>
    </Card>
  );
}

async function Now({ one, today, deeds }: Props) {
  const t = await getTranslations("procedures");
  const verbs = await getTranslations("accounts");
  const { next } = one;
  if (!next) return null;
  if (one.status === "OBJECTION" && one.maySettle)
    return <SettleForm one={one} today={today} action={deeds.settle} />;
  if (one.status === "OBJECTION" || !one.mine) {
    const verb = one.status === "OBJECTION" ? settlesBy(one.kind) : verbOf(one.kind, next.step);
    const key = verb.replace(".", "_") as "procedure_draft";
    return <p className="text-ink-2">{t("case.waitsFor", { verb: verbs(`verbs.${key}`) })}</p>;
  }
  if (one.blocked) return <p className="text-ink-2">{t(`case.${one.blocked}`)}</p>;
  if (isPublicity(next.step) && one.hanging) return <Closing one={one} today={today} deeds={deeds} />;
  switch (next.step) {
    case "APPLICATION":
      return (
        <Form
          action={isUnitKind(one.kind) ? deeds.applyAgainForUnit : deeds.applyAgain}
          id="apply"
          className="grid gap-3"
        >
          <About one={one} />
          <ApplicationFields
            kind={one.kind}
            status={one.nowStatus ?? ""}
            today={today}
            was={one.application}
          />
          <div>
            <SubmitButton>{t("form.again")}</SubmitButton>
          </div>
        </Form>
      );
    case "HOUSEHOLD_CHECK":
      return <CheckForm one={one} today={today} action={deeds.check} />;
    case "DEMOCRATIC_REVIEW":
      return <MeetingForm one={one} today={today} action={deeds.meet} />;
    case "COMPARISON":
      return <CompareForm one={one} action={deeds.compare} />;
    case "PUBLICITY_1":
    case "PUBLICITY_2":
    case "ANNOUNCEMENT":
      return <PostForm one={one} action={deeds.postList} lastPhone={one.lines.at(-1)?.phone} />;
    case "MARKING":
      return <Marking one={one} today={today} deeds={deeds} />;
    default:
      return <ReviewForms one={one} approve={deeds.approve} sendBack={deeds.sendBack} />;
  }
}

async function Closing({ one, today, deeds }: Props) {
  const t = await getTranslations("procedures");
  const due = one.hanging?.dueOn ?? "";
  const words = {
    days: one.hanging?.days ?? 0,
    calendar: t(`calendar.${one.hanging?.calendar === "WORKING" ? "WORKING" : "CALENDAR"}`),
    day: due,
  };
  return (
    <>
      <p>{t("case.hangs", words)}</p>
      {today < due ? (
        <p className="text-ink-2">{t("form.stillHangs", { day: due })}</p>
      ) : (
        <Form action={deeds.closeList} id="close" className="grid gap-3">
          <About one={one} />
          <p className="text-ink-2">{t("form.closeNote")}</p>
          <Field name="opinion" label={t("form.opinion")} optional>
            <Textarea rows={2} maxLength={500} />
          </Field>
          <div>
            <SubmitButton>{t("form.close")}</SubmitButton>
          </div>
        </Form>
      )}
    </>
  );
}

async function Marking({ one, deeds }: Props) {
  const t = await getTranslations("procedures");
  const monitors = one.kind === "MONITORING" || one.kind === "RISK_ELIMINATION";
  return (
    <Form action={deeds.mark} id="mark" className="grid gap-3">
      <About one={one} />
      <p className="text-ink-2">{monitors ? t("form.markMonitoring") : t("form.markNote")}</p>
      <Field name="documentNo" label={t("form.documentNo")} optional>
        <TextInput width="medium" maxLength={60} autoComplete="off" />
      </Field>
      <div>
        <SubmitButton>{t("form.mark")}</SubmitButton>
      </div>
    </Form>
  );
}
