/** What may be done with a need now: the likeliest step open, the others folded. */
import { getTranslations } from "next-intl/server";
import { Folded } from "#components/procedures/folded.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { above, below, type Moved, VERDICTS } from "#lib/domains/needs/need.ts";
import type { NeedDetail, NeedView } from "#lib/domains/needs/queries/show-need.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { About } from "./about-need.tsx";
import { AssignForm } from "./assign-form.tsx";

export type Deed = FormAction<Moved>;
export type NeedDeeds = Record<
  "assign" | "escalate" | "handDown" | "return" | "pause" | "resume" | "finish" | "judge" | "withdraw",
  Deed
>;
type Props = { view: NeedView; today: string; deeds: NeedDeeds };

export async function NextSteps({ view, today, deeds }: Props) {
  const t = await getTranslations("needs");
  const f = await getFormats();
  const { need, may } = view;
  const up = above(need.level);
  const down = below(need.level);
  const paused = need.pausedOn !== null;
  return (
    <div className="grid gap-4">
      {may.ownWork ? <p className="text-ink-2">{t("form.ownWork")}</p> : null}
      {may.judge ? (
        <Form action={deeds.judge} id="judge" className="grid max-w-xl gap-3">
          <About need={need} />
          <p className="text-ink-2">{t("form.judgeNote")}</p>
          <ChipGroup
            name="verdict"
            label={t("verdictLabel")}
            kind="radio"
            required
            big
            columns={3}
            options={VERDICTS.map((value) => ({
              value,
              label: t(`verdict.${value}`),
              mark: value === "DISSATISFIED" ? "behind" : "ok",
            }))}
          />
          <Field name="words" label={t("form.judgeWords")} optional>
            <Textarea rows={2} maxLength={500} />
          </Field>
          <Field name="onDay" label={t("form.judgeOn")}>
            <DateInput today={today} defaultValue={today} min={need.doneOn ?? today} max={today} />
          </Field>
          <div>
            <SubmitButton size="large">{t("form.save")}</SubmitButton>
          </div>
        </Form>
      ) : null}
      {may.direct && need.status === "OPEN" ? (
        <AssignForm view={view} today={today} assign={deeds.assign} />
      ) : null}
      {may.handle && paused ? (
        <Form action={deeds.resume} id="resume" className="grid max-w-xl gap-3">
          <About need={need} />
          <p className="text-ink-2">{t("form.pausedSince", { day: f.day(need.pausedOn ?? today) })}</p>
          <Field name="onDay" label={t("form.resumeOn")} required>
            <DateInput today={today} defaultValue={today} min={need.pausedOn ?? today} max={today} />
          </Field>
          <div>
            <SubmitButton>{t("form.resume")}</SubmitButton>
          </div>
        </Form>
      ) : null}
      {may.handle ? (
        <Form
          action={deeds.finish}
          id="finish"
          className="border-line border-t pt-2 first:border-0 first:pt-0"
        >
          <About need={need} />
          <Folded title={t("form.finish")}>
            <p className="text-ink-2">{t("form.finishNote")}</p>
            <Field name="result" label={t("result")} hint={t("form.resultHint")} required>
              <Textarea rows={2} maxLength={500} />
            </Field>
            <Field name="doneOn" label={t("form.doneOn")} required>
              <DateInput today={today} defaultValue={today} min={need.raisedOn} max={today} />
            </Field>
            <div>
              <SubmitButton>{t("form.finish")}</SubmitButton>
            </div>
          </Folded>
        </Form>
      ) : null}
      {may.direct && need.status === "HANDLING" ? (
        <Folded title={t("form.assignAnew")}>
          <AssignForm view={view} today={today} assign={deeds.assign} anew />
        </Folded>
      ) : null}
      {may.direct && up ? (
        <Form action={deeds.escalate} id="escalate">
          <About need={need} />
          <Folded title={t("form.escalate", { level: t(`level.${up}`) })}>
            <p className="text-ink-2">{t("form.escalateNote", { level: t(`level.${up}`) })}</p>
            <Field name="words" label={t("form.words")} optional>
              <Textarea rows={2} maxLength={500} />
            </Field>
            <div>
              <SubmitButton kind="secondary">{t("form.escalate", { level: t(`level.${up}`) })}</SubmitButton>
            </div>
          </Folded>
        </Form>
      ) : null}
      {may.direct && down ? (
        <WhyForm
          need={need}
          action={deeds.handDown}
          id="hand-down"
          label={t("form.handDown", { level: t(`level.${down}`) })}
        />
      ) : null}
      {may.handle && need.status === "HANDLING" ? (
        <WhyForm
          need={need}
          action={deeds.return}
          id="return"
          label={t("form.return")}
          note={t("form.returnNote")}
        />
      ) : null}
      {may.handle && !paused ? (
        <Form action={deeds.pause} id="pause">
          <About need={need} />
          <input type="hidden" name="onDay" value={today} />
          <Folded title={t("form.pause")}>
            <p className="text-ink-2">{t("form.pauseNote")}</p>
            <Field name="words" label={t("form.why")} required>
              <Textarea rows={2} maxLength={500} />
            </Field>
            <div>
              <SubmitButton kind="secondary">{t("form.pause")}</SubmitButton>
            </div>
          </Folded>
        </Form>
      ) : null}
      {may.withdraw ? (
        <WhyForm need={need} action={deeds.withdraw} id="withdraw" label={t("form.withdraw")} />
      ) : null}
    </div>
  );
}

type WhyProps = { need: NeedDetail; action: Deed; id: string; label: string; note?: string };
async function WhyForm({ need, action, id, label, note }: WhyProps) {
  const t = await getTranslations("needs");
  return (
    <Form action={action} id={id}>
      <About need={need} />
      <Folded title={label}>
        {note ? <p className="text-ink-2">{note}</p> : null}
        <Field name="words" label={t("form.why")} required>
          <Textarea rows={2} maxLength={500} />
        </Field>
        <div>
          <SubmitButton kind="secondary">{label}</SubmitButton>
        </div>
      </Folded>
    </Form>
  );
}
