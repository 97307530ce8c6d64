/** The form of the step that comes next; each asks what its deed keeps. */

import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { HIT_DECISIONS, isUnitKind, SOURCES } from "#lib/domains/procedures/procedure.ts";
import type { CaseView } from "#lib/domains/procedures/queries/show.ts";

export type Deed = FormAction<{ id: string }>;
type Props = { one: CaseView; today: string; action: Deed };

export function About({ one }: Pick<Props, "one">) {
  return (
    <>
      <input type="hidden" name="id" value={one.id} />
      <input type="hidden" name="version" value={one.version} />
    </>
  );
}

export async function CheckForm({ one, today, action }: Props) {
  const t = await getTranslations("procedures");
  return (
    <Form action={action} id="check" className="grid gap-3">
      <About one={one} />
      <Field name="onDay" label={t("form.onDay")} required>
        <DateInput today={today} min={one.lastOn} max={today} defaultValue={today} />
      </Field>
      <div className="grid gap-3 pad:grid-cols-3">
        {(["who1", "who2", "who3"] as const).map((who) => (
          <Field
            key={who}
            name={who}
            label={t(`form.${who}`)}
            required={who !== "who3"}
            optional={who === "who3"}
          >
            <TextInput maxLength={30} autoComplete="off" />
          </Field>
        ))}
      </div>
      <Field name="opinion" label={t("form.finding")} required>
        <Textarea rows={3} maxLength={500} />
      </Field>
      {one.kind === "EXIT" ? (
        <ChipGroup
          name="agreed"
          kind="radio"
          label={t("form.agreed")}
          hideLabel
          options={[{ value: "yes", label: t("form.agreed") }]}
        />
      ) : null}
      <div>
        <SubmitButton>{t("form.send")}</SubmitButton>
      </div>
    </Form>
  );
}

export async function MeetingForm({ one, today, action }: Props) {
  const t = await getTranslations("procedures");
  const counts = ["expected", "present", "inFavor", "against", "abstained"] as const;
  return (
    <Form action={action} id="meeting" className="grid gap-3">
      <About one={one} />
      <Field name="onDay" label={t("form.onDay")} required>
        <DateInput today={today} min={one.lastOn} max={today} defaultValue={today} />
      </Field>
      <div className="grid gap-3 pad:grid-cols-2">
        <Field name="venue" label={t("form.venue")} required>
          <TextInput maxLength={60} autoComplete="off" />
        </Field>
        <Field name="chair" label={t("form.chair")} required>
          <TextInput maxLength={30} autoComplete="off" />
        </Field>
      </div>
      <p className="text-ink-2 text-note">{t("form.meetingHint")}</p>
      <div className="grid grid-cols-2 gap-3 pad:grid-cols-5">
        {counts.map((name) => (
          <Field key={name} name={name} label={t(`form.${name}`)} required>
            <TextInput inputMode="numeric" maxLength={6} autoComplete="off" />
          </Field>
        ))}
      </div>
      <Field name="opinion" label={t("form.minutes")} optional>
        <Textarea rows={2} maxLength={500} />
      </Field>
      <div>
        <SubmitButton>{t("form.send")}</SubmitButton>
      </div>
    </Form>
  );
}

export async function PostForm({ one, action, lastPhone }: Omit<Props, "today"> & { lastPhone?: string }) {
  const t = await getTranslations("procedures");
  const announces = one.next?.step === "ANNOUNCEMENT";
  const unit = isUnitKind(one.kind);
  const words = {
    days: one.next?.days ?? 0,
    calendar: t(`calendar.${one.next?.calendar ?? "CALENDAR"}`),
  };
  return (
    <Form action={action} id="post" className="grid gap-3">
      <About one={one} />
      <p>{t(announces ? "form.announceNote" : unit ? "form.postUnitNote" : "form.postNote", words)}</p>
      <Field name="phone" label={t("form.phone")} hint={t("form.phoneHint")} required>
        <TextInput
          width="medium"
          inputMode="tel"
          maxLength={20}
          autoComplete="off"
          defaultValue={lastPhone}
        />
      </Field>
      {unit ? null : (
        <Field name="amount" label={t("form.amount")} hint={t("form.amountHint")} optional>
          <TextInput width="short" inputMode="decimal" maxLength={20} autoComplete="off" />
        </Field>
      )}
      <Field name="documentNo" label={t("form.documentNo")} optional>
        <TextInput width="medium" maxLength={60} autoComplete="off" />
      </Field>
      <div>
        <SubmitButton>{announces ? t("form.announce") : t("form.post")}</SubmitButton>
      </div>
    </Form>
  );
}

export async function CompareForm({ one, action }: Omit<Props, "today">) {
  const t = await getTranslations("procedures");
  return (
    <Form action={action} id="compare" className="grid gap-4">
      <About one={one} />
      <p className="text-ink-2">{t("form.compareNote")}</p>
      {SOURCES.map((source) => (
        <fieldset key={source} className="group/source grid gap-2 border-line border-t pt-3">
          <legend className="font-semibold">{t(`source.${source}`)}</legend>
          <ChipGroup
            name={source}
            label={`${t(`source.${source}`)} ${t("form.hit")}`}
            hideLabel
            kind="radio"
            options={(["NONE", "HIT"] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
          />
          {/* Asked only where something was found; by the sheet of styles, so that it works before scripts arrive. */}
          <div className="hidden gap-2 pad:grid-cols-3 group-has-[[value=HIT]:checked]/source:grid">
            <Field name={`${source}.what`} label={t("form.hitWhat")}>
              <TextInput maxLength={200} autoComplete="off" />
            </Field>
            <Field name={`${source}.decision`} label={t("form.hitDecision")}>
              <Select
                empty=""
                options={HIT_DECISIONS.map((value) => ({ value, label: t(`decision.${value}`) }))}
              />
            </Field>
            <Field name={`${source}.why`} label={t("form.hitWhy")}>
              <TextInput maxLength={200} autoComplete="off" />
            </Field>
          </div>
        </fieldset>
      ))}
      <div>
        <SubmitButton>{t("form.send")}</SubmitButton>
      </div>
    </Form>
  );
}
