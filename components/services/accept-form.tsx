/** Taking a matter in: who asks, and which of the required papers were handed in. Nothing else is asked. */
import { getTranslations } from "next-intl/server";
import { CameChoice } from "#components/services/came-choice.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { ProvisionalNote } from "#components/workdays/provisional-note.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ItemChoice, WindowChoice } from "#lib/domains/services/queries/form.ts";

type Props = {
  id: string;
  window: WindowChoice;
  item: ItemChoice;
  due: string;
  provisional: string | null;
  save: FormAction<{ id: string; divisionId: number; missing: number }>;
};

export async function AcceptForm({ id, window, item, due, provisional, save }: Props) {
  const t = await getTranslations("services");
  return (
    <Card
      title={item.name}
      note={
        <>
          {`${t("form.limit", { days: item.limitDays, day: due })} · ${item.parts.join(" → ")}`}
          <ProvisionalNote year={provisional} />
        </>
      }
    >
      <Form action={save} id="accept" className="grid max-w-form gap-4">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="windowId" value={window.id} />
        <input type="hidden" name="itemId" value={item.id} />
        <Field name="applicant" label={t("form.applicant")} required>
          <TextInput width="medium" maxLength={30} autoComplete="off" />
        </Field>
        {item.papers.length > 0 ? (
          <ChipGroup
            name="papers"
            label={t("form.papers")}
            hint={t("form.papersHint")}
            kind="checkbox"
            options={item.papers.map((name, at) => ({ value: String(at + 1), label: name }))}
          />
        ) : (
          <p className="text-ink-2">{t("form.noPapers")}</p>
        )}
        <CameChoice label={t("form.how")} yes={t("form.atWindow")} no={t("form.atHome")} chosen="YES" />
        <Field name="householdNo" label={t("form.household")} hint={t("form.householdHint")} optional>
          <TextInput width="medium" maxLength={30} autoComplete="off" />
        </Field>
        <div>
          <SubmitButton>{t("form.submit")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
