/** Moves a household to another village from a day on. */

import { getTranslations } from "next-intl/server";
import { householdHref } from "#components/households/household-tabs.tsx";
import { OtherTownship, TownshipChooser } from "#components/households/township-choice.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { villages } from "#lib/domains/households/queries/villages.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveMove } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("households");
  return { title: `${t("title")} · ${t("move.open")}` };
}

export default page({
  route: "/households/[id]/move",
  load: async (scope, { params, search }) => {
    const household = await getHousehold(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", household.divisionId)) throw refused();
    const { place, rows, townships } = await villages(scope, {
      unit: toParams(search).get("u") ?? undefined,
    });
    return { household, place, townships, choices: rows.filter((one) => one.id !== household.divisionId) };
  },
  refused: () => <PermissionNote />,
  render: async ({ household, place, townships, choices }, { today }) => {
    const t = await getTranslations("households");
    const common = await getTranslations("common");
    const back = householdHref(household.id);
    return (
      <>
        <PageHead
          title={t("move.title", { name: household.headName })}
          back={{ href: back, label: t("of", { name: household.headName }) }}
          note={t("move.note", { place: household.place })}
        />
        {townships.length > 0 ? (
          <Card>
            <TownshipChooser path={`${back}/move`} townships={townships} />
          </Card>
        ) : (
          <Card>
            <OtherTownship path={`${back}/move`} place={place} />
            <Form action={saveMove} className="grid max-w-xl gap-4">
              <input type="hidden" name="id" value={household.id} />
              <Field name="toDivisionId" label={t("move.to")} required>
                <Select
                  options={choices.map((one) => ({
                    value: String(one.id),
                    label: one.name,
                    group: one.above,
                  }))}
                  empty={common("choose")}
                />
              </Field>
              <Field name="groupName" label={t("field.groupName")} optional>
                <TextInput maxLength={20} width="medium" />
              </Field>
              <Field name="on" label={t("move.on")} hint={t("move.onHint")} required>
                <DateInput today={today} defaultValue={today} max={today} />
              </Field>
              <div className="flex gap-2">
                <SubmitButton>{t("move.save")}</SubmitButton>
                <LinkButton kind="quiet" href={back}>
                  {common("back")}
                </LinkButton>
              </div>
            </Form>
          </Card>
        )}
      </>
    );
  },
});
