/** One line for everybody who teaches that day: on post, or why not. What is left open is not asked. */
import { getTranslations } from "next-intl/server";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { type Option, Select } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ToCheck } from "#lib/domains/talent/queries/check-list.ts";

type Props = {
  people: readonly ToCheck[];
  divisionId: number;
  day: string;
  absences: readonly Option[];
  /** Everybody not answered yet starts as on post; single ones are changed. */
  allOn: boolean;
  save: FormAction<{ day: string; onPost: number; asked: number }>;
};

export async function CheckForm({ people, divisionId, day, absences, allOn, save }: Props) {
  const t = await getTranslations("talent");
  const options = [{ value: "ON", label: t("check.ON") }, ...absences];
  const answered = ({ onPost, why }: ToCheck) =>
    onPost === null ? (allOn ? "ON" : undefined) : onPost ? "ON" : (why ?? undefined);
  return (
    <Form action={save} id="check" className="grid gap-3">
      <input type="hidden" name="divisionId" value={divisionId} />
      <input type="hidden" name="day" value={day} />
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {people.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2">
            <span className="min-w-0">
              <span className="font-semibold">{one.name}</span>{" "}
              <span className="text-ink-2 text-note">
                {one.school} · {one.fromUnit}
              </span>
            </span>
            <div className="w-full pad:w-56">
              <Field name={`is.${one.id}`} label={t("check.of", { name: one.name })} hideLabel>
                <Select empty={t("check.NEVER")} options={options} defaultValue={answered(one)} />
              </Field>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <SubmitButton>{t("check.save")}</SubmitButton>
      </div>
    </Form>
  );
}
