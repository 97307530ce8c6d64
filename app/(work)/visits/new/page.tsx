/** Records a visit: the household first if the address names none, then one screen. */

import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { HeardFields } from "#components/needs/heard-fields.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { HouseholdPicker } from "#components/visits/household-picker.tsx";
import { VisitForm } from "#components/visits/visit-form.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { doorFacts } from "#lib/domains/households/queries/door-facts.ts";
import { needCategories } from "#lib/domains/needs/categories.ts";
import { householdsToVisit, householdToVisit } from "#lib/domains/visits/queries/visit-form.ts";
import { page } from "#lib/platform/page.ts";
import { saveVisit } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("record") };
}

export default page({
  route: "/visits/new",
  load: async (scope, { search }) => {
    const params = toParams(search);
    const household = params.get("household");
    if (household)
      return {
        ...{ household: await householdToVisit(scope, { household }), choices: [], q: "" },
        family: await doorFacts(scope, { id: household }),
        categories: await needCategories(scope.sql),
      };
    const q = params.get("q")?.trim().slice(0, 40) ?? "";
    return {
      household: null,
      family: undefined,
      choices: await householdsToVisit(scope, { q }),
      q,
      categories: [],
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ household, family, choices, q, categories }, { today }) => {
    const t = await getTranslations("visits");
    if (!household)
      return (
        <>
          <PageHead title={t("record")} back={{ href: "/today", label: t("today") }} />
          <HouseholdPicker q={q} choices={choices} today={today} />
        </>
      );
    return (
      <>
        <PageHead
          title={t("form.title", { name: household.headName })}
          back={{ href: `/households/${household.id}`, label: t("of", { name: household.headName }) }}
          note={household.mine ? undefined : t("form.notMine")}
        />
        <VisitForm
          id={randomUUID()}
          household={household}
          today={today}
          save={saveVisit}
          family={family}
          need={<HeardFields id={randomUUID()} categories={categories} today={today} />}
        />
      </>
    );
  },
});
