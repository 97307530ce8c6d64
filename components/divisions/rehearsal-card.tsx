/** The second step: old beside new, what the change would touch, and the button that alone saves it. */

import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Proposed } from "#lib/domains/divisions/commands/propose.ts";
import type { ChangeKind } from "#lib/domains/divisions/division.ts";
import type { Rehearsal } from "#lib/domains/divisions/queries/rehearsal.ts";
import type { Touched } from "#lib/domains/divisions/touched.ts";
import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = {
  kind: ChangeKind;
  today: string;
  rehearsal: Rehearsal;
  /** What the change itself is made of. */
  fields: Record<string, string>;
  save: FormAction<Registered>;
  /** Instead of saving, for whoever may only propose. */
  propose: FormAction<Proposed> | null;
  backHref: string;
};

const ROW = {
  open: "newRow",
  rename: "nameRow",
  move: "aboveRow",
  split: "splitRow",
  merge: "mergeRow",
  close: "successorRow",
} as const;

export function RehearsalCard({ kind, today, rehearsal, fields, save, propose, backHref }: Props) {
  const t = useTranslations("divisions");
  const day = rehearsal.effectiveOn;
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
        <Table caption={t("rehearsal.title")}>
          <Head>
            <Column>{t("rehearsal.what")}</Column>
            <Column>{t("rehearsal.before")}</Column>
            <Column>{t("rehearsal.after")}</Column>
          </Head>
          <Body>
            <Row>
              <Cell head>{t(`rehearsal.${ROW[kind]}`)}</Cell>
              <Cell>{rehearsal.from || t("rehearsal.nothing")}</Cell>
              <Cell>
                <strong>{rehearsal.to}</strong>
              </Cell>
            </Row>
          </Body>
        </Table>
        {rehearsal.touched ? (
          <Touches kind={kind} touched={rehearsal.touched} />
        ) : (
          <p>{t("rehearsal.openTouches")}</p>
        )}
        <p className="text-ink-2">{t("rehearsal.past")}</p>
        {propose ? (
          <Propose propose={propose} fields={fields} kind={kind} backHref={backHref} />
        ) : (
          <Form action={save} id="confirm" className="flex flex-wrap gap-2">
            <Carried fields={fields} />
            <SubmitButton kind={kind === "close" ? "danger" : "primary"} pending={t("rehearsal.saving")}>
              {t(`rehearsal.confirm.${kind}`)}
            </SubmitButton>
            <LinkButton href={backHref}>{t("rehearsal.back")}</LinkButton>
          </Form>
        )}
      </div>
    </Card>
  );
}

function Carried({ fields }: { fields: Record<string, string> }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

type ProposeProps = Pick<Props, "fields" | "kind" | "backHref"> & { propose: FormAction<Proposed> };

function Propose({ propose, fields, kind, backHref }: ProposeProps) {
  const t = useTranslations("divisions");
  return (
    <Form action={propose} id="propose" className="grid max-w-2xl gap-4">
      <Notice>{t("rehearsal.proposeNote")}</Notice>
      <Carried fields={fields} />
      <input type="hidden" name="kind" value={kind} />
      <Field name="why" label={t("rehearsal.why")} optional>
        <Textarea rows={2} maxLength={200} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pending={t("rehearsal.proposing")}>{t("rehearsal.propose")}</SubmitButton>
        <LinkButton href={backHref}>{t("rehearsal.back")}</LinkButton>
      </div>
    </Form>
  );
}

export async function Touches({ kind, touched }: { kind: ChangeKind; touched: Touched }) {
  const t = await getTranslations("divisions");
  const f = await getFormats();
  const still =
    kind === "rename"
      ? t("rehearsal.namesOnly")
      : kind === "split"
        ? t("rehearsal.follows")
        : t("rehearsal.unchanged");
  const line = (label: string, count: number, what: ReactNode) => (
    <Row key={label}>
      <Cell head>{label}</Cell>
      <Cell numeric>{f.number(count)}</Cell>
      <Cell>{what}</Cell>
    </Row>
  );
  const people = ({ count, names }: Touched["gain"]) => {
    if (count === 0) return t("rehearsal.noOne");
    return count > names.length ? t("rehearsal.people", { names: names.join("、") }) : names.join("、");
  };
  return (
    <Table caption={t("rehearsal.touches")} showCaption>
      <Body>
        {line(t("rehearsal.households"), touched.households, still)}
        {line(t("rehearsal.pairings"), touched.pairings, still)}
        {line(t("rehearsal.visits"), touched.visits, still)}
        {line(
          t("rehearsal.below"),
          touched.below,
          kind === "close" || kind === "merge" ? t("rehearsal.along") : still,
        )}
        {line(t("rehearsal.openWork"), touched.openWork, t("rehearsal.openWorkNote"))}
        {line(
          t("rehearsal.partyOrgs"),
          touched.partyOrgs,
          kind === "rename" ? still : t("rehearsal.seatOnly"),
        )}
        {line(t("rehearsal.gain"), touched.gain.count, people(touched.gain))}
        {line(t("rehearsal.lose"), touched.lose.count, people(touched.lose))}
      </Body>
    </Table>
  );
}
