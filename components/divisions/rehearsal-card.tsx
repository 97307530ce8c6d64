/** The second step: old beside new, what the change would touch, and the button that alone saves it. */

import { getTranslations } from "next-intl/server";
import { ProposeForm } from "#components/trees/propose-form.tsx";
import { Carried, peopleOf, RehearsalFrame, TouchedTable } from "#components/trees/rehearsal-frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ChangeKind } from "#lib/domains/divisions/division.ts";
import type { Rehearsal } from "#lib/domains/divisions/queries/rehearsal.ts";
import type { Touched } from "#lib/domains/divisions/touched.ts";
import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import type { Proposed } from "#lib/domains/divisions/tree-proposal.ts";

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

export async function RehearsalCard({ kind, today, rehearsal, fields, save, propose, backHref }: Props) {
  const t = await getTranslations("divisions");
  const common = await getTranslations("trees");
  const { effectiveOn, warnings, from, to, touched } = rehearsal;
  return (
    <RehearsalFrame
      today={today}
      effectiveOn={effectiveOn}
      sameNames={warnings.map(({ name }) => name)}
      row={{ label: t(`rehearsal.${ROW[kind]}`), from, to }}
    >
      {touched ? <Touches kind={kind} touched={touched} /> : <p>{t("rehearsal.openTouches")}</p>}
      <p className="text-ink-2">{t("rehearsal.past")}</p>
      {propose ? (
        <ProposeForm propose={propose} fields={fields} kind={kind} backHref={backHref} />
      ) : (
        <Form action={save} id="confirm" className="flex flex-wrap gap-2">
          <Carried fields={fields} />
          <SubmitButton kind={kind === "close" ? "danger" : "primary"} pending={common("rehearsal.saving")}>
            {t(`rehearsal.confirm.${kind}`)}
          </SubmitButton>
          <LinkButton href={backHref}>{common("rehearsal.back")}</LinkButton>
        </Form>
      )}
    </RehearsalFrame>
  );
}

export async function Touches({ kind, touched }: { kind: ChangeKind; touched: Touched }) {
  const t = await getTranslations("divisions");
  const still =
    kind === "rename"
      ? t("rehearsal.namesOnly")
      : kind === "split"
        ? t("rehearsal.follows")
        : t("rehearsal.unchanged");
  const along = kind === "close" || kind === "merge" ? t("rehearsal.along") : still;
  const seats = kind === "rename" ? still : t("rehearsal.seatOnly");
  return (
    <TouchedTable
      lines={[
        [t("rehearsal.households"), touched.households, still],
        [t("rehearsal.pairings"), touched.pairings, still],
        [t("rehearsal.visits"), touched.visits, still],
        [t("rehearsal.below"), touched.below, along],
        [t("rehearsal.openWork"), touched.openWork, t("rehearsal.openWorkNote")],
        [t("rehearsal.partyOrgs"), touched.partyOrgs, seats],
        [t("rehearsal.gain"), touched.gain.count, await peopleOf(touched.gain)],
        [t("rehearsal.lose"), touched.lose.count, await peopleOf(touched.lose)],
      ]}
    />
  );
}
