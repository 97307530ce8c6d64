/** The yearly facts of one member: schooling, health, work, insurance; without a member chosen, whose. */

import { getTranslations } from "next-intl/server";
import { FactFields } from "#components/facts/fact-fields.tsx";
import { householdHref } from "#components/households/household-tabs.tsx";
import { Overwrite } from "#components/households/overwrite.tsx";
import { GateNotice } from "#components/registry/gate-notice.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { leadingOn } from "#lib/base/outcome.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { MEMBER_FACTS } from "#lib/domains/households/member-columns.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { householdMembers } from "#lib/domains/households/queries/household-parts.ts";
import { memberFacts } from "#lib/domains/households/queries/member-facts.ts";
import { registryGate } from "#lib/domains/registry-years/queries/years.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveMemberFacts } from "../../../actions.ts";
import { sendMemberFacts } from "../../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("households");
  return { title: `${t("title")} · ${t("memberFacts.open")}` };
}

export default page({
  route: "/households/[id]/members/edit",
  load: async (scope, { params, search }) => {
    const household = await getHousehold(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", household.divisionId)) throw refused();
    const members = await householdMembers(scope, { id: household.id });
    const asked = typeof search.person === "string" ? search.person : members[0]?.personId;
    const facts = asked ? await memberFacts(scope, { householdId: household.id, personId: asked }) : null;
    const gate = await registryGate(scope, { place: household.divisionId });
    return { household, members, facts, gate };
  },
  refused: () => <PermissionNote />,
  render: async ({ household, members, facts, gate }, { today }) => {
    const t = await getTranslations("households");
    const common = await getTranslations("common");
    const back = householdHref(household.id, "members");
    return (
      <>
        <PageHead
          title={t("memberFacts.title", { name: household.headName })}
          back={{ href: back, label: t("of", { name: household.headName }) }}
          note={t("edit.note", { year: String(household.openYear) })}
        />
        <Tabs
          label={t("tabs.members")}
          items={members.map((member) => ({
            href: `/households/${household.id}/members/edit?person=${member.personId}`,
            label: member.name,
            current: member.personId === facts?.personId,
          }))}
        />
        <div className="mb-4 empty:hidden">
          <GateNotice gate={gate} what="freeze" />
        </div>
        {facts ? (
          <Card title={t("memberFacts.one", { name: facts.name })}>
            <Form
              key={facts.personId}
              action={leadingOn(gate.frozen, sendMemberFacts, saveMemberFacts)}
              className="grid max-w-4xl gap-4 pad:grid-cols-2"
            >
              <input type="hidden" name="householdId" value={household.id} />
              <input type="hidden" name="personId" value={facts.personId} />
              <input type="hidden" name="was" value={JSON.stringify(facts.texts)} />
              <FactFields facts={MEMBER_FACTS} texts={facts.texts} today={today} />
              <div className="grid gap-3 pad:col-span-full">
                <Overwrite label={t("edit.overwrite")} />
                <div className="flex gap-2">
                  <SubmitButton>{common("save")}</SubmitButton>
                  <LinkButton kind="quiet" href={back}>
                    {common("back")}
                  </LinkButton>
                </div>
              </div>
            </Form>
          </Card>
        ) : (
          <Card>{t("noMembers")}</Card>
        )}
      </>
    );
  },
});
