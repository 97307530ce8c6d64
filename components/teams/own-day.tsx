/** What a member does on the phone: today in one tap, leave, and the diary. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { MemberView, TeamView } from "#lib/domains/resident-teams/queries/show.ts";
import { LEAVE_KINDS, OWN_STATUSES } from "#lib/domains/resident-teams/team.ts";

type Done = FormAction<{ id: string }>;
export type OwnDeeds = { day: FormAction<{ id: string; month: string }>; leave: Done; diary: Done };
type Props = { view: TeamView; own: MemberView; today: string; save: OwnDeeds };

export async function OwnDay({ view, own, today, save }: Props) {
  const t = await getTranslations("teams");
  const now = own.days.find(({ day }) => day === today);
  return (
    <Card title={t("own.title")} id="own">
      <p className="mb-2">{now ? t("own.told", { status: t(`status.${now.status}`) }) : t("own.untold")}</p>
      <Form action={save.day} id="own-day" className="grid max-w-form gap-3">
        <input type="hidden" name="id" value={own.id} />
        <ChipGroup
          name="status"
          label={t("own.where")}
          kind="radio"
          big
          columns={3}
          required
          defaultValue={now?.status ?? "IN_VILLAGE"}
          options={OWN_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
        <Field name="day" label={t("day")} hint={t("own.dayHint")} required>
          <DateInput today={today} defaultValue={today} max={today} />
        </Field>
        <div>
          <SubmitButton wide>{t("own.save")}</SubmitButton>
        </div>
      </Form>
      <div className="mt-3 grid gap-2">
        <Disclosure label={t("leave.ask")}>
          <Form action={save.leave} id="ask-leave" className="grid max-w-form gap-3">
            <input type="hidden" name="id" value={own.id} />
            <ChipGroup
              name="kind"
              label={t("leave.kind")}
              kind="radio"
              required
              options={LEAVE_KINDS.map((value) => ({ value, label: t(`status.${value}`) }))}
            />
            <div className="grid gap-3 pad:grid-cols-2">
              <Field name="fromOn" label={t("leave.from")} required>
                <DateInput today={today} />
              </Field>
              <Field name="lastOn" label={t("leave.last")} required>
                <DateInput today={today} />
              </Field>
            </div>
            <Field name="why" label={t("leave.why")} required>
              <TextInput maxLength={200} autoComplete="off" />
            </Field>
            <p className="text-ink-2 text-note">{t("leave.levels", { days: view.rules.leaveTownship })}</p>
            <div>
              <SubmitButton>{t("leave.send")}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
        <Disclosure label={t("diary.write")}>
          <Form action={save.diary} id="write-diary" className="grid max-w-form gap-3">
            <input type="hidden" name="id" value={own.id} />
            <Field name="day" label={t("day")} required>
              <DateInput today={today} defaultValue={today} max={today} />
            </Field>
            <Field name="words" label={t("diary.words")} hint={t("diary.hint")} required>
              <Textarea rows={6} maxLength={2000} />
            </Field>
            <div>
              <SubmitButton>{t("diary.save")}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      </div>
    </Card>
  );
}
