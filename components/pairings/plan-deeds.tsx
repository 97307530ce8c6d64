/** What can be done with a plan: carry it out, plan anew, add people, drop it; or take back what it did today. */
import { getTranslations } from "next-intl/server";
import { AskedFirst } from "#components/ui/asked-first.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { PlanDone, PlanMade } from "#lib/domains/pairings/plan.ts";
import type { Plan } from "#lib/domains/pairings/queries/plans.ts";

type Props = {
  plan: Plan;
  carryOut: FormAction<PlanDone>;
  replan: FormAction<PlanMade>;
  drop: FormAction<{ id: string; divisionId: number }>;
  takeBack: FormAction<PlanDone>;
};

export async function PlanDeeds({ plan, carryOut, replan, drop, takeBack }: Props) {
  const t = await getTranslations("pairings");
  const own = (
    <>
      <input type="hidden" name="id" value={plan.id} />
      <input type="hidden" name="version" value={plan.version} />
    </>
  );
  if (plan.state === "DONE")
    return (
      <div role="status">
        <Notice
          tone="ok"
          action={
            plan.undoable ? (
              <Form action={takeBack} buttonOnly id="take-back">
                <input type="hidden" name="id" value={plan.id} />
                <AskedFirst
                  label={t("plan.takeBack")}
                  size="small"
                  button={
                    <SubmitButton kind="danger">
                      {t("plan.takeBackSure", { count: plan.standing })}
                    </SubmitButton>
                  }
                >
                  {t("plan.takeBackAsk", {
                    count: plan.standing,
                    kept: plan.pairings - plan.standing,
                  })}
                </AskedFirst>
              </Form>
            ) : null
          }
        >
          {t("plan.done", { count: plan.placed })}
        </Notice>
      </div>
    );
  if (plan.state === "TAKEN_BACK")
    return (
      <div role="status">
        <Notice>{t("plan.takenBack")}</Notice>
      </div>
    );
  if (plan.state === "DROPPED") return null;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-start gap-2">
        {plan.placed > 0 ? (
          <Form action={carryOut} buttonOnly id="carry-out">
            {own}
            <AskedFirst
              kind="primary"
              label={t("plan.carryOut", { count: plan.placed })}
              button={<SubmitButton>{t("plan.carryOutSure", { count: plan.placed })}</SubmitButton>}
            >
              {t("plan.carryOutAsk", {
                count: plan.placed,
                helpers: plan.helpers,
                from: plan.fromOn,
                left: plan.lines - plan.placed,
              })}
            </AskedFirst>
          </Form>
        ) : null}
        <Form action={replan} buttonOnly id="replan">
          {own}
          <SubmitButton kind="secondary">{t("plan.replan")}</SubmitButton>
        </Form>
        <Form action={drop} buttonOnly id="drop">
          {own}
          <AskedFirst
            kind="quiet"
            label={t("plan.drop")}
            button={<SubmitButton kind="danger">{t("plan.dropSure")}</SubmitButton>}
          >
            {t("plan.dropAsk", { count: plan.lines })}
          </AskedFirst>
        </Form>
      </div>
      <p className="text-ink-2 text-note">{t("plan.carryNote", { from: plan.fromOn })}</p>
      <Disclosure label={t("plan.add")}>
        <Form action={replan} className="grid max-w-xl gap-3" id="add">
          {own}
          <Field name="names" label={t("plan.add")} hint={t("plan.namesHint")}>
            <Textarea rows={4} />
          </Field>
          <div>
            <SubmitButton kind="secondary">{t("plan.addSave")}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}
