/** Campaigns of visits that concern a unit. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { stateOf } from "#lib/domains/campaigns/campaign.ts";
import { listCampaigns } from "#lib/domains/campaigns/queries/campaigns.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/visits/campaigns";

export async function generateMetadata() {
  return { title: (await getTranslations("campaigns"))("title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => listCampaigns(scope, { unit: toParams(search).get("u") ?? undefined }),
  refused: () => <PermissionNote />,
  render: async ({ place, rows, mayCall }, { search, today }) => {
    const t = await getTranslations("campaigns");
    const { unit, above, below } = place;
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
          back={{ href: "/visits", label: t("visits") }}
          actions={
            <>
              {above.length + below.length > 0 ? (
                <UnitSwitcher path={PATH} params={toParams(search)} units={{ now: unit, above, below }} />
              ) : null}
              {mayCall ? (
                <LinkButton kind="primary" href={`${PATH}/new?u=${unit.id}`}>
                  {t("call")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        {rows.length === 0 ? (
          <EmptyState kind="never" title={t("none")}>
            {mayCall ? t("noneHow") : null}
          </EmptyState>
        ) : (
          <RowList label={t("title")}>
            {rows.map((one) => (
              <RowLink
                key={one.id}
                href={`${PATH}/${one.id}?u=${unit.id}`}
                title={one.name}
                meta={one.unit}
                detail={t("days", { from: one.fromOn, to: one.lastOn })}
                end={t(`state.${stateOf(one, today)}`)}
              />
            ))}
          </RowList>
        )}
      </>
    );
  },
});
