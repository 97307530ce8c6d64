/** 催办 beside a row: reminds the helpers of its household who still owe a visit, and says whom to call instead. */

import { getTranslations } from "next-intl/server";
import { ByPhone } from "#components/inbox/by-phone.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";

type Props = { householdId: string; remind: FormAction<{ id: string; told: number; byPhone: string[] }> };

export async function RemindButton({ householdId, remind }: Props) {
  const t = await getTranslations("inbox");
  return (
    <Form action={remind} buttonOnly done={t("remind.done")}>
      <input type="hidden" name="household" value={householdId} />
      <SubmitButton size="small" kind="secondary">
        {t("remind.button")}
      </SubmitButton>
      <ByPhone word={t("remind.call")} between={t("between")} />
    </Form>
  );
}
