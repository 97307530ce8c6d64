/** The second step of changing an organization: old beside new, what is touched, and the button that alone saves it. */

import { getTranslations } from "next-intl/server";
import { ProposeForm } from "#components/trees/propose-form.tsx";
import {
  Carried,
  peopleOf,
  RehearsalFrame,
  type TouchedLine,
  TouchedTable,
} from "#components/trees/rehearsal-frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import type { Proposed } from "#lib/domains/divisions/tree-proposal.ts";
import type { OrgChange } from "#lib/domains/party-orgs/party-org.ts";
import type { OrgRehearsal } from "#lib/domains/party-orgs/queries/rehearsal.ts";

type OrgTouched = OrgRehearsal["touched"];

type Props = {
  kind: OrgChange;
  today: string;
  rehearsal: OrgRehearsal;
  fields: Record<string, string>;
  save: FormAction<Registered>;
  /** Instead of saving, for whoever may only propose. */
  propose: FormAction<Proposed> | null;
  backHref: string;
};

const ROW = { rename: "name", move: "leader", split: "splitRow", merge: "mergeRow", close: "work" } as const;

export async function OrgRehearsalCard(props: Props) {
  const { kind, today, rehearsal, fields, save, propose, backHref } = props;
  const t = await getTranslations("party-orgs");
  const common = await getTranslations("trees");
  const { effectiveOn, warnings, from, to, touched, recast } = rehearsal;
  const ends = kind === "close" || kind === "merge";
  return (
    <RehearsalFrame
      today={today}
      effectiveOn={effectiveOn}
      sameNames={warnings.map(({ name }) => name)}
      row={{ label: t(`rehearsal.${ROW[kind]}`), from, to }}
    >
      {recast ? (
        <p>{t("rehearsal.recast", { from: t(`kind.${recast.from}`), to: t(`kind.${recast.to}`) })}</p>
      ) : null}
      <OrgTouches kind={kind} touched={touched} />
      <p className="text-ink-2">{t("rehearsal.past")}</p>
      {propose ? (
        <ProposeForm propose={propose} fields={fields} kind={kind} backHref={backHref} />
      ) : (
        <Form action={save} id="confirm" className="flex flex-wrap gap-2">
          <Carried fields={fields} />
          <SubmitButton kind={ends ? "danger" : "primary"} pending={common("rehearsal.saving")}>
            {t(`rehearsal.confirm.${kind}`)}
          </SubmitButton>
          <LinkButton href={backHref}>{common("rehearsal.back")}</LinkButton>
        </Form>
      )}
    </RehearsalFrame>
  );
}

/** What a change touches, line by line. */
export async function OrgTouches({ kind, touched }: { kind: OrgChange; touched: OrgTouched }) {
  const t = await getTranslations("party-orgs");
  return (
    <>
      {(kind === "close" || kind === "merge") && touched.villageLed > 0 ? (
        <Notice tone="watch">{t("rehearsal.villageLed", { count: touched.villageLed })}</Notice>
      ) : null}
      <TouchedTable lines={await linesOf(kind, touched)} />
    </>
  );
}

async function linesOf(kind: OrgChange, touched: OrgTouched): Promise<TouchedLine[]> {
  const t = await getTranslations("party-orgs");
  const stays = t("rehearsal.stays");
  if (kind === "rename" || kind === "move")
    return [
      [t("rehearsal.led"), touched.led, stays],
      [t("rehearsal.below"), touched.below, stays],
      [t("rehearsal.members"), touched.members, ""],
      [t("rehearsal.accounts"), 0, t("rehearsal.none")],
    ];
  const { gain, lose } = touched;
  const sight: TouchedLine[] = [
    [t("rehearsal.gain"), gain.count, await peopleOf(gain)],
    [t("rehearsal.lose"), lose.count, await losing(lose)],
  ];
  if (kind === "split")
    return [
      [t("rehearsal.given"), touched.given, t("rehearsal.givenSay")],
      [t("rehearsal.handedPart"), touched.handed, t("rehearsal.handedSay")],
      [t("rehearsal.holding"), touched.holding, t("rehearsal.holdingSay")],
      [t("rehearsal.openWork"), touched.openWork, t("rehearsal.openWorkSay")],
      ...sight,
    ];
  return [
    [t("rehearsal.led"), touched.led, t("rehearsal.moved")],
    [t("rehearsal.below"), touched.below, stays],
    [t("rehearsal.handed"), touched.handed, t("rehearsal.handedSay")],
    ...(touched.reported > 0
      ? [[t("rehearsal.reported"), touched.reported, t("rehearsal.reportedSay")] as TouchedLine]
      : []),
    [t("rehearsal.posts"), touched.posts, t("rehearsal.postsSay")],
    [t("rehearsal.tenures"), touched.tenures, t("rehearsal.tenuresSay")],
    [t("rehearsal.entities"), touched.entities, t("rehearsal.entitiesSay")],
    [t("rehearsal.papers"), touched.papers, t("rehearsal.papersSay")],
    [t("rehearsal.openWork"), touched.openWork, t("rehearsal.openWorkSay")],
    ...sight,
  ];
}

async function losing(lose: OrgTouched["lose"]): Promise<string> {
  const t = await getTranslations("party-orgs");
  return lose.count === 0 ? peopleOf(lose) : `${await peopleOf(lose)} · ${t("rehearsal.loseSay")}`;
}
