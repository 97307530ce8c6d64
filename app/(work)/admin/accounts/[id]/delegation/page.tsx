/** The stand-in of somebody who cannot arrange it: an administrator lends the roles in their place. */
import { getTranslations } from "next-intl/server";
import { StandIn } from "#components/delegations/stand-in.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { delegationsOf } from "#lib/domains/delegations/queries/delegations.ts";
import { page } from "#lib/platform/page.ts";
import { endDelegation, lendRoles } from "../../../../me/actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("delegations"))("titleFor") };
}

export default page({
  route: "/admin/accounts/[id]/delegation",
  load: async (scope, { params, search }) => {
    const q = (toParams(search).get("q") ?? "").trim().slice(0, 20);
    return { q, standing: await delegationsOf(scope, { accountId: params.id, q }) };
  },
  refused: () => <PermissionNote />,
  render: async ({ q, standing }, { today }) => {
    const t = await getTranslations("delegations");
    const { id, name } = standing.account;
    return (
      <>
        <PageHead
          title={t("titleOf", { name })}
          back={{ href: `/admin/accounts/${id}`, label: name }}
          note={t("lead")}
        />
        <StandIn
          path={`/admin/accounts/${id}/delegation`}
          q={q}
          today={today}
          standing={standing}
          lend={lendRoles}
          end={endDelegation}
        />
      </>
    );
  },
});
