/** The second step of changing an organization: old beside new, what is touched, and the button that alone saves it. */

import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import type { OrgChange } from "#lib/domains/party-orgs/party-org.ts";
import type { OrgRehearsal } from "#lib/domains/party-orgs/queries/rehearsal.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = {
  kind: OrgChange;
  today: string;
  rehearsal: OrgRehearsal;
  fields: Record<string, string>;
  save: FormAction<Registered>;
  backHref: string;
};

const ROW = { rename: "name", move: "leader", close: "work" } as const;

export async function OrgRehearsalCard({ kind, today, rehearsal, fields, save, backHref }: Props) {
  const t = await getTranslations("party-orgs");
  const f = await getFormats();
  const day = rehearsal.effectiveOn;
  const follows = kind === "close" ? t("rehearsal.moved") : t("rehearsal.stays");
  const touched: [label: string, count: number, what: string][] = [
    [t("rehearsal.led"), rehearsal.led, follows],
    [t("rehearsal.below"), rehearsal.below, t("rehearsal.stays")],
    [t("rehearsal.members"), rehearsal.members, ""],
    [t("rehearsal.accounts"), 0, t("rehearsal.none")],
  ];
  return (
    <Card
      title={t("rehearsal.title")}
      note={day <= today ? t("rehearsal.today", { day }) : t("rehearsal.later", { day })}
    >
      <div className="grid gap-4">
        {rehearsal.warnings.map((warning) => (
          <Notice key={warning.key} tone="watch">
            {t("rehearsal.sameName", { name: warning.name })}
          </Notice>
        ))}
        {kind === "close" && rehearsal.villageLed > 0 ? (
          <Notice tone="watch">{t("rehearsal.villageLed", { count: rehearsal.villageLed })}</Notice>
        ) : null}
        <Table caption={t("rehearsal.title")}>
          <Head>
            <Column>{t("rehearsal.what")}</Column>
            <Column>{t("rehearsal.before")}</Column>
            <Column>{t("rehearsal.after")}</Column>
          </Head>
          <Body>
            <Row>
              <Cell head>{t(`rehearsal.${ROW[kind]}`)}</Cell>
              <Cell>{rehearsal.from}</Cell>
              <Cell>
                <strong>{rehearsal.to}</strong>
              </Cell>
            </Row>
          </Body>
        </Table>
        <Table caption={t("rehearsal.touches")} showCaption>
          <Body>
            {touched.map(([label, count, what]) => (
              <Row key={label}>
                <Cell head>{label}</Cell>
                <Cell numeric>{f.number(count)}</Cell>
                <Cell>{what}</Cell>
              </Row>
            ))}
          </Body>
        </Table>
        <Form action={save} id="confirm" className="flex flex-wrap gap-2">
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton kind={kind === "close" ? "danger" : "primary"} pending={t("rehearsal.saving")}>
            {t(`rehearsal.confirm.${kind}`)}
          </SubmitButton>
          <LinkButton href={backHref}>{t("rehearsal.back")}</LinkButton>
        </Form>
      </div>
    </Card>
  );
}
