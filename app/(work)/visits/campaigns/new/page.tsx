/** Calls for every household of a unit to be visited once. */
import { getTranslations } from "next-intl/server";
import { CampaignForm } from "#components/campaigns/campaign-form.tsx";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { campaignForm } from "#lib/domains/campaigns/queries/campaigns.ts";
import { page } from "#lib/platform/page.ts";
import { saveCampaign } from "../actions.ts";

const PATH = "/visits/campaigns/new";

export async function generateMetadata() {
  return { title: (await getTranslations("campaigns"))("call") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => campaignForm(scope, { unit: toParams(search).get("u") ?? undefined }),
  refused: () => <PermissionNote />,
  render: async ({ place, mayHere }, { search, today }) => {
    const t = await getTranslations("campaigns");
    const { unit, above, below } = place;
    return (
      <>
        <PageHead
          title={t("call")}
          note={unit.name}
          back={{ href: `/visits/campaigns?u=${unit.id}`, label: t("title") }}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={toParams(search)} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        {mayHere ? (
          <CampaignForm unit={unit.id} today={today} save={saveCampaign} />
        ) : (
          <Notice>{t("nowhere")}</Notice>
        )}
      </>
    );
  },
});
