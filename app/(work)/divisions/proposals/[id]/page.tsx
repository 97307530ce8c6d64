/** One proposed change: field by field what is now, what is proposed and what is decided, what it would touch, and the decision. */

import { getTranslations } from "next-intl/server";
import { ProposalFields } from "#components/divisions/proposal-fields.tsx";
import { Touches } from "#components/divisions/rehearsal-card.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { getProposal, type ProposalView } from "#lib/domains/divisions/queries/proposal.ts";
import { getFormats } from "#lib/i18n/format.ts";
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
    const waits = proposal.status === "WAITING";
    const decides = waits && proposal.mayDecide;
    return (
      <>
        <PageHead
          title={`${t(`change.${proposal.kind}`)} · ${proposal.node.name}`}
          back={{ href: "/divisions/proposals", label: t("proposals.title") }}
          mark={
            <Badge tone={waits || proposal.status === "RETURNED" ? "watch" : "plain"}>
              {t(`proposals.states.${proposal.status}`)}
            </Badge>
          }
        />
        {search.saved === "proposed" ? <Notice>{t("saved.proposed")}</Notice> : null}
        <div className="mt-4 grid gap-4">
          <Card title={t("proposals.what")}>
            <SummaryList columns={2} items={await factsOf(proposal)} />
          </Card>
          <Card
            title={decides ? t("proposals.decide") : t("proposals.field")}
            note={decides ? t("proposals.decideNote") : ""}
          >
            <div className="grid gap-4">
              <Standing proposal={proposal} />
              {decides ? (
                <Form action={approve} id="approve" className="grid gap-4">
                  <input type="hidden" name="proposal" value={proposal.id} />
                  <ProposalFields rows={proposal.rows} editable approved={proposal.status === "APPROVED"} />
                  <div>
                    <SubmitButton pending={t("proposals.approving")}>{t("proposals.approve")}</SubmitButton>
                  </div>
                </Form>
              ) : (
                <ProposalFields rows={proposal.rows} approved={proposal.status === "APPROVED"} />
              )}
              {proposal.touched ? <Touches kind={proposal.kind} touched={proposal.touched} /> : null}
            </div>
          </Card>
          {decides && !proposal.mine ? (
            <Card title={t("proposals.back")}>
              <Form action={sendBack} id="return" className="grid max-w-2xl gap-4">
                <input type="hidden" name="proposal" value={proposal.id} />
                <Field name="reason" label={t("proposals.reason")} hint={t("proposals.reasonHint")} required>
                  <Textarea rows={2} maxLength={200} />
                </Field>
                <div>
                  <SubmitButton kind="secondary">{t("proposals.back")}</SubmitButton>
                </div>
              </Form>
            </Card>
          ) : null}
          {proposal.mine && (waits || proposal.status === "RETURNED") ? <Mine proposal={proposal} /> : null}
        </div>
      </>
    );
  },
});

async function Standing({ proposal }: { proposal: ProposalView }) {
  const t = await getTranslations("divisions");
  const common = await getTranslations("trees");
  const problems = (await getTranslations("problems")) as unknown as (
    key: string,
    values?: Record<string, string | number>,
  ) => string;
  return (
    <>
      {proposal.status === "WAITING" && !proposal.mayDecide ? (
        <Notice>{t("proposals.waitingNote")}</Notice>
      ) : null}
      {proposal.reason ? (
        <Notice tone="watch">{t("proposals.returned", { reason: proposal.reason })}</Notice>
      ) : null}
      {proposal.hindrance ? (
        <Notice tone="watch">
          {t("proposals.hindrance", { why: problems(proposal.hindrance.key, proposal.hindrance.values) })}
        </Notice>
      ) : null}
      {proposal.warnings.map((warning) => (
        <Notice key={warning.key} tone="watch">
          {common("rehearsal.sameName", { name: warning.name })}
        </Notice>
      ))}
    </>
  );
}

async function Mine({ proposal }: { proposal: ProposalView }) {
  const t = await getTranslations("divisions");
  const again = new URLSearchParams({ kind: proposal.kind, ...proposal.fields });
  return (
    <Form action={withdrawProposal} id="withdraw" className="flex flex-wrap gap-2">
      <input type="hidden" name="proposal" value={proposal.id} />
      {proposal.status === "RETURNED" ? (
        <LinkButton kind="primary" href={`/divisions/${proposal.nodeId}/change?${again}`}>
          {t("proposals.again")}
        </LinkButton>
      ) : null}
      <SubmitButton kind="secondary">{t("proposals.withdraw")}</SubmitButton>
    </Form>
  );
}

async function factsOf(proposal: ProposalView) {
  const t = await getTranslations("divisions");
  const f = await getFormats();
  const { node, accountName, createdOn, why, decidedByName, decidedOn } = proposal;
  return [
    { label: t("proposals.unit"), value: [node.parentName, node.name].filter(Boolean).join(" ▸ ") },
    { label: t("proposals.by"), value: accountName },
    { label: t("proposals.since"), value: f.day(createdOn) },
    ...(why ? [{ label: t("proposals.why"), value: why }] : []),
    ...(decidedByName && decidedOn
      ? [
          {
            label: t("proposals.decision"),
            value: t("proposals.by2", { name: decidedByName, day: f.day(decidedOn) }),
          },
        ]
      : []),
  ];
}
