/** What an application asks, by kind: only what that kind needs. */

import { getLocale, getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, Textarea, TextInput } from "#components/ui/inputs.tsx";
import {
  HOUSEHOLD_ATTRIBUTES,
  IDENTIFICATION_STANDARDS,
  POVERTY_CAUSES,
} from "#lib/domains/households/codes.ts";
import { type Application, type Kind, RISKS, typesFor } from "#lib/domains/procedures/procedure.ts";

type Props = { kind: Kind; status: string; today: string; was?: Application };

export async function ApplicationFields({ kind, status, today, was }: Props) {
  const t = await getTranslations("procedures");
  return (
    <>
      <Field name="appliedOn" label={t("case.appliedOn")} required>
        <DateInput today={today} max={today} defaultValue={was?.appliedOn ?? today} />
      </Field>
      <Field name="reason" label={t("case.reason")} required>
        <Textarea rows={3} maxLength={500} defaultValue={was?.reason} />
      </Field>
      {kind === "IDENTIFICATION" ? <IdentificationFields was={was} /> : null}
      {kind === "MONITORING" ? (
        <>
          <ChipGroup
            name="type"
            label={t("case.type")}
            kind="radio"
            required
            defaultValue={was?.type}
            options={typesFor(status).map((type) => ({ value: type, label: t(`type.${type}`) }))}
          />
          <ChipGroup
            name="risks"
            label={t("case.risks")}
            kind="checkbox"
            required
            defaultValue={was?.risks}
            options={RISKS.map((risk) => ({ value: risk, label: t(`risk.${risk}`) }))}
          />
          <Field name="authorizedOn" label={t("case.authorizedOn")} required>
            <DateInput today={today} max={today} defaultValue={was?.authorizedOn} />
          </Field>
        </>
      ) : null}
      {kind === "RISK_ELIMINATION" ? (
        <ChipGroup
          name="endedHow"
          label={t("case.endedHow")}
          kind="radio"
          required
          defaultValue={was?.endedHow}
          options={(["ELIMINATED", "NATURAL"] as const).map((how) => ({
            value: how,
            label: t(`ended.${how}`),
          }))}
        />
      ) : null}
      {kind === "VILLAGE_EXIT" || kind === "COUNTY_EXIT" ? <UnitFields kind={kind} was={was} /> : null}
    </>
  );
}

async function IdentificationFields({ was }: Pick<Props, "was">) {
  const t = await getTranslations("procedures");
  const locale = (await getLocale()) as "zh-CN" | "en";
  const lists = [
    { name: "attribute", list: HOUSEHOLD_ATTRIBUTES, value: was?.attribute },
    { name: "mainCause", list: POVERTY_CAUSES, value: was?.mainCause },
    { name: "standard", list: IDENTIFICATION_STANDARDS, value: was?.standard },
  ] as const;
  return lists.map(({ name, list, value }) => (
    <Field key={name} name={name} label={t(`case.${name}`)} required>
      <Select
        width="medium"
        empty=""
        defaultValue={value ?? ""}
        options={list.map((code) => ({ value: code.code, label: code[locale] }))}
      />
    </Field>
  ));
}

async function UnitFields({ kind, was }: Pick<Props, "kind" | "was">) {
  const t = await getTranslations("procedures");
  const percent = (bp?: number) => (bp === undefined ? undefined : String(bp / 100));
  const shares = [
    { name: "missed", value: percent(was?.missedBp) },
    { name: "wrong", value: percent(was?.wrongBp) },
    { name: "accepted", value: percent(was?.acceptedBp) },
  ] as const;
  return (
    <>
      <Field name="population" label={t("case.population")} required>
        <TextInput width="short" inputMode="numeric" autoComplete="off" defaultValue={was?.population} />
      </Field>
      {kind === "COUNTY_EXIT"
        ? shares.map(({ name, value }) => (
            <Field key={name} name={name} label={t(`case.${name}`)} required>
              <TextInput
                width="short"
                unit={t("unit.percent")}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={value}
              />
            </Field>
          ))
        : null}
    </>
  );
}
