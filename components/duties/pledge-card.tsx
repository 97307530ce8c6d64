/** A member's pledges: content, target and day; what was done, and what another found. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { VERDICTS } from "#lib/domains/member-duties/duty.ts";
import type { MemberDuties } from "#lib/domains/member-duties/queries/show.ts";
import { PledgeState } from "./pledge-state.tsx";

type Deed = FormAction<{ id: string }>;
type Deeds = Record<"pledge" | "deliver" | "judge" | "withdraw", Deed>;
type Props = { view: MemberDuties; today: string; deeds: Deeds };

export async function PledgeCard({ view, today, deeds }: Props) {
  const t = await getTranslations("duties");
  return (
    <Card title={t("view.pledges")} id="pledges">
      {view.pledges.length === 0 ? <p className="text-ink-2">{t("pledge.none")}</p> : null}
      <ul className="divide-y divide-line">
        {view.pledges.map((one) => (
          <li key={one.id} className="grid gap-1 py-2">
            <span className="flex flex-wrap items-center gap-x-3">
              <span className="font-semibold">{one.content}</span>
              <PledgeState {...one} today={today} />
            </span>
            <span className="text-ink-2 text-note">
              {[
                one.target,
                t("pledge.dueOn", { day: one.dueOn }),
                one.deliveredOn
                  ? t("pledge.doneOn", { day: one.deliveredOn, words: one.evidence ?? "" })
                  : "",
                one.judgedOn ? t("pledge.judgedOn", { day: one.judgedOn, name: one.judgedBy ?? "" }) : "",
                one.verdict ?? "",
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {view.mayKeep ? <PledgeDeeds one={one} today={today} deeds={deeds} /> : null}
          </li>
        ))}
      </ul>
      {view.mayKeep ? (
        <Disclosure label={t("pledge.add")}>
          <Form action={deeds.pledge} id="pledge" className="grid max-w-form gap-3">
            <input type="hidden" name="id" value={view.member.id} />
            <Field name="content" label={t("pledge.content")} required>
              <Textarea rows={2} maxLength={200} />
            </Field>
            <Field name="target" label={t("pledge.target")} hint={t("pledge.targetHint")} required>
              <TextInput maxLength={100} autoComplete="off" />
            </Field>
            <Field name="dueOn" label={t("pledge.due")} required>
              <DateInput today={today} min={today} />
            </Field>
            <div>
              <SubmitButton>{t("save")}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </Card>
  );
}

type DeedsProps = { one: MemberDuties["pledges"][number]; today: string; deeds: Deeds };

async function PledgeDeeds({ one, today, deeds }: DeedsProps) {
  const t = await getTranslations("duties");
  const open = one.status === "OPEN";
  if (!open && one.status !== "DELIVERED") return null;
  return (
    <>
      {open ? (
        <Disclosure label={t("pledge.deliver")}>
          <Form action={deeds.deliver} id={`deliver-${one.id}`} className="grid max-w-form gap-3">
            <input type="hidden" name="id" value={one.id} />
            <Field name="on" label={t("pledge.deliverOn")} required>
              <DateInput today={today} defaultValue={today} max={today} />
            </Field>
            <Field name="evidence" label={t("pledge.evidence")} hint={t("pledge.evidenceHint")} required>
              <TextInput maxLength={300} autoComplete="off" />
            </Field>
            <div>
              <SubmitButton>{t("save")}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
      {one.mayJudge && (one.status === "DELIVERED" || one.dueOn <= today) ? (
        <Disclosure label={t("pledge.judge")}>
          <Form action={deeds.judge} id={`judge-${one.id}`} className="grid max-w-form gap-3">
            <input type="hidden" name="id" value={one.id} />
            <ChipGroup
              name="verdict"
              label={t("pledge.verdict")}
              kind="radio"
              required
              options={VERDICTS.filter((value) => value === "FAILED" || !open).map((value) => ({
                value,
                label: t(`pledge.state.${value}`),
              }))}
            />
            <Field name="words" label={t("pledge.words")} hint={t("pledge.wordsHint")} optional>
              <TextInput maxLength={200} autoComplete="off" />
            </Field>
            <div>
              <SubmitButton>{t("save")}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
      {open && one.dueOn >= today ? (
        <Form action={deeds.withdraw} id={`withdraw-${one.id}`}>
          <input type="hidden" name="id" value={one.id} />
          <SubmitButton kind="secondary">{t("pledge.withdraw")}</SubmitButton>
        </Form>
      ) : null}
    </>
  );
}
