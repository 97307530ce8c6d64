/** Corrects the facts of one section of the open year: basics, living, production or relocation. */

import { getTranslations } from "next-intl/server";
import { FactFields } from "#components/facts/fact-fields.tsx";
import { type HouseholdTab, householdHref } from "#components/households/household-tabs.tsx";
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
import { factsIn, SECTIONS, type Section } from "#lib/domains/households/fact-columns.ts";
import { householdFacts } from "#lib/domains/households/queries/household-facts.ts";
import { relocationSites } from "#lib/domains/households/queries/relocation-sites.ts";
import { registryGate } from "#lib/domains/registry-years/queries/years.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveCorrection } from "../../actions.ts";
import { sendCorrection } from "../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("households");
  return { title: `${t("title")} · ${t("edit.open")}` };
}

const TAB: Record<Section, HouseholdTab> = {
  basics: "overview",
  living: "living",
  production: "production",
  relocation: "production",
};

export default page({
  route: "/households/[id]/edit",
  load: async (scope, { params, search }) => {
    const facts = await householdFacts(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", facts.divisionId)) throw refused();
    const section = SECTIONS.find((one) => one === search.section) ?? "basics";
    return {
      ...{ facts, section },
      gate: await registryGate(scope, { place: facts.divisionId }),
      sites: section === "relocation" ? await relocationSites(scope, {}) : [],
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ facts, section, gate, sites }, { today }) => {
    const t = await getTranslations("households");
    const f = await getTranslations("facts");
    const common = await getTranslations("common");
    const fields = factsIn(section);
    const was = Object.fromEntries(fields.map(({ key }) => [key, facts.texts[key] ?? ""]));
    const back = householdHref(facts.id, TAB[section]);
    return (
      <>
        <PageHead
          title={t("edit.title", { name: facts.headName })}
          back={{ href: back, label: t("of", { name: facts.headName }) }}
          note={t("edit.note", { year: String(facts.openYear) })}
        />
        <Tabs
          label={f("sections")}
          items={SECTIONS.map((one) => ({
            href: `/households/${facts.id}/edit?section=${one}`,
            label: f(`section.${one}`),
            current: one === section,
          }))}
        />
        <div className="mb-4 empty:hidden">
          <GateNotice gate={gate} what="freeze" />
        </div>
        <Card>
          <Form
            key={section}
            action={leadingOn(gate.frozen, sendCorrection, saveCorrection)}
            className="grid max-w-4xl gap-4 pad:grid-cols-2"
          >
            <input type="hidden" name="id" value={facts.id} />
            <input type="hidden" name="was" value={JSON.stringify(was)} />
            <FactFields
              facts={fields}
              texts={facts.texts}
              today={today}
              choices={{
                siteId: sites.map((site) => ({ value: site.id, label: site.name, group: site.place })),
              }}
            />
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
      </>
    );
  },
});
