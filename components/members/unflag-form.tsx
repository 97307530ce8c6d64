/** Ends a mark from a day on; today, as a rule. */
import { getTranslations } from "next-intl/server";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Deed } from "#lib/domains/members/member.ts";

type Props = { flagId: string; name: string; today: string; save: FormAction<Deed> };

export async function UnflagForm({ flagId, name, today, save }: Props) {
  const t = await getTranslations("members");
  return (
    <Form action={save} id={`unflag-${flagId}`} className="flex flex-wrap items-end gap-2 print:hidden">
      <input type="hidden" name="flagId" value={flagId} />
      <Field name="toOn" label={`${t("form.until")} ${name}`} hideLabel>
        <DateInput today={today} max={today} defaultValue={today} />
      </Field>
      <SubmitButton kind="secondary">
        {t("form.unflag")}
        <span className="sr-only"> {name}</span>
      </SubmitButton>
    </Form>
  );
}
