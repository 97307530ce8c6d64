/** My stand-in: lend roles while on leave, and see for whom I stand in. */
import { getTranslations } from "next-intl/server";
import { StandIn } from "#components/delegations/stand-in.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { delegationsOf } from "#lib/domains/delegations/queries/delegations.ts";
import { page } from "#lib/platform/page.ts";
import { endDelegation, lendRoles } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("delegations"))("title") };
}

export default page({
  route: "/me/delegation",
  load: async (scope, { search }) => {
    const q = (toParams(search).get("q") ?? "").trim().slice(0, 20);
    return { q, standing: await delegationsOf(scope, { q }) };
  },
  render: async ({ q, standing }, { today }) => {
    const t = await getTranslations("delegations");
    const me = await getTranslations("me");
    return (
      <>
        <PageHead title={t("title")} back={{ href: "/me", label: me("title") }} note={t("lead")} />
        <StandIn
          path="/me/delegation"
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
