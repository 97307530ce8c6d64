/** One proposed change of either tree: who proposed what and why, field by field beside what is now, and the decision. */

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type NamedField, ProposalFields } from "#components/trees/proposal-fields.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import type { Proposal } from "#lib/domains/divisions/tree-proposal.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { ProblemWords } from "#lib/platform/problem.ts";

type Decided = FormAction<{ proposal: string }>;
type Props = {
  proposal: Proposal & {
    mayDecide: boolean;
    mine: boolean;
    warnings: readonly { name: string }[];
    hindrance: ProblemWords | null;
  };
  /** Where it belongs, as the line of places. */
  unit: string;
  rows: readonly NamedField[];
  touches: ReactNode;
  /** Where a returned one is filled in again. */
  againHref: string;
  approve: FormAction<Registered & { altered: string[] }>;
  sendBack: Decided;
  withdraw: Decided;
};

export async function ProposalDesk(props: Props) {
  const { proposal, unit, rows, touches } = props;
  const t = await getTranslations("trees");
  const waits = proposal.status === "WAITING";
  const decides = waits && proposal.mayDecide;
  const approved = proposal.status === "APPROVED";
  return (
    <div className="mt-4 grid gap-4">
      <Card title={t("proposals.what")}>
        <SummaryList columns={2} items={await factsOf(proposal, unit)} />
      </Card>
      <Card
        title={decides ? t("proposals.decide") : t("proposals.field")}
        note={decides ? t("proposals.decideNote") : ""}
      >
        <div className="grid gap-4">
          <Standing proposal={proposal} />
          {decides ? (
            <Form action={props.approve} id="approve" className="grid gap-4">
              <input type="hidden" name="proposal" value={proposal.id} />
              <ProposalFields rows={rows} editable approved={approved} />
              {touches}
              <div>
                <SubmitButton pending={t("proposals.approving")}>{t("proposals.approve")}</SubmitButton>
              </div>
            </Form>
          ) : (
            <>
              <ProposalFields rows={rows} approved={approved} />
              {touches}
            </>
          )}
        </div>
      </Card>
      {decides && !proposal.mine ? (
        <Card title={t("proposals.back")}>
          <Form action={props.sendBack} id="return" className="grid max-w-2xl gap-4">
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
      {proposal.mine && (waits || proposal.status === "RETURNED") ? (
        <Form action={props.withdraw} id="withdraw" className="flex flex-wrap gap-2">
          <input type="hidden" name="proposal" value={proposal.id} />
          {proposal.status === "RETURNED" ? (
            <LinkButton kind="primary" href={props.againHref}>
              {t("proposals.again")}
            </LinkButton>
          ) : null}
          <SubmitButton kind="secondary">{t("proposals.withdraw")}</SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}

async function Standing({ proposal }: Pick<Props, "proposal">) {
  const t = await getTranslations("trees");
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
        <Notice key={warning.name} tone="watch">
          {t("rehearsal.sameName", { name: warning.name })}
        </Notice>
      ))}
    </>
  );
}

async function factsOf(proposal: Proposal, unit: string) {
  const t = await getTranslations("trees");
  const f = await getFormats();
  const { accountName, createdOn, why, decidedByName, decidedOn } = proposal;
  return [
    { label: t("proposals.unit"), value: unit },
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
