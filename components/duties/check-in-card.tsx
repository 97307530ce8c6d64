/** Where a member reported to a community, and the form for another one. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { MemberDuties } from "#lib/domains/member-duties/queries/show.ts";

type Props = { view: MemberDuties; today: string; save: FormAction<{ id: string }> };

export async function CheckInCard({ view, today, save }: Props) {
  const t = await getTranslations("duties");
  return (
    <Card title={t("view.checkIns")} note={t("checkIn.note")}>
      {view.checkIns.length === 0 ? <p className="text-ink-2">{t("checkIn.none")}</p> : null}
      <ul className="divide-y divide-line">
        {view.checkIns.map((one) => (
          <li key={one.id} className="py-1.5">
            {[
              one.place,
              t("checkIn.days", { from: one.fromOn, to: one.toOn ?? t("checkIn.open") }),
              one.service,
            ]
              .filter(Boolean)
              .join(" · ")}
          </li>
        ))}
      </ul>
      {view.mayKeep && view.communities.length > 0 ? (
        <Disclosure label={t("checkIn.add")}>
          <Form action={save} id="check-in" className="grid max-w-form gap-3">
            <input type="hidden" name="memberId" value={view.member.id} />
            <Field name="divisionId" label={t("checkIn.place")} required>
              <Select
                options={view.communities.map(({ id, name, township }) => ({
                  value: String(id),
                  label: name,
                  group: township,
                }))}
                empty=""
              />
            </Field>
            <Field name="fromOn" label={t("checkIn.from")} required>
              <DateInput today={today} defaultValue={today} max={today} />
            </Field>
            <Field name="service" label={t("checkIn.service")} optional>
              <TextInput maxLength={100} autoComplete="off" />
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
