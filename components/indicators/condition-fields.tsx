/** One question for each column of a fact: which cases belong to the whole, or are met. Nothing chosen = all. */
import { getLocale, getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import type { Column, Countable } from "#lib/indicators/countable.ts";

type Props = { side: "w" | "p"; fact: Countable; typed: URLSearchParams; label: string; hint: string };

export async function ConditionFields({ side, fact, typed, label, hint }: Props) {
  const asked = Object.entries(fact.columns).filter(
    ([, column]) => column.kind !== "amount" || !column.adds?.mean,
  );
  return (
    <fieldset className="grid gap-3 rounded-card border border-line p-3">
      <legend className="px-1 font-semibold">{label}</legend>
      <p className="text-ink-2 text-note">{hint}</p>
      {asked.map(([name, column]) => (
        <ColumnField key={name} name={`${side}.${name}`} column={column} fact={fact} typed={typed} />
      ))}
    </fieldset>
  );
}

type OfColumn = { name: string; column: Column; fact: Countable; typed: URLSearchParams };

async function ColumnField({ name, column, fact, typed }: OfColumn) {
  const t = await getTranslations("indicators");
  const locale = await getLocale();
  if (column.kind === "yesNo")
    return (
      <Field name={name} label={t("condition.yesNo", { yes: column.yes[locale], no: column.no[locale] })}>
        <Select
          empty={t("condition.any")}
          options={[
            { value: "yes", label: column.yes[locale] },
            { value: "no", label: column.no[locale] },
          ]}
          defaultValue={typed.get(name) ?? ""}
          width="medium"
        />
      </Field>
    );
  if (column.kind === "choice")
    return (
      <ChipGroup
        name={name}
        label={t("condition.choice", { name: column.name[locale] })}
        kind="checkbox"
        defaultValue={typed.get(`${name}[]`)?.split(",") ?? []}
        options={Object.entries(column.choices).map(([value, words]) => ({ value, label: words[locale] }))}
      />
    );
  const others = Object.entries(fact.columns).flatMap(([other, its]) =>
    its.kind === "amount" && !its.adds?.mean && !name.endsWith(`.${other}`)
      ? [{ value: other, label: its.name[locale] }]
      : [],
  );
  const [its, unit] = [column.name[locale], column.unit[locale]];
  return (
    <div className="grid gap-3 pad:grid-cols-3">
      <Field name={`${name}.min`} label={t("condition.least", { name: its })}>
        <TextInput
          inputMode="numeric"
          maxLength={6}
          defaultValue={typed.get(`${name}.min`) ?? ""}
          unit={unit}
          width="medium"
        />
      </Field>
      <Field name={`${name}.max`} label={t("condition.most", { name: its })}>
        <TextInput
          inputMode="numeric"
          maxLength={6}
          defaultValue={typed.get(`${name}.max`) ?? ""}
          unit={unit}
          width="medium"
        />
      </Field>
      {others.length > 0 ? (
        <Field name={`${name}.least`} label={t("condition.leastOther", { name: its })}>
          <Select
            empty={t("condition.any")}
            options={others}
            defaultValue={typed.get(`${name}.least`) ?? ""}
            width="medium"
          />
        </Field>
      ) : null}
    </div>
  );
}
