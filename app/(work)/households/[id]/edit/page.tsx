/** Corrects a few facts of the open year. */

import { getLocale, getTranslations } from "next-intl/server";
import { householdHref } from "#components/households/household-tabs.tsx";
import { Overwrite } from "#components/households/overwrite.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { type CodeList, HOUSING_GRADES, offered, POVERTY_CAUSES } from "#lib/domains/households/codes.ts";
import { factsOf } from "#lib/domains/households/facts.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveCorrection } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("households");
  return { title: `${t("title")} · ${t("edit.open")}` };
}

export default page({
  route: "/households/[id]/edit",
  load: async (scope, { params }) => {
    const household = await getHousehold(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", household.divisionId)) throw refused();
    return household;
  },
  refused: () => <PermissionNote />,
  render: async (household, { today }) => {
    const t = await getTranslations("households");
    const common = await getTranslations("common");
    const locale = await getLocale();
    const facts = factsOf(household);
    const options = (list: CodeList, stored: string) =>
      offered(list, today, stored).map((one) => ({ value: one.code, label: one[locale] }));
    const back = householdHref(household.id);
    return (
      <>
        <PageHead
          title={t("edit.title", { name: household.headName })}
          back={{ href: back, label: t("of", { name: household.headName }) }}
          note={t("edit.note", { year: String(household.openYear) })}
        />
        <Card>
          <Form action={saveCorrection} className="grid max-w-xl gap-4">
            <input type="hidden" name="id" value={household.id} />
            <input type="hidden" name="was" value={JSON.stringify(facts)} />
            <Field name="phone" label={t("field.phone")} optional>
              <TextInput
                defaultValue={facts.phone}
                inputMode="tel"
                autoComplete="off"
                maxLength={12}
                width="medium"
              />
            </Field>
            <Field name="groupName" label={t("field.groupName")} optional>
              <TextInput defaultValue={facts.groupName} maxLength={20} width="medium" />
            </Field>
            <Field name="mainCause" label={t("field.mainCause")}>
              <Select
                defaultValue={facts.mainCause}
                options={options(POVERTY_CAUSES, facts.mainCause)}
                empty={t("answer.unset")}
                width="medium"
              />
            </Field>
            <Field name="income" label={t("field.income")} hint={t("edit.incomeHint")} optional>
              <TextInput
                defaultValue={facts.income}
                inputMode="decimal"
                unit={t("edit.yuan")}
                width="medium"
              />
            </Field>
            <Field name="waterSafe" label={t("field.waterSafe")}>
              <Select
                defaultValue={facts.waterSafe}
                options={(["yes", "no"] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
                empty={t("answer.unset")}
                width="medium"
              />
            </Field>
            <Field name="housingGrade" label={t("field.housingGrade")}>
              <Select
                defaultValue={facts.housingGrade}
                options={options(HOUSING_GRADES, facts.housingGrade)}
                empty={t("answer.unset")}
                width="medium"
              />
            </Field>
            <Overwrite label={t("edit.overwrite")} />
            <div className="flex gap-2">
              <SubmitButton>{common("save")}</SubmitButton>
              <LinkButton kind="quiet" href={back}>
                {common("back")}
              </LinkButton>
            </div>
          </Form>
        </Card>
      </>
    );
  },
});
