/** The head of a household passes to another member: first who, then from when and how everybody stands to the new one. */

import { getLocale, getTranslations } from "next-intl/server";
import { householdHref } from "#components/households/household-tabs.tsx";
import { RelationFields } from "#components/lives/relation-fields.tsx";
import { GateNotice } from "#components/registry/gate-notice.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { leadingOn } from "#lib/base/outcome.ts";
import { toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { codeName, RELATIONS } from "#lib/domains/households/codes.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { HEAD_REASONS, relationTo } from "#lib/domains/lives/life.ts";
import { rollToday } from "#lib/domains/lives/queries/roll.ts";
import { registryGate } from "#lib/domains/registry-years/queries/years.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveHead, sendHead } from "../../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("lives");
  return { title: `${(await getTranslations("households"))("title")} · ${t("deed.HEAD")}` };
}

export default page({
  route: "/households/[id]/members/head",
  load: async (scope, { params, search }) => {
    const household = await getHousehold(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", household.divisionId)) throw refused();
    const roll = await rollToday(scope, { household: household.id });
    const to = toParams(search).get("to");
    return {
      household,
      gate: await registryGate(scope, { place: household.divisionId }),
      roll,
      next: roll.find(({ personId, relation }) => personId === to && relation !== "HEAD"),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ household, gate, roll, next }, { today }) => {
    const t = await getTranslations("lives");
    const common = await getTranslations("common");
    const locale = await getLocale();
    const base = householdHref(household.id);
    const back = `${base}/life`;
    const others = roll.filter(({ relation }) => relation !== "HEAD");
    return (
      <>
        <PageHead
          title={next ? t("headTitle", { name: next.name }) : t("headWho", { name: household.headName })}
          back={
            next
              ? { href: `${base}/members/head`, label: t("headWho", { name: household.headName }) }
              : { href: back, label: t("titleOf", { name: household.headName }) }
          }
        />
        <div className="mb-4 empty:hidden">
          <GateNotice gate={gate} what="freeze" />
        </div>
        {next ? (
          <Card>
            <Form action={leadingOn(gate.frozen, sendHead, saveHead)} className="grid max-w-xl gap-4">
              <input type="hidden" name="householdId" value={household.id} />
              <input type="hidden" name="personId" value={next.personId} />
              <Field name="reason" label={t("why")} required>
                <Select
                  options={HEAD_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
                  empty={common("choose")}
                  width="medium"
                />
              </Field>
              <Field name="on" label={t("on")} required>
                <DateInput today={today} defaultValue={today} max={today} />
              </Field>
              <RelationFields
                today={today}
                head={next.name}
                people={roll
                  .filter((one) => one !== next)
                  .map((one) => {
                    const proposed = relationTo(next.relation, one.relation);
                    return { ...one, proposed: proposed === "OTHER" ? null : proposed };
                  })}
              />
              <div className="flex gap-2">
                <SubmitButton>{common("save")}</SubmitButton>
                <LinkButton kind="quiet" href={back}>
                  {common("back")}
                </LinkButton>
              </div>
            </Form>
          </Card>
        ) : others.length === 0 ? (
          <EmptyState kind="never" title={t("nobodyElse")} />
        ) : (
          <RowList label={t("headWho", { name: household.headName })}>
            {others.map((one) => (
              <RowLink
                key={one.personId}
                href={`${base}/members/head?to=${one.personId}`}
                title={one.name}
                meta={codeName(RELATIONS, one.relation, locale)}
                detail={one.birthOn ?? undefined}
              />
            ))}
          </RowList>
        )}
      </>
    );
  },
});
