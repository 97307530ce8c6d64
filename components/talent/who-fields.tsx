/** Whom a new entry is about: somebody found, told apart by unit and post, or a new person with a unit. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { Found } from "#lib/domains/talent/queries/find-people.ts";

export async function WhoFields({ q, found }: { q: string; found: readonly Found[] }) {
  const t = await getTranslations("talent");
  const line = ({ name, unit, place, post }: Found) =>
    [name, unit ?? place, post].filter(Boolean).join(" · ");
  return (
    <div className="grid gap-4">
      {found.length > 0 ? (
        <ChipGroup
          name="personId"
          label={t("who.found")}
          kind="radio"
          defaultValue={found.length === 1 ? found[0]?.id : undefined}
          options={[
            ...found.map((one) => ({ value: one.id, label: line(one) })),
            { value: "NEW", label: t("who.new") },
          ]}
        />
      ) : (
        <p className="text-ink-2">{q === "" ? t("who.first") : t("who.none", { q })}</p>
      )}
      <Disclosure label={t("who.new")} open={q !== "" && found.length === 0}>
        <div className="grid gap-4">
          <Field name="newName" label={t("who.newName")} hint={t("who.newHint")}>
            <TextInput
              maxLength={40}
              width="medium"
              autoComplete="off"
              defaultValue={found.length === 0 ? q : ""}
            />
          </Field>
          <Field name="newUnit" label={t("who.newUnit")} hint={t("who.newUnitHint")} optional>
            <TextInput maxLength={60} autoComplete="off" />
          </Field>
          <Field name="somebodyElse" label={t("who.somebodyElse")} hideLabel>
            <label className="flex min-h-touch items-center gap-2">
              <input type="checkbox" name="somebodyElse" value="1" className="size-5" />
              {t("who.somebodyElse")}
            </label>
          </Field>
        </div>
      </Disclosure>
    </div>
  );
}
