/** From which month on: none that is closed is offered. */
import { getTranslations } from "next-intl/server";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { type Period, periodOf, step } from "#lib/base/period.ts";
import { getFormats } from "#lib/i18n/format.ts";

const OFFERED = 13;

type Props = { opens: string; typed?: string | null | undefined };
export async function MonthField({ opens, typed }: Props) {
  const t = await getTranslations("indicators");
  const f = await getFormats();
  const first = periodOf(opens, "month");
  const months = Array.from({ length: OFFERED }, (_, at): Period => step(first, at));
  return (
    <Field name="from" label={t("form.from")} hint={t("form.fromHint", { month: f.period(first) })} required>
      <Select
        options={months.map((value) => ({ value, label: f.period(value) }))}
        defaultValue={typed ?? months[0]}
        width="medium"
      />
    </Field>
  );
}
