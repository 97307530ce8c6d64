/** Puts a measure right. */

import { getTranslations } from "next-intl/server";
import { MeasureForm } from "#components/measures/measure-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { FIRST_YEAR } from "#lib/domains/measures/measure.ts";
import { getMeasure } from "#lib/domains/measures/queries/list-measures.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveMeasureCorrection } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("measures");
  return { title: `${t("one")} · ${t("correct")}` };
}

export default page({
  route: "/measures/[id]/edit",
  load: async (scope, { params }) => {
    const found = await getMeasure(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "household.edit", found.measure.divisionId)) throw refused();
    return found;
  },
  refused: () => <PermissionNote />,
  render: async ({ measure, categories }, { today }) => {
    const t = await getTranslations("measures");
    const own = `/measures/${measure.id}`;
    const last = Math.max(Number(today.slice(0, 4)), measure.year);
    return (
      <>
        <PageHead title={t("correct")} back={{ href: own, label: measure.project }} note={measure.headName} />
        <Card>
          <MeasureForm
            hidden={{ id: measure.id, version: String(measure.version) }}
            measure={measure}
            years={Array.from({ length: last - FIRST_YEAR + 1 }, (_, nth) => last - nth)}
            categories={categories}
            today={today}
            back={own}
            save={saveMeasureCorrection}
          />
        </Card>
      </>
    );
  },
});
