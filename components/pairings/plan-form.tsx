/** What a plan of pairings is to be made from: the kind, the households, the ranks or the names, and the first day. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { type Option, Select, Textarea } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { PlanMade } from "#lib/domains/pairings/plan.ts";

type Props = {
  action: FormAction<PlanMade>;
  unit: { id: number; name: string };
  today: string;
  kinds: Option[];
  whom: Option[];
  ranks: Option[];
};

/** Who usually helps; villagers of the Party only where somebody says so. */
const USUAL = ["COUNTY_LEADER", "SECTION_LEADER", "STAFF", "VILLAGE_CADRE"];

export async function PlanForm({ action, unit, today, kinds, whom, ranks }: Props) {
  const t = await getTranslations("pairings");
  return (
    <Form action={action} className="grid gap-4">
      <p>
        {t("plan.unit")} <strong>{unit.name}</strong>
      </p>
      <input type="hidden" name="unit" value={unit.id} />
      <ChipGroup
        name="whom"
        kind="radio"
        label={t("plan.whom")}
        options={whom}
        defaultValue="NONE"
        required
      />
      <Field name="kind" label={t("plan.kind")} required>
        <Select options={kinds} defaultValue="FIRST_HELPER" width="medium" />
      </Field>
      <Field name="fromOn" label={t("new.from")} required>
        <DateInput today={today} defaultValue={today} />
      </Field>
      <ChipGroup
        name="ranks"
        kind="checkbox"
        label={t("plan.ranks")}
        hint={t("plan.ranksHint")}
        options={ranks}
        defaultValue={USUAL}
      />
      <Disclosure label={t("plan.names")}>
        <Field name="names" label={t("plan.names")} hint={t("plan.namesHint")} optional>
          <Textarea rows={6} />
        </Field>
      </Disclosure>
      <div>
        <SubmitButton>{t("plan.make")}</SubmitButton>
      </div>
    </Form>
  );
}
