/** Whether a moved family lives where it was moved to: what was found, and a form for what is found today. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { RelocationCheck } from "#lib/domains/households/queries/relocation-checks.ts";

type Props = {
  householdId: string;
  checks: RelocationCheck[];
  today: string;
  /** Given to whoever works with the family. */
  save: FormAction<{ id: string; divisionId: number; living: "yes" | "no" }> | null;
};

export async function CheckCard({ householdId, checks, today, save }: Props) {
  const t = await getTranslations("relocations");
  return (
    <Card title={t("checks")}>
      {checks.length === 0 ? (
        <p className="text-ink-2">{t("noChecks")}</p>
      ) : (
        <Timeline
          items={checks.map((check) => ({
            id: check.id,
            when: `${check.on} · ${check.by}`,
            title: <Badge tone={check.living ? "ok" : "watch"}>{t(check.living ? "living" : "away")}</Badge>,
            body: check.note,
          }))}
        />
      )}
      {save ? (
        <Disclosure label={t("record")}>
          <Form action={save} className="grid max-w-xl gap-4">
            <input type="hidden" name="id" value={householdId} />
            <ChipGroup
              name="living"
              label={t("found")}
              kind="radio"
              columns={2}
              required
              options={[
                { value: "yes", label: t("living") },
                { value: "no", label: t("away") },
              ]}
            />
            <Field name="on" label={t("on")} required>
              <DateInput today={today} max={today} defaultValue={today} />
            </Field>
            <Field name="note" label={t("note")} optional>
              <TextInput maxLength={200} autoComplete="off" />
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
