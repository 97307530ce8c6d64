/** The fields of a form over declared facts: each kind with the input that suits it. */
import { getLocale, getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { type Option, Select, Textarea, TextInput } from "#components/ui/inputs.tsx";
import type { FactField } from "#lib/base/fact-field.ts";
import { offered } from "#lib/domains/households/codes.ts";

type Props = {
  facts: readonly FactField[];
  texts: Record<string, string>;
  today: string;
  /** What a field offers that is no code list. */
  choices?: Record<string, readonly Option[]>;
};

const LONG = 100;

export async function FactFields({ facts, texts, today, choices = {} }: Props) {
  const t = await getTranslations("facts");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  return facts.map((fact) => {
    const text = texts[fact.key] ?? "";
    const label = fact[locale];
    const options =
      choices[fact.key] ??
      (fact.list &&
        offered([...fact.list], today, ...text.split(",")).map((one) => ({
          value: one.code,
          label: one[locale],
        })));
    if (fact.kind === "yesNo")
      return (
        <ChipGroup
          key={fact.key}
          name={fact.key}
          label={label}
          kind="radio"
          columns={3}
          defaultValue={text}
          options={(["yes", "no", ""] as const).map((value) => ({
            value,
            label: t(`answer.${value || "unset"}`),
          }))}
        />
      );
    if (fact.kind === "choices")
      return (
        <div key={fact.key}>
          {/* Sent also when nothing is ticked. */}
          <input type="hidden" name={`${fact.key}[]`} value="" />
          <ChipGroup
            name={fact.key}
            label={label}
            kind="checkbox"
            columns={3}
            defaultValue={text.split(",")}
            options={options ?? []}
          />
        </div>
      );
    return (
      <Field key={fact.key} name={fact.key} label={label} optional>
        {options ? (
          <Select defaultValue={text} options={options} empty={t("answer.unset")} />
        ) : fact.kind === "day" ? (
          <DateInput today={today} defaultValue={text} />
        ) : fact.kind === "text" && (fact.most ?? LONG * 2) > LONG ? (
          <Textarea rows={2} defaultValue={text} maxLength={fact.most ?? 200} />
        ) : (
          <TextInput
            defaultValue={text}
            autoComplete="off"
            inputMode={MODES[fact.kind]}
            maxLength={fact.kind === "text" ? fact.most : 20}
            unit={fact.unit?.[locale]}
          />
        )}
      </Field>
    );
  });
}

const MODES: Partial<Record<FactField["kind"], "numeric" | "decimal" | "tel">> = {
  phone: "tel",
  count: "numeric",
  year: "numeric",
  hundredths: "decimal",
  money: "decimal",
};
