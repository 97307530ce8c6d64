/** Names the department in charge beside the Party line; those registered here are proposed while one types. */

import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { OrgView } from "#lib/domains/party-orgs/queries/org.ts";

type Props = { org: OrgView; departments: readonly string[]; save: FormAction<{ id: number }> };

export function DepartmentForm({ org, departments, save }: Props) {
  const t = useTranslations("party-orgs");
  const now = org.affiliations.find(({ toOn }) => toOn === null);
  return (
    <div className="grid max-w-2xl gap-4">
      <Notice>{t("department.say")}</Notice>
      <Form action={save} id="department" className="grid gap-4">
        <input type="hidden" name="id" value={org.id} />
        <Field name="supervisingDept" label={t("department.name")} hint={t("department.hint")} required>
          <TextInput
            defaultValue={now?.supervisingOrgName ?? now?.supervisingDept ?? ""}
            list="departments"
            maxLength={60}
            autoComplete="off"
          />
        </Field>
        <datalist id="departments">
          {departments.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <div>
          <SubmitButton>{t("describe.save")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
