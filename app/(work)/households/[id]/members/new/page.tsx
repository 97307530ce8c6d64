/** Somebody joins a household: born, married in, moved in, or missing in the roll until now. */

import { getLocale, getTranslations } from "next-intl/server";
import { householdHref } from "#components/households/household-tabs.tsx";
import { GateNotice } from "#components/registry/gate-notice.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { leadingOn } from "#lib/base/outcome.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { offered, RELATIONS, SEXES } from "#lib/domains/households/codes.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { IN_REASONS } from "#lib/domains/lives/life.ts";
import { registryGate } from "#lib/domains/registry-years/queries/years.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveMemberIn, sendMemberIn } from "../../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("lives");
  return { title: `${(await getTranslations("households"))("title")} · ${t("deed.MEMBER_IN")}` };
}

export default page({
  route: "/households/[id]/members/new",
  load: async (scope, { params }) => {
    const household = await getHousehold(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", household.divisionId)) throw refused();
    return { household, gate: await registryGate(scope, { place: household.divisionId }) };
  },
  refused: () => <PermissionNote />,
  render: async ({ household, gate }, { today }) => {
    const t = await getTranslations("lives");
    const households = await getTranslations("households");
    const common = await getTranslations("common");
    const locale = await getLocale();
    const back = `${householdHref(household.id)}/life`;
    const relations = offered(RELATIONS, today).filter((one) => one.code !== "HEAD");
    return (
      <>
        <PageHead
          title={t("inTitle", { name: household.headName })}
          back={{ href: back, label: t("titleOf", { name: household.headName }) }}
          note={households("ofYear", { year: String(household.openYear) })}
        />
        <div className="mb-4 empty:hidden">
          <GateNotice gate={gate} what="freeze" />
        </div>
        <Card>
          <Form action={leadingOn(gate.frozen, sendMemberIn, saveMemberIn)} className="grid max-w-xl gap-4">
            <input type="hidden" name="householdId" value={household.id} />
            <Field name="reason" label={t("why")} required>
              <Select
                options={IN_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
                empty={common("choose")}
                width="medium"
              />
            </Field>
            <Field name="on" label={t("on")} hint={t("inOnHint")}>
              <DateInput today={today} max={today} />
            </Field>
            <Field name="name" label={households("member.name")} required>
              <TextInput maxLength={30} autoComplete="off" width="medium" />
            </Field>
            <Field name="relation" label={households("member.relation")} required>
              <Select
                options={relations.map((one) => ({ value: one.code, label: one[locale] }))}
                empty={common("choose")}
                width="medium"
              />
            </Field>
            <Field name="idNo" label={households("member.idNo")} hint={t("idHint")} optional>
              <TextInput maxLength={30} autoComplete="off" width="medium" />
            </Field>
            <Field name="sex" label={households("member.sex")} optional>
              <Select
                options={SEXES.map((one) => ({ value: one.code, label: one[locale] }))}
                empty={households("answer.unset")}
                width="medium"
              />
            </Field>
            <Field name="birthOn" label={households("member.birthOn")} hint={t("birthHint")} optional>
              <DateInput today={today} max={today} />
            </Field>
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
