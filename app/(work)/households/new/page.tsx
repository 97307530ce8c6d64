/** A household comes into the registry with its head. */

import { getLocale, getTranslations } from "next-intl/server";
import { Overwrite } from "#components/households/overwrite.tsx";
import { OtherTownship, TownshipChooser } from "#components/households/township-choice.tsx";
import { AlikeHint } from "#components/lives/alike-hint.tsx";
import { GateNotice } from "#components/registry/gate-notice.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { leadingOn } from "#lib/base/outcome.ts";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import {
  type CodeList,
  HOUSEHOLD_ATTRIBUTES,
  HOUSEHOLD_STATUSES,
  offered,
  POVERTY_CAUSES,
} from "#lib/domains/households/codes.ts";
import { FIRST_STATUSES } from "#lib/domains/households/household.ts";
import { villages } from "#lib/domains/households/queries/villages.ts";
import { registryGate } from "#lib/domains/registry-years/queries/years.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveHousehold } from "../actions.ts";
import { sendRegister } from "../life-actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("households"))("register.title") };
}

export default page({
  route: "/households/new",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "household.edit")) throw refused();
    const found = await villages(scope, { unit: toParams(search).get("u") ?? undefined });
    return { ...found, gate: await registryGate(scope, { place: found.place.unit.id }) };
  },
  refused: () => <PermissionNote />,
  render: async ({ place, rows, townships, gate }, { today }) => {
    const t = await getTranslations("households");
    const lives = await getTranslations("lives");
    const common = await getTranslations("common");
    const locale = await getLocale();
    const options = (list: CodeList) =>
      offered(list, today).map((one) => ({ value: one.code, label: one[locale] }));
    const back = `/households?u=${place.unit.id}`;
    return (
      <>
        <PageHead
          title={t("register.title")}
          back={{ href: back, label: t("title") }}
          note={place.unit.name}
        />
        <div className="mb-4 empty:hidden">
          <GateNotice gate={gate} what="window" />
        </div>
        {townships.length > 0 ? (
          <Card>
            <TownshipChooser path="/households/new" townships={townships} />
          </Card>
        ) : (
          <Card>
            <OtherTownship path="/households/new" place={place} />
            <Form action={leadingOn(gate.open, saveHousehold, sendRegister)} className="grid max-w-xl gap-4">
              <Field name="divisionId" label={t("register.village")} required>
                <Select
                  options={rows.map((one) => ({ value: String(one.id), label: one.name, group: one.above }))}
                  empty={common("choose")}
                  defaultValue={rows.length === 1 ? String(rows[0]?.id) : ""}
                />
              </Field>
              <Field name="name" label={t("register.headName")} required>
                <TextInput maxLength={30} autoComplete="off" width="medium" />
              </Field>
              <Field name="idNo" label={t("member.idNo")} hint={t("register.idHint")} optional>
                <TextInput maxLength={30} autoComplete="off" width="medium" />
              </Field>
              <Field name="householdNo" label={t("column.number")} hint={t("register.numberHint")} optional>
                <TextInput maxLength={30} autoComplete="off" width="medium" />
              </Field>
              <Field name="groupName" label={t("field.groupName")} optional>
                <TextInput maxLength={20} width="medium" />
              </Field>
              <Field name="status" label={t("column.status")} required>
                <Select
                  options={options(
                    HOUSEHOLD_STATUSES.filter((one) => FIRST_STATUSES.some((code) => code === one.code)),
                  )}
                  empty={common("choose")}
                  width="medium"
                />
              </Field>
              <Field name="attribute" label={t("column.attribute")} optional>
                <Select options={options(HOUSEHOLD_ATTRIBUTES)} empty={t("answer.unset")} width="medium" />
              </Field>
              <Field name="mainCause" label={t("field.mainCause")} optional>
                <Select options={options(POVERTY_CAUSES)} empty={t("answer.unset")} width="medium" />
              </Field>
              <Field name="phone" label={t("field.phone")} optional>
                <TextInput inputMode="tel" autoComplete="off" maxLength={12} width="medium" />
              </Field>
              <AlikeHint
                words={{
                  same: lives("alike.warnSame"),
                  maybe: lives("alike.warnMaybe"),
                  typed: lives("alike.typed"),
                }}
              />
              <Overwrite label={t("register.overwrite")} />
              <div className="flex gap-2">
                <SubmitButton>{t("register.save")}</SubmitButton>
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
