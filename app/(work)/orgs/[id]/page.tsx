/** One Party organization: who leads it and why, what it still lacks, its terms, what it leads, and how it came to be; or all that on a past day. */

import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { RosterCard } from "#components/members/roster-card.tsx";
import { PaperBlock } from "#components/papers/paper-block.tsx";
import { saidOf } from "#components/papers/paper-changes.ts";
import { SavedNotice } from "#components/papers/saved-notice.tsx";
import { causeWords } from "#components/party-orgs/cause-words.ts";
import { LackList } from "#components/party-orgs/lack-list.tsx";
import { TermCard, WeakCard } from "#components/party-orgs/life-cards.tsx";
import { MemberNumber } from "#components/party-orgs/member-number.tsx";
import { OnDay, PastNotice, pastDay } from "#components/party-orgs/on-day.tsx";
import { OrgHistory, WaitingOrgChanges } from "#components/party-orgs/org-history.tsx";
import { Secretary } from "#components/posts/secretary.tsx";
import { TeamCard } from "#components/posts/team-card.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { type Fact, SummaryList } from "#components/ui/summary-list.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { rosterOfOrg } from "#lib/domains/members/queries/roster-of-org.ts";
import { papersOf } from "#lib/domains/papers/queries/papers-of.ts";
import type { Basis } from "#lib/domains/party-orgs/affiliation.ts";
import { membersOf, ORG_CHANGES, type OrgKind } from "#lib/domains/party-orgs/party-org.ts";
import { getOrg, type OrgView } from "#lib/domains/party-orgs/queries/org.ts";
import { principalsOf, type Team } from "#lib/domains/posts/principals.ts";
import { showTeam } from "#lib/domains/posts/queries/team.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { deletePaper, savePaper } from "../../papers/actions.ts";
import { withdraw } from "../actions.ts";

const SAVED = ["now", "later", "described", "elected", "postponed", "department"] as const;

export async function generateMetadata() {
  const t = await getTranslations("party-orgs");
  return { title: `${t("title")} · ${t("facts.title")}` };
}

export default page({
  route: "/orgs/[id]",
  load: async (scope, { params, search }) => {
    const on = pastDay(toParams(search).get("on"), scope.today);
    const org = await getOrg(scope, { id: params.id, on });
    return {
      org,
      roster: await rosterOfOrg(scope, { orgId: org.id }),
      papers: await papersOf(scope, { kind: "partyOrg", id: String(org.id) }),
      team: await showTeam(scope, { orgId: org.id }),
    };
  },
  render: async ({ org, roster, papers, team }, { viewer, search, today }) => {
    const t = await getTranslations("party-orgs");
    const mayPapers = may(viewer, "partyOrg.edit", org.divisionId);
    const asked = toParams(search);
    const { on } = org;
    const mayEdit = mayPapers && org.closedOn === null && on === null;
    const mayPosts = may(viewer, "post.edit", org.divisionId) && org.closedOn === null;
    // Where the post of secretary is kept, its card says who holds it; the text that was typed is not asked for any more.
    const kept = principalsOf(team).length > 0;
    const lacks = org.life.lacks.filter(({ kind }) => kind !== "secretary" || !kept);
    const causeOf = await causeWords(org.life.causes);
    const waiting = on ? [] : org.events.filter((event) => event.status === "SCHEDULED");
    const saved = SAVED.find((one) => one === search.saved);
    const said = saidOf(search);
    const change = (kind: string) => `/orgs/${org.id}/change?kind=${kind}`;
    return (
      <>
        <PageHead
          title={org.name}
          back={{ href: "/orgs", label: t("title") }}
          trail={org.line.map((one) => ({ label: one.name, href: hrefOn(one.id, on) }))}
          mark={
            <Badge tone={org.closedOn && !on ? "watch" : "plain"}>
              {org.closedOn && !on ? t("tree.closed", { day: org.closedOn }) : t(`kind.${org.kind}`)}
            </Badge>
          }
          note={<HeadLine org={org} />}
          actions={
            mayEdit ? (
              <>
                <LinkButton href={change("describe")} kind="primary">
                  {t("change.describe")}
                </LinkButton>
                {ORG_CHANGES.map((kind) => (
                  <LinkButton key={kind} href={change(kind)}>
                    {t(`change.${kind}`)}
                  </LinkButton>
                ))}
              </>
            ) : null
          }
        />
        {on ? <PastNotice path={`/orgs/${org.id}`} params={asked} on={on} /> : null}
        {org.stood || !on ? null : <p className="mb-3 font-semibold">{t("asOf.notThere", { day: on })}</p>}
        {saved ? (
          <SavedNotice change={mayPapers && said.change !== undefined}>{t(`saved.${saved}`)}</SavedNotice>
        ) : null}
        <div className="grid items-start gap-4 wide:grid-cols-2">
          {waiting.length > 0 ? (
            <Card title={t("waiting.title")}>
              <WaitingOrgChanges events={waiting} withdraw={mayEdit ? withdraw : null} />
            </Card>
          ) : null}
          <Card title={t("facts.title")} action={<WhoChanged kind="partyOrg" id={org.id} />}>
            <SummaryList items={await factsOf(org, team, mayEdit)} />
          </Card>
          {org.closedOn === null && !on ? (
            <Card title={t("lacks.title")}>
              <LackList orgId={org.id} lacks={lacks} mayEdit={mayEdit} />
            </Card>
          ) : null}
          {on ? null : (
            <>
              <TermCard org={org} mayEdit={mayEdit} today={today} />
              <WeakCard org={org} mayEdit={mayEdit} today={today} causeOf={causeOf} />
              <Card title={t("facts.members")} id="members">
                <RosterCard
                  roster={roster}
                  reported={org.memberCount}
                  enrollHref={
                    org.closedOn === null && may(viewer, "member.edit", org.divisionId)
                      ? `/members/new?org=${org.id}`
                      : null
                  }
                />
              </Card>
              <TeamCard
                team={team}
                setUpHref={mayPosts ? `/cadres/new?org=${org.id}` : null}
                listHref={`/cadres?u=${org.divisionId}`}
              />
            </>
          )}
          <PaperBlock
            owner={{ kind: "partyOrg", id: String(org.id) }}
            view={papers}
            may={mayPapers && !on}
            events={org.events}
            said={said}
            today={today}
            correct={savePaper}
            remove={deletePaper}
          />
          <Card title={t("history.title")}>
            <OrgHistory
              id={org.id}
              affiliations={org.affiliations}
              events={org.events.filter((event) => event.status !== "SCHEDULED")}
            />
          </Card>
          <Card title={t("led.title")} flush={org.led.length > 0}>
            <Led org={org} />
          </Card>
        </div>
        <div className="mt-4">
          <OnDay path={`/orgs/${org.id}`} params={new URLSearchParams()} on={on} today={today} />
        </div>
      </>
    );
  },
});

const hrefOn = (id: number, on: string | null) => (on ? `/orgs/${id}?on=${on}` : `/orgs/${id}`);

async function HeadLine({ org }: { org: OrgView }) {
  const t = await getTranslations("party-orgs");
  const parts = [
    t("facts.head", { kind: t(`kind.${org.kind}`), setting: t(`setting.${org.setting}`) }),
    org.foundedOn ? t("facts.foundedOn", { day: org.foundedOn }) : null,
    org.leaderName && org.basis
      ? t("facts.ledBy", { leader: org.leaderName, basis: t(`basis.${org.basis}`) })
      : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

/** From so many members on, a branch has a committee; below, a secretary alone (domain.md §3.6). */
function committeeNote(t: Awaited<ReturnType<typeof getTranslations<"party-orgs">>>, org: OrgView) {
  const { committeeInside } = org.life.sizes;
  const members = membersOf(org);
  if (org.kind !== "BRANCH" || members === null) return undefined;
  return t(members < committeeInside ? "facts.secretaryOnly" : "facts.committee", {
    count: committeeInside,
  });
}

async function factsOf(org: OrgView, team: Team, mayEdit: boolean): Promise<Fact[]> {
  const t = await getTranslations("party-orgs");
  const f = await getFormats();
  const { on } = org;
  const held = org.affiliations.find(({ fromOn, toOn }) =>
    on ? fromOn <= on && (toOn === null || toOn > on) : toOn === null,
  );
  const running = org.life.terms.find(({ reelectedOn }) => reelectedOn === null);
  const facts: (Fact | null)[] = [
    on
      ? null
      : {
          label: t("facts.secretary"),
          value: <Secretary typed={org.secretary} team={team} />,
          note: running
            ? t("facts.term", { from: running.electedOn, nth: org.life.terms.length })
            : undefined,
        },
    on
      ? null
      : {
          label: t("facts.members"),
          value: <MemberNumber of={org} unit />,
          note: committeeNote(t, org),
        },
    org.coverage ? { label: t("facts.coverage"), value: t(`coverage.${org.coverage}`) } : null,
    {
      label: t("facts.place"),
      value: org.place.slice(-3).map((place, at) => (
        <span key={place.id}>
          {at > 0 ? " ▸ " : ""}
          <Link href={`/divisions/${place.id}`}>{place.name}</Link>
        </span>
      )),
    },
    org.leaderId !== null && org.basis
      ? {
          label: t("facts.leader"),
          value: <Link href={hrefOn(org.leaderId, on)}>{org.leaderName}</Link>,
          note: t(`basis.${org.basis}`),
        }
      : null,
    held
      ? {
          label: t("facts.department"),
          value: held.supervisingOrgId ? (
            <Link href={hrefOn(held.supervisingOrgId, on)}>{held.supervisingOrgName}</Link>
          ) : (
            (held.supervisingDept ?? <EmptyMark />)
          ),
          note: held.supervisingDept && !held.supervisingOrgId ? t("facts.departmentText") : undefined,
          action:
            mayEdit && !on ? (
              <Link
                href={`/orgs/${org.id}/change?kind=department`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {t("facts.departmentChange")}
              </Link>
            ) : undefined,
        }
      : null,
    { label: t("facts.founded"), value: org.foundedOn ? f.day(org.foundedOn) : <EmptyMark /> },
    { label: t("facts.opened"), value: f.day(org.openedOn) },
    org.closedOn ? { label: t("facts.closed"), value: f.day(org.closedOn) } : null,
  ];
  return facts.filter((fact) => fact !== null);
}

async function Led({ org }: { org: OrgView }) {
  const t = await getTranslations("party-orgs");
  if (org.led.length === 0) return <p className="text-ink-2">{t("led.none")}</p>;
  return (
    <Table caption={t("led.title")} stacked>
      <Head>
        <Column>{t("led.name")}</Column>
        <Column>{t("led.kind")}</Column>
        <Column>{t("led.basis")}</Column>
        <Column>{t("led.secretary")}</Column>
        <Column numeric>{t("led.members")}</Column>
      </Head>
      <Body>
        {org.led.map((one) => (
          <Row key={one.id}>
            <Cell head>
              <Link
                href={hrefOn(one.id, org.on)}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {one.name}
              </Link>
            </Cell>
            <Cell label={t("led.kind")} nowrap>
              {t(`kind.${one.kind as OrgKind}`)}
            </Cell>
            <Cell label={t("led.basis")}>{t(`basis.${one.basis as Basis}`)}</Cell>
            <Cell label={t("led.secretary")}>{(!org.on && one.secretary) || <EmptyMark />}</Cell>
            <Cell label={t("led.members")} numeric>
              {org.on ? <EmptyMark /> : <MemberNumber of={one} />}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
