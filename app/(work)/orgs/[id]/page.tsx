/** One Party organization: who leads it and why, what it still lacks, its terms, what it leads, and how it came to be; or all that on a past day. */

import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { RosterCard } from "#components/members/roster-card.tsx";
import { UnitVillageCard } from "#components/pairings/unit-village-card.tsx";
import { PaperBlock } from "#components/papers/paper-block.tsx";
import { saidOf } from "#components/papers/paper-changes.ts";
import { SavedNotice } from "#components/papers/saved-notice.tsx";
import { causeWords } from "#components/party-orgs/cause-words.ts";
import { LackList } from "#components/party-orgs/lack-list.tsx";
import { LedTable } from "#components/party-orgs/led-table.tsx";
import { TermCard, WeakCard } from "#components/party-orgs/life-cards.tsx";
import { OnDay, PastNotice, pastDay } from "#components/party-orgs/on-day.tsx";
import { OrgHeadLine, orgFacts } from "#components/party-orgs/org-facts.tsx";
import { OrgHistory, WaitingOrgChanges } from "#components/party-orgs/org-history.tsx";
import { orgHref } from "#components/party-orgs/org-href.ts";
import { TeamCard } from "#components/posts/team-card.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { rosterOfOrg } from "#lib/domains/members/queries/roster-of-org.ts";
import { villagesOfOrg } from "#lib/domains/pairings/queries/unit-villages.ts";
import { papersOf } from "#lib/domains/papers/queries/papers-of.ts";
import { ORG_CHANGES } from "#lib/domains/party-orgs/party-org.ts";
import { getOrg } from "#lib/domains/party-orgs/queries/org.ts";
import { showTeam } from "#lib/domains/posts/queries/team.ts";
import { page } from "#lib/platform/page.ts";
import { deletePaper, savePaper } from "../../papers/actions.ts";
import { withdraw } from "../actions.ts";

const SAVED = [
  "now",
  "later",
  "undone",
  "described",
  "elected",
  "postponed",
  "department",
  "electionTakenBack",
  "weakTakenBack",
] as const;

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
      roster: await rosterOfOrg(scope, { orgId: org.id, on }),
      papers: await papersOf(scope, { kind: "partyOrg", id: String(org.id) }),
      team: await showTeam(scope, { orgId: org.id, on: on ?? undefined }),
      villages: await villagesOfOrg(scope, { orgId: org.id }),
    };
  },
  render: async ({ org, roster, papers, team, villages }, { viewer, search, today }) => {
    const t = await getTranslations("party-orgs");
    const mayPapers = may(viewer, "partyOrg.edit", org.divisionId);
    const mayChange = may(viewer, "partyOrg.change", org.divisionId);
    const asked = toParams(search);
    const { on } = org;
    const mayEdit = mayPapers && org.closedOn === null && on === null;
    const mayRoster = may(viewer, "member.edit", org.divisionId);
    const mayPosts = may(viewer, "post.edit", org.divisionId) && org.closedOn === null;
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
          trail={org.line.map((one) => ({ label: one.name, href: orgHref(one.id, on) }))}
          mark={
            <Badge tone={org.closedOn && !on ? "watch" : "plain"}>
              {org.closedOn && !on ? t("tree.closed", { day: org.closedOn }) : t(`kind.${org.kind}`)}
            </Badge>
          }
          note={<OrgHeadLine org={org} />}
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
        {on ? (
          <PastNotice path={`/orgs/${org.id}`} params={asked} on={on}>
            {t("asOf.noteOne")}
          </PastNotice>
        ) : null}
        {org.stood || !on ? null : <p className="mb-3 font-semibold">{t("asOf.notThere", { day: on })}</p>}
        {saved ? (
          <SavedNotice change={mayPapers && said.change !== undefined}>{t(`saved.${saved}`)}</SavedNotice>
        ) : null}
        <div className="grid items-start gap-4 wide:grid-cols-2">
          {waiting.length > 0 ? (
            <Card title={t("waiting.title")}>
              <WaitingOrgChanges events={waiting} withdraw={mayChange && mayEdit ? withdraw : null} />
            </Card>
          ) : null}
          <Card title={t("facts.title")} action={<WhoChanged kind="partyOrg" id={org.id} />}>
            <SummaryList items={await orgFacts(org, team, mayEdit)} />
          </Card>
          {org.closedOn === null && !on ? (
            <Card title={t("lacks.title")}>
              <LackList orgId={org.id} lacks={org.life.lacks} mayEdit={mayEdit} />
            </Card>
          ) : null}
          {on ? null : (
            <>
              <TermCard org={org} mayEdit={mayEdit} today={today} />
              <WeakCard org={org} mayEdit={mayEdit} today={today} causeOf={causeOf} />
            </>
          )}
          {org.stood || !on ? (
            <>
              <Card title={t("facts.members")} id="members">
                <RosterCard
                  roster={roster}
                  reported={on ? null : org.memberCount}
                  enrollHref={mayRoster && org.closedOn === null && !on ? `/members/new?org=${org.id}` : null}
                />
              </Card>
              {villages.length > 0 ? (
                <UnitVillageCard of="org" rows={villages} today={today} mayChange={false} />
              ) : null}
              <TeamCard
                team={team}
                setUpHref={mayPosts && !on ? `/cadres/new?org=${org.id}` : null}
                listHref={`/cadres?u=${org.divisionId}${on ? `&on=${on}` : ""}`}
              />
            </>
          ) : null}
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
              undoHref={mayChange && !on ? (event) => `/orgs/changes/${event}` : null}
            />
          </Card>
          <Card title={t("led.title")} flush={org.led.length > 0}>
            <LedTable org={org} />
          </Card>
        </div>
        <div className="mt-4">
          <OnDay path={`/orgs/${org.id}`} params={new URLSearchParams()} on={on} today={today} />
        </div>
      </>
    );
  },
});
