/** Who somebody is, where the roster is the place that keeps it. */
import { getLocale, getTranslations } from "next-intl/server";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { ETHNICITIES } from "#lib/domains/households/codes.ts";

type Person = {
  name: string;
  sex: "M" | "F" | null;
  birthOn: string | null;
  ethnicity: string | null;
  /** Masked; a whole number is never put into a page. */
  phone: string | null;
};
type Props = {
  now: Person | null;
  today: string;
  /** A new person may bring an ID number. */
  withIdNo?: boolean;
  hasIdNo?: boolean;
};

export async function PersonFields({ now, today, withIdNo, hasIdNo }: Props) {
  const t = await getTranslations("members");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  return (
    <div className="grid gap-4 pad:grid-cols-2">
      <Field name="name" label={t("form.name")}>
        <TextInput defaultValue={now?.name} maxLength={30} autoComplete="off" />
      </Field>
      {withIdNo ? (
        <Field name="idNo" label={t("form.idNo")} hint={t("form.idNoHint")} optional>
          <TextInput maxLength={20} autoComplete="off" />
        </Field>
      ) : null}
      <Field name="sex" label={t("form.sex")} hint={hasIdNo ? t("form.idKeeps") : undefined} optional>
        <Select
          empty={t("form.choose")}
          defaultValue={now?.sex ?? undefined}
          options={(["M", "F"] as const).map((one) => ({ value: one, label: t(`sex.${one}`) }))}
        />
      </Field>
      <Field name="birthOn" label={t("form.birthOn")} optional>
        <DateInput today={today} max={today} defaultValue={now?.birthOn ?? undefined} />
      </Field>
      <Field name="ethnicity" label={t("form.ethnicity")} optional>
        <Select
          empty={t("form.choose")}
          defaultValue={now?.ethnicity ?? undefined}
          options={ETHNICITIES.map((one) => ({ value: one.code, label: one[locale] }))}
        />
      </Field>
      <Field
        name="phone"
        label={t("form.phone")}
        hint={now?.phone ? t("form.phoneKept", { phone: now.phone }) : undefined}
        optional
      >
        <TextInput inputMode="tel" maxLength={12} autoComplete="off" />
      </Field>
    </div>
  );
}
