/** Somebody leaves a household: dead, married out, moved away. A head passes the file on first. */

import { getLocale, getTranslations } from "next-intl/server";
import { householdHref } from "#components/households/household-tabs.tsx";
import { GateNotice } from "#components/registry/gate-notice.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { leadingOn } from "#lib/base/outcome.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { codeName, RELATIONS } from "#lib/domains/households/codes.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { OUT_REASONS } from "#lib/domains/lives/life.ts";
import { rollToday } from "#lib/domains/lives/queries/roll.ts";
import { registryGate } from "#lib/domains/registry-years/queries/years.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveMemberOut, sendMemberOut } from "../../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("lives");
  return { title: `${(await getTranslations("households"))("title")} · ${t("deed.MEMBER_OUT")}` };
}

export default page({
  route: "/households/[id]/members/out",
  load: async (scope, { params }) => {
    const household = await getHousehold(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", household.divisionId)) throw refused();
    return {
      household,
      gate: await registryGate(scope, { place: household.divisionId }),
      roll: await rollToday(scope, { household: household.id }),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ household, gate, roll }, { today }) => {
    const t = await getTranslations("lives");
    const households = await getTranslations("households");
    const common = await getTranslations("common");
    const locale = await getLocale();
    const base = householdHref(household.id);
    const back = `${base}/life`;
    const head = roll.find(({ relation }) => relation === "HEAD");
    const others = roll.filter((one) => one !== head);
    return (
      <>
        <PageHead
          title={t("outTitle", { name: household.headName })}
          back={{ href: back, label: t("titleOf", { name: household.headName }) }}
          note={households("ofYear", { year: String(household.openYear) })}
        />
        <div className="grid gap-4">
          <GateNotice gate={gate} what="freeze" />
          <Notice
            action={
              <LinkButton size="small" href={`${base}/${others.length > 0 ? "members/head" : "dissolve"}`}>
                {t(others.length > 0 ? "deed.HEAD" : "deed.DISSOLVE")}
              </LinkButton>
            }
          >
            {t(others.length > 0 ? "headFirst" : "lastOne", { name: head?.name ?? household.headName })}
          </Notice>
          {others.length > 0 ? (
            <Card>
              <Form
                action={leadingOn(gate.frozen, sendMemberOut, saveMemberOut)}
                className="grid max-w-xl gap-4"
              >
                <input type="hidden" name="householdId" value={household.id} />
                <Field name="personId" label={t("who")} required>
                  <Select
                    options={others.map((one) => ({
                      value: one.personId,
                      label: t("named", {
                        name: one.name,
                        relation: codeName(RELATIONS, one.relation, locale) ?? one.relation,
                      }),
                    }))}
                    empty={common("choose")}
                    width="medium"
                  />
                </Field>
                <Field name="reason" label={t("why")} hint={t("outHint")} required>
                  <Select
                    options={OUT_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
                    empty={common("choose")}
                    width="medium"
                  />
                </Field>
                <Field name="on" label={t("on")} required>
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
          ) : null}
        </div>
      </>
    );
  },
});
