/** A role and its term: what the viewer may give at the chosen unit, from when, until when. */

import { getTranslations } from "next-intl/server";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Role } from "#lib/domains/accounts/roles.ts";

type Props = { roles: readonly Role[]; today: string };

export async function RoleFields({ roles, today }: Props) {
  const t = await getTranslations("accounts");
  if (roles.length === 0) return <Notice tone="watch">{t("create.roleNone")}</Notice>;
  return (
    <>
      <Field name="role" label={t("create.role")} required>
        <Select
          width="medium"
          empty={t("create.chooseRole")}
          options={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
        />
      </Field>
      <Field name="fromOn" label={t("create.from")} optional>
        <DateInput today={today} />
      </Field>
      <Field name="toOn" label={t("create.to")} hint={t("create.toHint")} optional>
        <DateInput today={today} />
      </Field>
    </>
  );
}
