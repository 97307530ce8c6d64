/** 催办 on a household whose visit is due: who was reminded last, and the button; once a day per helper, the server says when again.
 * A helper without an account cannot read it and is named for a call. */

import { getTranslations } from "next-intl/server";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Light } from "#components/ui/light.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ReminderRow } from "#lib/domains/inbox/queries/reminders.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = {
  householdId: string;
  reminders: ReminderRow[];
  remind: FormAction<{ id: string; told: number; byPhone: string[] }> | null;
};

export async function RemindHelpers({ householdId, reminders, remind }: Props) {
  const t = await getTranslations("inbox");
  const f = await getFormats();
  if (!remind && reminders.length === 0) return null;
  const last = reminders[0];
  const call = reminders.filter(({ byPhone }) => byPhone).map(({ receiverName }) => receiverName);
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2" data-remind>
      {remind ? (
        <Form action={remind} buttonOnly done={t("remind.done")}>
          <input type="hidden" name="household" value={householdId} />
          <SubmitButton size="small" kind="secondary">
            {t("remind.button")}
          </SubmitButton>
        </Form>
      ) : null}
      <span className="text-ink-2 text-note">
        {last
          ? t("remind.last", { from: last.fromName, to: last.receiverName, when: f.dayTime(last.sentAt) })
          : t("remind.note")}
      </span>
      {call.length > 0 ? (
        <span className="basis-full">
          <Light state="watch" word={t("remind.byPhone", { names: call.join(t("between")) })} />
        </span>
      ) : null}
    </div>
  );
}
