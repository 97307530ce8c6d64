/** Proposed changes of the Party line: what waits for a decision, and what was decided. */

import { getTranslations } from "next-intl/server";
import { askedOf, ProposalList } from "#components/trees/proposal-list.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import type { ProposedChange } from "#lib/domains/party-orgs/party-org.ts";
import { listOrgProposals } from "#lib/domains/party-orgs/queries/change-proposals.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/orgs/proposals";

export async function generateMetadata() {
  return { title: (await getTranslations("party-orgs"))("proposals.title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => ({ list: await listOrgProposals(scope, askedOf(toParams(search))) }),
  refused: () => <PermissionNote />,
  render: async ({ list }, { search }) => {
    const t = await getTranslations("party-orgs");
    const title = t("proposals.title");
    return (
      <>
        <PageHead title={title} note={t("proposals.note")} back={{ href: "/orgs", label: t("title") }} />
        <ProposalList
          path={PATH}
          title={title}
          params={toParams(search)}
          list={list}
          kindOf={(kind) => t(`change.${kind as ProposedChange}`)}
        />
      </>
    );
  },
});
