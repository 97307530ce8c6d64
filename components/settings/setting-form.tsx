/** One setting: a new value, for whom, and from which day; it asks for a look first. */

import { getTranslations } from "next-intl/server";
import { AskForm } from "#components/ui/ask-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { addDays } from "#lib/base/calendar.ts";
import type { ProblemView } from "#lib/base/outcome.ts";
import type { DatedValue } from "#lib/domains/settings/queries.ts";
import { isRoles, type SettingKey, settingOf, type Value } from "#lib/domains/settings/setting.ts";
import { RoleBoxes } from "./role-boxes.tsx";

type Props = {
  setting: SettingKey;
  values: DatedValue[];
  counties: { id: number; name: string }[];
  today: string;
  /** What was typed before, and what was wrong with it. */
  typed: URLSearchParams;
  problem: ProblemView | null;
};

export async function SettingForm({ setting, values, counties, today, typed, problem }: Props) {
  const t = await getTranslations("settings");
  const declared = settingOf(setting);
  const now = values.find((one) => one.key === setting && one.unitId === null && one.fromOn <= today)?.value;
  const value: Value = now === undefined ? declared.usual : now;
  const part = (name: string) =>
    typed.get(name) ?? (typeof value === "object" && !isRoles(value) ? String(value?.[name] ?? "") : "");
  return (
    <Card
      title={t("change", { name: t(`name.${setting}`) })}
      note={`${t("preview")} ${t(`source.${setting}`)}`}
    >
      <AskForm path="/admin/settings" problem={problem} className="grid max-w-xl gap-4">
        <input type="hidden" name="edit" value={setting} />
        {declared.kind === "roles" ? (
          <RoleBoxes
            label={t("field.roles")}
            roles={declared.parts}
            ticked={
              typed.has("fromOn")
                ? declared.parts.filter((role) => typed.get(role) === "yes")
                : isRoles(value)
                  ? value.roles
                  : []
            }
          />
        ) : declared.kind === "choice" ? (
          <Field name="value" label={t("field.value")}>
            <Select
              options={declared.choices.map((one) => ({ value: one, label: t(`choice.${one as "yes"}`) }))}
              defaultValue={typed.get("value") ?? String(value)}
              width="medium"
            />
          </Field>
        ) : declared.kind === "numbers" ? (
          declared.parts.map((name) => (
            <Field key={name} name={name} label={t(`part.${name as "STAFF"}`)}>
              <TextInput defaultValue={part(name)} inputMode="numeric" width="short" />
            </Field>
          ))
        ) : (
          <Field
            name="value"
            label={t("field.value")}
            hint={t(`hint.${"unit" in declared && declared.unit ? declared.unit : declared.kind}`)}
          >
            <TextInput
              defaultValue={typed.get("value") ?? (typeof value === "object" ? "" : String(value))}
              width="medium"
              maxLength={40}
            />
          </Field>
        )}
        {declared.perCounty ? (
          <Field name="unit" label={t("field.unit")}>
            <Select
              options={counties.map(({ id, name }) => ({ value: String(id), label: name }))}
              empty={t("whole")}
              defaultValue={typed.get("unit") ?? ""}
              width="medium"
            />
          </Field>
        ) : null}
        <Field name="fromOn" label={t("field.fromOn")} hint={t("fromHint")} required>
          <DateInput today={today} defaultValue={typed.get("fromOn") ?? addDays(today, 1)} min={today} />
        </Field>
        <div className="flex gap-2">
          <SubmitButton name="look" value="1">
            {t("look.button")}
          </SubmitButton>
          <LinkButton kind="quiet" href="/admin/settings">
            {t("cancel")}
          </LinkButton>
        </div>
      </AskForm>
    </Card>
  );
}
