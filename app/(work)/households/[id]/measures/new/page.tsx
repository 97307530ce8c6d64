/** Records a measure for a household. */

import { getTranslations } from "next-intl/server";
import { householdHref } from "#components/households/household-tabs.tsx";
import { MeasureForm } from "#components/measures/measure-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { FIRST_YEAR } from "#lib/domains/measures/measure.ts";
import { measuresOfHousehold } from "#lib/domains/measures/queries/list-measures.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveMeasure } from "../../../../measures/actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("measures");
  return { title: t("record") };
}

export default page({
  route: "/households/[id]/measures/new",
  load: async (scope, { params }) => {
    const household = await getHousehold(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", household.divisionId)) throw refused();
    const { categories } = await measuresOfHousehold(scope, { household: household.id });
    return { household, categories };
  },
  refused: () => <PermissionNote />,
  render: async ({ household, categories }, { today }) => {
    const t = await getTranslations("measures");
    const households = await getTranslations("households");
    const back = householdHref(household.id, "measures");
    const { openYear } = household;
    return (
      <>
        <PageHead
          title={t("record")}
          back={{ href: back, label: households("of", { name: household.headName }) }}
          note={[household.township, household.place].filter(Boolean).join(" ")}
        />
        <Card>
          <MeasureForm
            hidden={{ householdId: household.id }}
            measure={null}
            years={Array.from({ length: openYear - FIRST_YEAR + 1 }, (_, nth) => openYear - nth)}
            categories={categories}
            today={today}
            back={back}
            save={saveMeasure}
          />
        </Card>
      </>
    );
  },
});
