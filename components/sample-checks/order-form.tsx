/** What is drawn and who visits; the seed may be one that was drawn in public. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { KINDS, STRATA } from "#lib/domains/sample-checks/check.ts";
import type { Candidate } from "#lib/domains/sample-checks/queries/form.ts";

type Props = {
  unit: number;
  candidates: readonly Candidate[];
  today: string;
  save: FormAction<{ id: string; divisionId: number; size: number }>;
};

export async function OrderForm({ unit, candidates, today, save }: Props) {
  const t = await getTranslations("sampleChecks");
  return (
    <Card>
      <Form action={save} id="order" className="grid max-w-form gap-4">
        <input type="hidden" name="divisionId" value={unit} />
        <ChipGroup
          name="kind"
          label={t("form.kind")}
          hint={t("form.kindHint")}
          kind="radio"
          required
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Field name="referenceOn" label={t("form.day")} hint={t("form.dayHint")} required>
          <DateInput today={today} defaultValue={today} max={today} />
        </Field>
        <ChipGroup
          name="stratum"
          label={t("form.stratum")}
          hint={t("form.stratumHint")}
          kind="radio"
          required
          defaultValue="TOWNSHIP"
          options={STRATA.map((value) => ({ value, label: t(`stratum.${value}`) }))}
        />
        <Field name="size" label={t("form.size")} required>
          <TextInput width="short" inputMode="numeric" />
        </Field>
        <Field name="seed" label={t("form.seed")} hint={t("form.seedHint")}>
          <TextInput maxLength={64} autoComplete="off" />
        </Field>
        {candidates.length === 0 ? (
          <p className="text-ink-2">{t("form.none")}</p>
        ) : (
          <ChipGroup
            name="checkers"
            label={t("form.checkers")}
            hint={t("form.checkersHint")}
            kind="checkbox"
            required
            options={candidates.map(({ id, name, seat }) => ({
              value: String(id),
              label: `${name} · ${seat}`,
            }))}
          />
        )}
        <div>
          <SubmitButton>{t("form.submit")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
