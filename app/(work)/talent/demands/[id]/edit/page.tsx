/** Corrects a demand: its unit, post, kind, number and day. */
import { getTranslations } from "next-intl/server";
import { DemandForm } from "#components/talent/demand-form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { getDemand } from "#lib/domains/talent/queries/get-demand.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveCorrectedDemand } from "../../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("demands.correct") };
}

export default page({
  route: "/talent/demands/[id]/edit",
  load: async (scope, { params }) => {
    const demand = await getDemand(scope, { id: params.id ?? "" });
    if (!demand.mayKeep) throw refused();
    return demand;
  },
  refused: () => <PermissionNote />,
  render: async (demand, { today }) => {
    const t = await getTranslations("talent");
    return (
      <>
        <PageHead
          title={t("demands.correct")}
          back={{ href: `/talent/demands/${demand.id}`, label: demand.post }}
          note={t("form.at", { name: demand.place })}
        />
        <DemandForm
          hidden={{ id: demand.id, version: String(demand.version) }}
          written={demand}
          today={today}
          save={saveCorrectedDemand}
        />
      </>
    );
  },
});
