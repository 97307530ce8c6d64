/** Names that nobody is recognized by yet: each is one of those it may be, somebody from outside, or nobody who was there. */
import { getTranslations } from "next-intl/server";
import { homeOf } from "#components/trainings/home.ts";
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
        const { likely, count } = training.candidates[name] ?? { likely: [], count: 0 };
        return (
          <ChipGroup
            key={id}
            name={`is.${id}`}
            label={unitTyped ? t("settle.typed", { name, unit: unitTyped }) : name}
            hint={
              count > likely.length
                ? t("settle.foundMore", { count, shown: likely.length })
                : t("settle.found", { count })
            }
            kind="radio"
            options={[
              ...likely.map((one) => ({
                value: one.id,
                label: [
                  one.name,
                  homeOf(one),
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
