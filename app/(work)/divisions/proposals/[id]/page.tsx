/** One proposed change: field by field what is now, what is proposed and what is decided, what it would touch, and the decision. */

import { getTranslations } from "next-intl/server";
import { Touches } from "#components/divisions/rehearsal-card.tsx";
import { ProposalDesk } from "#components/trees/proposal-desk.tsx";
import { ProposalMark } from "#components/trees/proposal-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { getProposal } from "#lib/domains/divisions/queries/proposal.ts";
import { page } from "#lib/platform/page.ts";
import { approve, sendBack, withdrawProposal } from "../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("divisions"))("proposals.one") };
}

export default page({
  route: "/divisions/proposals/[id]",
  load: async (scope, { params }) => ({ proposal: await getProposal(scope, { id: params.id ?? "" }) }),
  refused: () => <PermissionNote />,
  render: async ({ proposal }, { search }) => {
    const t = await getTranslations("divisions");
    const trees = await getTranslations("trees");
    const { kind, node, touched } = proposal;
    const again = new URLSearchParams({ kind, ...proposal.fields });
    return (
      <>
        <PageHead
          title={`${t(`change.${kind}`)} · ${node.name}`}
          back={{ href: "/divisions/proposals", label: t("proposals.title") }}
          mark={<ProposalMark status={proposal.status} />}
        />
        {search.saved === "proposed" ? <Notice>{trees("proposals.saved")}</Notice> : null}
        <ProposalDesk
          proposal={proposal}
          unit={[node.parentName, node.name].filter(Boolean).join(" ▸ ")}
          rows={proposal.rows.map((row) => ({ ...row, label: t(`proposals.fields.${row.field}`) }))}
          touches={touched ? <Touches kind={kind} touched={touched} /> : null}
          againHref={`/divisions/${proposal.nodeId}/change?${again}`}
          approve={approve}
          sendBack={sendBack}
          withdraw={withdrawProposal}
        />
      </>
    );
  },
});
