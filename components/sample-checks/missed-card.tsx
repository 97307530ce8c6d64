/** Families outside the registry that should be in it: a village and a few words, noted by a checker. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { CheckView } from "#lib/domains/sample-checks/queries/show.ts";

type Deed = FormAction<{ id: string }>;
type Props = { view: CheckView; today: string; add: Deed; drop: Deed };

export async function MissedCard({ view: { check, missed, villages, mayRecord }, today, add, drop }: Props) {
  const t = await getTranslations("sampleChecks");
  return (
    <Card title={t("show.missed")}>
      <div id="missed" className="grid gap-3">
        {missed.length === 0 ? <p className="text-ink-2">{t("show.noMissed")}</p> : null}
        <ul className="divide-y divide-line">
          {missed.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1.5">
              <span>
                <span className="font-semibold">{one.place}</span> {one.words}
                <span className="block text-ink-2 text-note">
                  {one.foundOn} · {one.by}
                </span>
              </span>
              {mayRecord ? (
                <Form action={drop} id={`drop-${one.id}`}>
                  <input type="hidden" name="id" value={one.id} />
                  <SubmitButton kind="secondary">{t("missed.dropOf", { place: one.place })}</SubmitButton>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
        {mayRecord ? (
          <Disclosure label={t("missed.add")}>
            <Form action={add} id="add-missed" className="grid max-w-form gap-3">
              <input type="hidden" name="id" value={check.id} />
              <Field name="village" label={t("missed.village")} required>
                <Select
                  options={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
                  empty=""
                />
              </Field>
              <Field name="foundOn" label={t("missed.day")} required>
                <DateInput today={today} defaultValue={today} max={today} />
              </Field>
              <Field name="words" label={t("missed.words")} hint={t("missed.wordsHint")} required>
                <Textarea rows={2} maxLength={200} />
              </Field>
              <div>
                <SubmitButton>{t("missed.save")}</SubmitButton>
              </div>
            </Form>
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
}
