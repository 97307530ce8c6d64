/** The last step of founding an organization: by which rule it is led, what it touches, and the button that alone saves it. */

import { getTranslations } from "next-intl/server";
import { ProposeForm } from "#components/trees/propose-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import type { Proposed } from "#lib/domains/divisions/tree-proposal.ts";
import type { OpeningRehearsal } from "#lib/domains/party-orgs/queries/rehearsal-of-opening.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = {
  today: string;
  rehearsal: OpeningRehearsal;
  fields: Record<string, string>;
  save: FormAction<Registered>;
  /** Instead of saving, for whoever may only propose. */
  propose: FormAction<Proposed> | null;
  backHref: string;
};

export async function OpeningCard({ today, rehearsal, fields, save, propose, backHref }: Props) {
  const t = await getTranslations("party-orgs");
  const common = await getTranslations("trees");
  const f = await getFormats();
  const { effectiveOn: day, warnings, name, place, leader, basis, documentNo, dept, led } = rehearsal;
  const touched: [label: string, before: number | null, after: number | null, what: string][] = [
    [t("rehearsal.ledBy", { leader }), led, led + 1, ""],
    [t("rehearsal.accounts"), null, null, t("rehearsal.none")],
    [t("rehearsal.households"), null, null, t("rehearsal.pastStays")],
  ];
  return (
    <Card
      title={common("rehearsal.title")}
      note={day <= today ? common("rehearsal.today", { day }) : common("rehearsal.later", { day })}
    >
      <div className="grid gap-4">
        {warnings.map((warning) => (
          <Notice key={warning.key} tone="watch">
            {common("rehearsal.sameName", { name: warning.name })}
          </Notice>
        ))}
        <Notice title={t(`basis.${basis}`)}>{t(`rehearsal.rule.${basis}`, { documentNo, dept })}</Notice>
        <Table caption={common("rehearsal.title")}>
          <Head>
            <Column>{common("rehearsal.what")}</Column>
            <Column>{common("rehearsal.after")}</Column>
          </Head>
          <Body>
            {[
              [t("rehearsal.name"), name],
              [t("rehearsal.seat"), place],
              [t("rehearsal.leader"), leader],
            ].map(([label, value]) => (
              <Row key={label}>
                <Cell head>{label}</Cell>
                <Cell>
                  <strong>{value}</strong>
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
        <Table caption={common("rehearsal.touches")} showCaption>
          <Head>
            <Column>{common("rehearsal.what")}</Column>
            <Column numeric>{common("rehearsal.before")}</Column>
            <Column numeric>{common("rehearsal.after")}</Column>
            <Column>{t("rehearsal.note")}</Column>
          </Head>
          <Body>
            {touched.map(([label, before, after, what]) => (
              <Row key={label}>
                <Cell head>{label}</Cell>
                <Cell numeric>{before === null ? "—" : f.number(before)}</Cell>
                <Cell numeric>{after === null ? "—" : f.number(after)}</Cell>
                <Cell>{what}</Cell>
              </Row>
            ))}
          </Body>
        </Table>
        {propose ? (
          <ProposeForm propose={propose} fields={asProposed(fields)} kind="open" backHref={backHref} />
        ) : (
          <Form action={save} id="confirm" className="flex flex-wrap gap-2">
            {Object.entries(fields).map(([key, value]) => (
              <input key={key} type="hidden" name={key} value={value} />
            ))}
            <SubmitButton pending={common("rehearsal.saving")}>{t("rehearsal.confirm.open")}</SubmitButton>
            <LinkButton href={backHref}>{common("rehearsal.back")}</LinkButton>
          </Form>
        )}
      </div>
    </Card>
  );
}

/** The kind of the organization goes under a name of its own: the form's is the kind of change. */
const asProposed = ({ kind = "", ...fields }: Record<string, string>) => ({ ...fields, orgKind: kind });
