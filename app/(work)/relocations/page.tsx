/** The settlements of relocation: how many families moved in, how many were found living there; and a new one. */

import { getTranslations } from "next-intl/server";
import { OtherTownship, TownshipChooser } from "#components/households/township-choice.tsx";
import { SiteTable } from "#components/relocations/site-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { relocationSites } from "#lib/domains/households/queries/relocation-sites.ts";
import { villages } from "#lib/domains/households/queries/villages.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveSite } from "./actions.ts";

const PATH = "/relocations";

export async function generateMetadata() {
  return { title: (await getTranslations("relocations"))("title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "household.view")) throw refused();
    const mayOpen = mayAnywhere(scope.viewer, "household.edit");
    return {
      sites: await relocationSites(scope, {}),
      choice: mayOpen ? await villages(scope, { unit: toParams(search).get("u") ?? undefined }) : null,
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ sites, choice }) => {
    const t = await getTranslations("relocations");
    const households = await getTranslations("households");
    const common = await getTranslations("common");
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("lead")}
          back={{ href: "/households", label: households("title") }}
        />
        <div className="grid gap-4">
          <Card flush title={t("sites")}>
            <SiteTable sites={sites} />
          </Card>
          {choice ? (
            <Card title={t("open")}>
              {choice.townships.length > 0 ? (
                <TownshipChooser path={PATH} townships={choice.townships} />
              ) : (
                <>
                  <OtherTownship path={PATH} place={choice.place} />
                  <Form action={saveSite} className="grid max-w-xl gap-4">
                    <Field name="divisionId" label={t("place")} required>
                      <Select
                        options={choice.rows.map((one) => ({
                          ...{ value: String(one.id), label: one.name },
                          group: one.above,
                        }))}
                        empty={common("choose")}
                      />
                    </Field>
                    <Field name="name" label={t("name")} required>
                      <TextInput maxLength={60} autoComplete="off" />
                    </Field>
                    <Field name="capacity" label={t("capacity")} optional>
                      <TextInput inputMode="numeric" maxLength={6} width="short" unit={t("households")} />
                    </Field>
                    <div>
                      <SubmitButton>{t("saveSite")}</SubmitButton>
                    </div>
                  </Form>
                </>
              )}
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});
