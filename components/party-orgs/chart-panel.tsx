/** The panel of the org chart: facts and deeds of the organization that is chosen, what waits for its day, and the form of a deed. */

import { getTranslations } from "next-intl/server";
import { OrgChangeForm } from "#components/party-orgs/change-form.tsx";
import { ChartFinder } from "#components/party-orgs/chart-finder.tsx";
import { WaitingOrgChanges } from "#components/party-orgs/org-history.tsx";
import { OrgRehearsalCard } from "#components/party-orgs/rehearsal-card.tsx";
import { SeatForm } from "#components/party-orgs/seat-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { withParams } from "#lib/base/url-state.ts";
import type { Registered, Waiting } from "#lib/domains/divisions/tree-change.ts";
import type { Proposed } from "#lib/domains/divisions/tree-proposal.ts";
import type { ChartChange } from "#lib/domains/party-orgs/party-org.ts";
import type { ChartPanel as Chosen } from "#lib/domains/party-orgs/queries/chart.ts";
import type { Candidate } from "#lib/domains/party-orgs/queries/leaders.ts";
import type { OrgRehearsal } from "#lib/domains/party-orgs/queries/rehearsal.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Work = {
  fields: Record<string, string>;
  candidates: readonly Candidate[];
  hits: readonly Candidate[];
  rehearsal: OrgRehearsal | { problem: string } | null;
};
type Props = {
  path: string;
  params: URLSearchParams;
  org: Chosen;
  doing: ChartChange | "new" | null;
  work: Work | null;
  today: string;
  leaveHref: string;
  backHref: string;
  rehearse: FormAction<{ id: number; query: Record<string, string> }>;
  save: Record<ChartChange, FormAction<Registered>>;
  /** Instead of saving, for whoever may only propose. */
  propose: FormAction<Proposed>;
  withdraw: FormAction<Waiting>;
};

const SAVED = ["now", "later", "withdrawn"] as const;

export async function ChartPanel(props: Props) {
  const t = await getTranslations("party-orgs");
  const { org, doing, params, withdraw, leaveHref } = props;
  const saved = SAVED.find((one) => one === params.get("saved"));
  return (
    <div className="grid gap-4">
      {saved ? (
        <div role="status">
          <Notice tone="ok">{t(`chart.saved.${saved}`)}</Notice>
        </div>
      ) : null}
      {doing === null ? (
        <Card title={t("chart.chosen", { name: org.name })}>
          <Facts org={org} />
          <Deeds org={org} leaveHref={leaveHref} />
        </Card>
      ) : (
        <Doing {...props} doing={doing} />
      )}
      {org.waiting.length > 0 ? (
        <Card title={t("chart.waiting", { count: org.waiting.length })}>
          <WaitingOrgChanges events={org.waiting} withdraw={org.mayChange ? withdraw : null} />
        </Card>
      ) : null}
    </div>
  );
}

async function Facts({ org }: { org: Chosen }) {
  const t = await getTranslations("party-orgs");
  const f = await getFormats();
  return (
    <SummaryList
      items={[
        { label: t("list.kind"), value: t(`kind.${org.kind}`), note: t(`setting.${org.setting}`) },
        { label: t("facts.place"), value: org.place },
        { label: t("facts.leader"), value: org.leaderName ?? <EmptyMark why="notApplicable" /> },
        { label: t("facts.secretary"), value: org.secretary ?? <EmptyMark /> },
        {
          label: t("chart.below"),
          value: (
            <Link
              href={`/orgs?f.under=${org.id}`}
              className="inline-flex min-h-touch items-center underline desk:min-h-6"
            >
              {f.number(org.below)}
            </Link>
          ),
          note: org.noSecretary > 0 ? t("chart.noSecretary", { count: org.noSecretary }) : undefined,
        },
        { label: t("chart.members"), value: f.number(org.members) },
        { label: t("facts.opened"), value: f.day(org.openedOn) },
      ]}
    />
  );
}

async function Deeds({ org, leaveHref }: { org: Chosen; leaveHref: string }) {
  const t = await getTranslations("party-orgs");
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {org.mayEdit
        ? (["new", "rename", "move", "close"] as const).map((deed) => (
            <LinkButton key={deed} href={`${leaveHref}&do=${deed}`} scroll={false}>
              {t(`chart.do.${deed}`)}
            </LinkButton>
          ))
        : null}
      <LinkButton href={`/orgs/${org.id}`} kind="quiet">
        {t("chart.page")}
      </LinkButton>
    </div>
  );
}

async function Doing({ doing, ...props }: Props & { doing: ChartChange | "new" }) {
  const t = await getTranslations("party-orgs");
  const { org, work, leaveHref } = props;
  const title = t(`chart.doing.${doing}`, { name: org.name });
  const leave = (
    <LinkButton href={leaveHref} kind="quiet" size="small" scroll={false}>
      {t("chart.leave")}
    </LinkButton>
  );
  if (doing === "new")
    return (
      <Card title={title} action={leave}>
        <SeatForm
          path="/orgs/new"
          q=""
          hits={[]}
          place={{ id: org.divisionId, name: org.place }}
          setting="TERRITORIAL"
          coverage=""
          leaderId={org.id}
        />
      </Card>
    );
  if (work?.rehearsal) return <Rehearsed {...props} kind={doing} work={work} rehearsal={work.rehearsal} />;
  return (
    <Card title={title} action={leave}>
      <DeedForm {...props} kind={doing} work={work} />
    </Card>
  );
}

type DeedProps = Omit<Props, "doing"> & { kind: ChartChange };

/** A leader or a successor is found first; then the form asks for the rest. */
async function DeedForm({ kind, path, params, org, work, today, rehearse }: DeedProps) {
  const field = kind === "move" ? "leaderId" : kind === "close" ? "targetId" : null;
  const chosenId = field ? params.get(field) : null;
  const chosen =
    chosenId && work
      ? (work.candidates.find((one) => String(one.id) === chosenId) ?? {
          ...{ id: Number(chosenId), place: "" },
          name: params.get("to") ?? chosenId,
        })
      : null;
  if (field && work && !chosen)
    return (
      <ChartFinder
        path={path}
        params={params}
        hits={work.hits}
        near={work.candidates.slice(0, 8)}
        hrefOf={(id, name) => withParams(path, params, { [field]: String(id), to: name, q: null })}
      />
    );
  return (
    <OrgChangeForm
      kind={kind}
      org={org}
      today={today}
      filled={params}
      candidates={chosen ? [chosen] : []}
      parts={null}
      rehearse={rehearse}
    />
  );
}

type RehearsedProps = DeedProps & { work: Work; rehearsal: NonNullable<Work["rehearsal"]> };

async function Rehearsed({ kind, work, rehearsal, org, today, save, propose, backHref }: RehearsedProps) {
  const common = await getTranslations("trees");
  if ("problem" in rehearsal)
    return (
      <Notice
        tone="watch"
        title={common("rehearsal.stale")}
        action={<LinkButton href={backHref}>{common("rehearsal.back")}</LinkButton>}
      >
        {rehearsal.problem}
      </Notice>
    );
  return (
    <OrgRehearsalCard
      kind={kind}
      today={today}
      rehearsal={rehearsal}
      fields={{ ...work.fields, id: String(org.id) }}
      save={save[kind]}
      propose={org.mayChange ? null : propose}
      backHref={backHref}
    />
  );
}
