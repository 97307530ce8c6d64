/** A new account: choose the unit, fill in who it is and which role, hand over the one-time code. */

import { getTranslations } from "next-intl/server";
import { CodeAnswer } from "#components/accounts/code-answer.tsx";
import { PersonChoice } from "#components/accounts/person-choice.tsx";
import { PersonSearch } from "#components/accounts/person-search.tsx";
import { RoleFields } from "#components/accounts/role-fields.tsx";
import { RolePreview } from "#components/accounts/role-preview.tsx";
import { UnitPicker } from "#components/accounts/unit-picker.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { choosePlace } from "#lib/domains/accounts/queries/choose-place.ts";
import { findPeople } from "#lib/domains/accounts/queries/find-people.ts";
import { previewRoles } from "#lib/domains/accounts/queries/preview-roles.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { page } from "#lib/platform/page.ts";
import { createAccount } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("accounts"))("create.title") };
}

export default page({
  route: "/admin/accounts/new",
  load: async (scope, { search }) => {
    const params = toParams(search);
    const place = await choosePlace(scope, { unit: params.get("u") ?? undefined });
    const q = (params.get("q") ?? "").trim().slice(0, 40);
    return {
      place,
      q,
      found: await findPeople(scope, { q }),
      roles: await previewRoles(scope, { unit: place.now.id }),
      mayGive: may(scope.viewer, "account.grant", place.now.id),
      mayMake: may(scope.viewer, "household.view", place.now.id),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ place, q, found, roles, mayGive, mayMake }, { today }) => {
    const t = await getTranslations("accounts");
    return (
      <>
        <PageHead title={t("create.title")} back={{ href: "/admin/accounts", label: t("title") }} />
        <div className="grid max-w-3xl gap-4">
          <Card>
            <UnitPicker path="/admin/accounts/new" {...place} />
          </Card>
          <Card>
            <PersonSearch path="/admin/accounts/new" q={q} keep={{ u: String(place.now.id) }} />
          </Card>
          <Card>
            <Form action={createAccount}>
              <CodeAnswer
                words={{
                  title: t("code.title"),
                  note: t("code.note"),
                  forWhom: t("code.forWhom"),
                  code: t("code.code"),
                  valid: t("code.days"),
                  open: t("code.open"),
                }}
              >
                <div className="grid gap-4">
                  <input type="hidden" name="divisionId" value={place.now.id} />
                  <PersonChoice q={q} found={found} mayMake={mayMake} />
                  <Field name="name" label={t("name")} hint={t("create.nameHint")}>
                    <TextInput maxLength={40} width="medium" autoComplete="off" />
                  </Field>
                  <Field name="username" label={t("username")} hint={t("create.usernameHint")} required>
                    <TextInput
                      maxLength={40}
                      width="medium"
                      autoComplete="off"
                      autoCapitalize="none"
                      spellCheck={false}
                    />
                  </Field>
                  {place.roles.length > 0 ? (
                    <>
                      <RoleFields roles={place.roles} today={today} />
                      <RolePreview place={place.now.name} roles={roles} />
                    </>
                  ) : (
                    <Notice>{t(mayGive ? "create.roleNone" : "create.roleLater")}</Notice>
                  )}
                  <div>
                    <SubmitButton pending={t("create.saving")}>{t("create.save")}</SubmitButton>
                  </div>
                </div>
              </CodeAnswer>
            </Form>
          </Card>
        </div>
      </>
    );
  },
});
