/** What the township does about attendance: a day is put right with its reason, and somebody looks whether a member is there. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TeamView } from "#lib/domains/resident-teams/queries/show.ts";
import { RESULTS, STATUSES } from "#lib/domains/resident-teams/team.ts";

type InMonth = FormAction<{ id: string; month: string }>;
type Props = { view: TeamView; today: string; day: InMonth; check: InMonth };

export async function DeskForms({ view, today, day, check }: Props) {
  const t = await getTranslations("teams");
  const members = view.members.filter(({ own }) => !own).map(({ id, name }) => ({ value: id, label: name }));
  if (members.length === 0) return null;
  return (
    <Card title={t("desk.title")} note={t("desk.note")} id="desk">
      <Disclosure label={t("desk.day")}>
        <Form action={day} id="desk-day" className="grid max-w-form gap-3">
          <Field name="id" label={t("member.name")} required>
            <Select options={members} empty="" />
          </Field>
          <Field name="day" label={t("day")} required>
            <DateInput today={today} max={today} />
          </Field>
          <ChipGroup
            name="status"
            label={t("desk.status")}
            kind="radio"
            columns={3}
            required
            options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
          <Field name="why" label={t("desk.why")} hint={t("desk.whyHint")} required>
            <TextInput maxLength={200} autoComplete="off" />
          </Field>
          <div>
            <SubmitButton>{t("desk.save")}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
      <Disclosure label={t("check.add")}>
        <Form action={check} id="spot-check" className="grid max-w-form gap-3">
          <Field name="id" label={t("member.name")} required>
            <Select options={members} empty="" />
          </Field>
          <Field name="checkedOn" label={t("check.day")} required>
            <DateInput today={today} defaultValue={today} max={today} />
          </Field>
          <ChipGroup
            name="result"
            label={t("check.result")}
            hint={t("check.resultHint")}
            kind="radio"
            required
            options={RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
          />
          <Field name="words" label={t("check.words")} hint={t("check.wordsHint")} optional>
            <TextInput maxLength={200} autoComplete="off" />
          </Field>
          <div>
            <SubmitButton>{t("check.save")}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </Card>
  );
}
