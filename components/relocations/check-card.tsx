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
  /** Takes back one's own check; with `anybodys` also those of others. */
  withdraw: FormAction<{ id: string; divisionId: number }> | null;
  anybodys: boolean;
};

export async function CheckCard({ householdId, checks, today, save, withdraw, anybodys }: Props) {
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
            title: check.withdrawnBy ? (
              <s className="text-ink-2">{t(check.living ? "living" : "away")}</s>
            ) : (
              <Badge tone={check.living ? "ok" : "watch"}>{t(check.living ? "living" : "away")}</Badge>
            ),
            body: (
              <>
                {check.note}
                {check.withdrawnBy ? (
                  <p>{t("withdrawnBy", { name: check.withdrawnBy, why: check.withdrawnWhy ?? "" })}</p>
                ) : withdraw && (check.own || anybodys) ? (
                  <WithdrawForm check={check} withdraw={withdraw} />
                ) : null}
              </>
            ),
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

async function WithdrawForm({
  check,
  withdraw,
}: {
  check: RelocationCheck;
  withdraw: NonNullable<Props["withdraw"]>;
}) {
  const t = await getTranslations("relocations");
  return (
    <Disclosure label={t("withdraw")}>
      <Form action={withdraw} id={`withdraw-${check.id}`} className="grid max-w-xl gap-3">
        <input type="hidden" name="id" value={check.id} />
        <Field name="why" label={t("why")} required>
          <TextInput maxLength={200} autoComplete="off" />
        </Field>
        <div>
          <SubmitButton kind="secondary">{t("withdraw")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
