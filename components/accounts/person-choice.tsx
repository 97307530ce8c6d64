/** Whose account it will be: somebody found, told apart by unit and post; a new person; or nobody of the register. */

import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FoundPerson } from "#lib/domains/accounts/queries/find-people.ts";

type Props = { q: string; found: readonly FoundPerson[]; mayMake: boolean };

export async function PersonChoice({ q, found, mayMake }: Props) {
  const t = await getTranslations("accounts");
  const lineOf = (one: FoundPerson) =>
    [
      one.name,
      one.unit ?? one.place,
      one.post,
      one.username ? t("create.has", { username: one.username }) : null,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <div className="grid gap-4">
      {q !== "" && found.length === 0 ? <p className="text-ink-2">{t("create.foundNone", { q })}</p> : null}
      <ChipGroup
        name="personId"
        label={t("create.person")}
        kind="radio"
        defaultValue={found.length === 1 && !found[0]?.username ? found[0]?.id : ""}
        options={[
          ...found.map((one) => ({
            value: one.id,
            label: lineOf(one),
            mark: one.username ? ("watch" as const) : undefined,
          })),
          ...(mayMake ? [{ value: "NEW", label: t("create.newPerson") }] : []),
          { value: "", label: t("create.nobody") },
        ]}
      />
      {mayMake ? (
        <Disclosure label={t("create.newPerson")} open={q !== "" && found.length === 0}>
          <div className="grid gap-4">
            <p className="text-ink-2 text-note">{t("create.newNote")}</p>
            <Field name="unitName" label={t("create.unitName")}>
              <TextInput maxLength={60} width="medium" autoComplete="off" />
            </Field>
            <Field name="post" label={t("create.post")} optional>
              <TextInput maxLength={40} width="medium" autoComplete="off" />
            </Field>
            <Field name="somebodyElse" label={t("create.somebodyElse")} hideLabel>
              <Confirm label={t("create.somebodyElse")} />
            </Field>
          </div>
        </Disclosure>
      ) : null}
    </div>
  );
}

function Confirm({ label }: { label: string }) {
  return (
    <label className="flex min-h-touch items-center gap-2">
      <input type="checkbox" name="somebodyElse" value="1" className="size-5" />
      {label}
    </label>
  );
}
