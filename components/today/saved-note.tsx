/** After saving: what was saved, and the way to take it back, before any script. */
import { getTranslations } from "next-intl/server";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";

type Props<T> = { saved: { id: string; headName: string; withdrawn: boolean }; takeBack: FormAction<T> };

export async function SavedNote<T>({ saved, takeBack }: Props<T>) {
  const t = await getTranslations("today");
  const common = await getTranslations("common");
  return (
    <div role="status">
      <Notice
        tone="ok"
        action={
          saved.withdrawn ? null : (
            <Form action={takeBack} buttonOnly>
              <input type="hidden" name="id" value={saved.id} />
              <SubmitButton kind="quiet" size="small">
                {common("undo")}
              </SubmitButton>
            </Form>
          )
        }
      >
        {t(saved.withdrawn ? "takenBack" : "saved", { name: saved.headName })}
      </Notice>
    </div>
  );
}
