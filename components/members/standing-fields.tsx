/** What a roster says of a member: the same fields enroll and correct. */
import { getLocale, getTranslations } from "next-intl/server";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { type CodeList, EDUCATIONS, MEMBER_GROUPS, offered } from "#lib/domains/households/codes.ts";

type Standing = {
  joinedOn: string;
  fullOn: string | null;
  memberGroup: string;
  education: string | null;
  partyPost: string | null;
  duty: string | null;
};
type Props = { now: Standing | null; today: string };

export async function StandingFields({ now, today }: Props) {
  const t = await getTranslations("members");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const options = (list: CodeList, stored: string | null) =>
    offered(list, today, stored).map((one) => ({ value: one.code, label: one[locale] }));
  return (
    <div className="grid gap-4 pad:grid-cols-2">
      <Field name="joinedOn" label={t("form.joinedOn")} hint={t("form.joinedHint")} required>
        <DateInput today={today} max={today} defaultValue={now?.joinedOn} />
      </Field>
      <Field name="fullOn" label={t("form.fullOn")} hint={t("form.fullHint")} optional>
        <DateInput today={today} max={today} defaultValue={now?.fullOn ?? undefined} />
      </Field>
      <Field name="memberGroup" label={t("form.group")} required>
        <Select
          empty={t("form.choose")}
          defaultValue={now?.memberGroup}
          options={options(MEMBER_GROUPS, now?.memberGroup ?? null)}
        />
      </Field>
      <Field name="education" label={t("form.education")} optional>
        <Select
          empty={t("form.choose")}
          defaultValue={now?.education ?? undefined}
          options={options(EDUCATIONS, now?.education ?? null)}
        />
      </Field>
      <Field name="partyPost" label={t("form.partyPost")} hint={t("form.partyPostHint")} optional>
        <TextInput defaultValue={now?.partyPost ?? undefined} maxLength={40} autoComplete="off" />
      </Field>
      <Field name="duty" label={t("form.duty")} hint={t("form.dutyHint")} optional>
        <TextInput defaultValue={now?.duty ?? undefined} maxLength={60} autoComplete="off" />
      </Field>
    </div>
  );
}
