/** Names that nobody is recognized by yet: each is one of those it may be, somebody from outside, or nobody who was there. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { AttendeeRow, TrainingDetail } from "#lib/domains/trainings/queries/get-training.ts";

type Props<T> = {
  training: Pick<TrainingDetail, "id" | "candidates">;
  open: AttendeeRow[];
  save: FormAction<T>;
};

export async function SettleForm<T>({ training, open, save }: Props<T>) {
  const t = await getTranslations("trainings");
  return (
    <Form action={save} className="grid gap-4">
      <input type="hidden" name="id" value={training.id} />
      {open.map(({ id, name, unitTyped }) => {
        const candidates = training.candidates[name] ?? [];
        return (
          <ChipGroup
            key={id}
            name={`is.${id}`}
            label={unitTyped ? t("settle.typed", { name, unit: unitTyped }) : name}
            hint={t("settle.found", { count: candidates.length })}
            kind="radio"
            options={[
              ...candidates.map((one) => ({
                value: one.id,
                label: [
                  one.name,
                  one.place,
                  one.unit === one.place ? null : one.unit,
                  one.post,
                  one.born && t("settle.born", { year: String(one.born) }),
                ]
                  .filter(Boolean)
                  .join(" "),
              })),
              { value: "OUTSIDER", label: t("settle.outsider") },
              { value: "DROP", label: t("settle.drop") },
            ]}
          />
        );
      })}
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{t("settle.save")}</SubmitButton>
        <SubmitButton kind="secondary" name="rest" value="OUTSIDER">
          {t("settle.rest")}
        </SubmitButton>
      </div>
    </Form>
  );
}
