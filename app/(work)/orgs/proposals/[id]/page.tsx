/** One proposed change of the Party line: field by field what is now, what is proposed and what is decided, what it would touch, and the decision. */

import { getTranslations } from "next-intl/server";
import { OrgTouches } from "#components/party-orgs/rehearsal-card.tsx";
import { ProposalDesk } from "#components/trees/proposal-desk.tsx";
import { ProposalMark } from "#components/trees/proposal-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { BASES, COVERAGES } from "#lib/domains/party-orgs/affiliation.ts";
import { ORG_KINDS, SETTINGS } from "#lib/domains/party-orgs/party-org.ts";
import { getOrgProposal, type OrgProposedField } from "#lib/domains/party-orgs/queries/change-proposal.ts";
import { page } from "#lib/platform/page.ts";
import { approve, sendBack, withdrawProposal } from "../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("party-orgs"))("proposals.one") };
}

export default page({
  route: "/orgs/proposals/[id]",
  load: async (scope, { params }) => ({ proposal: await getOrgProposal(scope, { id: params.id ?? "" }) }),
  refused: () => <PermissionNote />,
  render: async ({ proposal }, { search }) => {
    const t = await getTranslations("party-orgs");
    const trees = await getTranslations("trees");
    const { kind, about, place, org, touched } = proposal;
    const inWords = await wordsOf();
    const fields = new URLSearchParams(proposal.fields);
    const rows = proposal.rows.map((row) => ({
      ...row,
      label: t(`proposals.fields.${row.field}`),
      now: inWords(row.field, row.now),
      proposed: inWords(row.field, row.proposed),
    }));
    return (
      <>
        <PageHead
          title={`${t(`change.${kind}`)} · ${about}`}
          back={{ href: "/orgs/proposals", label: t("proposals.title") }}
          mark={<ProposalMark status={proposal.status} />}
        />
        {search.saved === "proposed" ? <Notice>{trees("proposals.saved")}</Notice> : null}
        <ProposalDesk
          proposal={proposal}
          unit={kind === "open" ? place : [place, org.name].join(" ▸ ")}
          rows={rows}
          touches={touched && kind !== "open" ? <OrgTouches kind={kind} touched={touched} /> : null}
          againHref={
            kind === "open" ? `/orgs/new?${fields}` : `/orgs/${org.id}/change?kind=${kind}&${fields}`
          }
          approve={approve}
          sendBack={sendBack}
          withdraw={withdrawProposal}
        />
      </>
    );
  },
});

/** Codes in the words of the forms; all else is text already. */
async function wordsOf() {
  const t = await getTranslations("party-orgs");
  return (field: OrgProposedField, value: string | null): string | null => {
    const kind = ORG_KINDS.find((one) => one === value);
    const setting = SETTINGS.find((one) => one === value);
    const coverage = COVERAGES.find((one) => one === value);
    const basis = BASES.find((one) => one === value);
    if ((field === "kind" || field === "orgKind") && kind) return t(`kind.${kind}`);
    if (field === "setting" && setting) return t(`setting.${setting}`);
    if (field === "coverage" && coverage) return t(`coverage.${coverage}`);
    if (field === "basis" && basis) return t(`basis.${basis}`);
    return value;
  };
}
