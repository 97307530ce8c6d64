/** Another threshold for an indicator of the program: from which share of what is due the light is ▲; it asks for a look first. */
import { getTranslations } from "next-intl/server";
import { AskForm } from "#components/ui/ask-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { ProblemView } from "#lib/base/outcome.ts";
import { MonthField } from "./month-field.tsx";

type Props = {
  path: string;
  opens: string;
  now: number;
  typed: URLSearchParams;
  problem: ProblemView | null;
};

export async function ThresholdForm({ path, opens, now, typed, problem }: Props) {
  const t = await getTranslations("indicators");
  return (
    <AskForm path={path} problem={problem} className="grid max-w-form gap-4">
      <MonthField opens={opens} typed={typed.get("from")} />
      <Field name="watch" label={t("form.watch")} hint={t("form.watchHint")} required>
        <TextInput
          inputMode="numeric"
          maxLength={3}
          unit="%"
          defaultValue={typed.get("watch") ?? String(now)}
          width="short"
        />
      </Field>
      <div>
        <SubmitButton name="look" value="1">
          {t("form.look")}
        </SubmitButton>
      </div>
    </AskForm>
  );
}
