/** Proposed changes of divisions: what waits for a decision, and what was decided. */

import { getTranslations } from "next-intl/server";
import { askedOf, ProposalList } from "#components/trees/proposal-list.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import type { ChangeKind } from "#lib/domains/divisions/division.ts";
import { listProposals } from "#lib/domains/divisions/queries/proposals.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/divisions/proposals";

export async function generateMetadata() {
  return { title: (await getTranslations("divisions"))("proposals.title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => ({ list: await listProposals(scope, askedOf(toParams(search))) }),
  refused: () => <PermissionNote />,
  render: async ({ list }, { search }) => {
    const t = await getTranslations("divisions");
    const title = t("proposals.title");
    return (
      <>
        <PageHead title={title} note={t("proposals.note")} back={{ href: "/divisions", label: t("title") }} />
        <ProposalList
          path={PATH}
          title={title}
          params={toParams(search)}
          list={list}
          kindOf={(kind) => t(`change.${kind as ChangeKind}`)}
        />
      </>
    );
  },
});
