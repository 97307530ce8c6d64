/** One division: what it is, what lies below, what waits for its day, and its lineage. */

import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { Lineage, WaitingChanges } from "#components/divisions/lineage.tsx";
import { UnitVillageCard } from "#components/pairings/unit-village-card.tsx";
import { PaperBlock } from "#components/papers/paper-block.tsx";
import { saidOf } from "#components/papers/paper-changes.ts";
import { SavedNotice } from "#components/papers/saved-notice.tsx";
import { principals } from "#components/posts/secretary.tsx";
import { TeamCard } from "#components/posts/team-card.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { type Fact, SummaryList } from "#components/ui/summary-list.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { changesOf, type Level, registeredIn } from "#lib/domains/divisions/division.ts";
import { type DivisionPage, getDivision } from "#lib/domains/divisions/queries/division.ts";
import { unitsOfVillage } from "#lib/domains/pairings/queries/unit-villages.ts";
import { papersOf } from "#lib/domains/papers/queries/papers-of.ts";
import { showTeam } from "#lib/domains/posts/queries/team.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { deletePaper, savePaper } from "../../papers/actions.ts";
import { withdraw } from "../actions.ts";

const SAVED = ["now", "later", "withdrawn", "undone"] as const;

export async function generateMetadata() {
  const t = await getTranslations("divisions");
  return { title: `${t("title")} · ${t("facts.title")}` };
}

export default page({
  route: "/divisions/[id]",
  load: async (scope, { params }) => {
    const division = await getDivision(scope, { id: params.id });
    return {
      division,
      papers: await papersOf(scope, { kind: "division", id: String(division.id) }),
      team: await showTeam(scope, { divisionId: division.id }),
      units: division.level === "VILLAGE" ? await unitsOfVillage(scope, { unit: String(division.id) }) : [],
    };
  },
  render: async ({ division, papers, team, units }, { viewer, search, today }) => {
    const t = await getTranslations("divisions");
    const procedures = await getTranslations("procedures");
    const { id, name, trail, events } = division;
    const mayEdit = may(viewer, "division.edit", id);
    const mayPropose = may(viewer, "division.propose", id);
    const waiting = events.filter((event) => event.status === "SCHEDULED");
    const saved = SAVED.find((one) => one === search.saved);
    const said = saidOf(search);
    const open = [...trail.map((node) => node.id), id].slice(1).join(",");
    return (
      <>
        <PageHead
          title={name}
          back={{ href: `/divisions${open ? `?open=${open}` : ""}#n${id}`, label: t("title") }}
          trail={trail.map((node) => ({ label: node.name, href: `/divisions/${node.id}` }))}
          mark={
            <Badge tone={division.closedOn ? "watch" : "plain"}>
              {division.closedOn
                ? t("tree.closed", { day: division.closedOn })
                : t(`level.${division.level as Level}`)}
            </Badge>
          }
          actions={
            <>
              {division.level !== "GROUP" && reaches(viewer, id) ? (
                <LinkButton href={`/divisions/${id}/register`}>{t("register")}</LinkButton>
              ) : null}
              {mayPropose
                ? changesOf(division).map((kind) => (
                    <LinkButton
                      key={kind}
                      href={`/divisions/${id}/change?kind=${kind}`}
                      kind={kind === "open" ? "primary" : "secondary"}
                    >
                      {t(`change.${kind}`)}
                    </LinkButton>
                  ))
                : null}
            </>
          }
        />
        {saved ? (
          <SavedNotice change={mayEdit && said.change !== undefined}>{t(`saved.${saved}`)}</SavedNotice>
        ) : null}
        <div className="grid gap-4">
          {waiting.length > 0 ? (
            <Card title={t("waiting.title")}>
              <WaitingChanges id={id} events={waiting} withdraw={mayEdit ? withdraw : null} />
            </Card>
          ) : null}
          <Card
            title={t("facts.title")}
            note={t("reachNote")}
            action={
              <>
                {(division.level === "VILLAGE" || division.level === "COUNTY") && reaches(viewer, id) ? (
                  <LinkButton size="small" href={`/divisions/${id}/exit`}>
                    {procedures("unit.open")}
                  </LinkButton>
                ) : null}
                <WhoChanged kind="division" id={id} />
              </>
            }
          >
            <SummaryList columns={2} items={[...(await factsOf(division)), ...(await principals(team))]} />
          </Card>
          {division.level === "GROUP" ? null : (
            <Card title={t("children.title")} flush={division.children.length > 0}>
              <Children division={division} />
            </Card>
          )}
          {division.level === "GROUP" ? null : (
            <TeamCard
              team={team}
              setUpHref={
                may(viewer, "post.edit", id) && division.closedOn === null ? `/cadres/new?u=${id}` : null
              }
              listHref={`/cadres?u=${id}`}
            />
          )}
          {division.level === "VILLAGE" && reaches(viewer, id) ? (
            <UnitVillageCard
              of="village"
              rows={units}
              today={today}
              takeHref={
                may(viewer, "pairing.edit", id) && division.closedOn === null
                  ? `/pairings/villages/new?u=${id}`
                  : null
              }
              mayChange={may(viewer, "pairing.edit", id)}
            />
          ) : null}
          <PaperBlock
            owner={{ kind: "division", id: String(id) }}
            view={papers}
            may={mayEdit}
            events={events}
            said={said}
            today={today}
            correct={savePaper}
            remove={deletePaper}
          />
          <Card title={t("history.title")}>
            <Lineage
              id={id}
              openedOn={division.openedOn}
              events={events}
              undoHref={mayEdit ? (event) => `/divisions/changes/${event}` : null}
            />
          </Card>
        </div>
      </>
    );
  },
});

async function factsOf(division: DivisionPage): Promise<Fact[]> {
  const t = await getTranslations("divisions");
  const f = await getFormats();
  const above = division.trail.at(-1);
  const facts: (Fact | null)[] = [
    { label: t("facts.level"), value: t(`level.${division.level as Level}`) },
    {
      label: t("facts.code"),
      value: division.code ? <span className="tabular">{division.code}</span> : <EmptyMark />,
    },
    above
      ? { label: t("facts.above"), value: <Link href={`/divisions/${above.id}`}>{above.name}</Link> }
      : null,
    division.nameBo ? { label: t("facts.nameBo"), value: <span lang="bo">{division.nameBo}</span> } : null,
    { label: t("facts.opened"), value: f.day(division.openedOn) },
    division.closedOn ? { label: t("facts.closed"), value: f.day(division.closedOn) } : null,
    division.successor
      ? {
          label: t("facts.successor"),
          value: <Link href={`/divisions/${division.successor.id}`}>{division.successor.name}</Link>,
        }
      : null,
    { label: t("facts.below"), value: t("facts.count", { count: division.below }) },
    {
      label: t("facts.households"),
      value:
        division.households === null ? (
          <EmptyMark why="noPermission" />
        ) : (
          <Link href={registeredIn(division.id)}>
            {t("facts.countHouseholds", { count: division.households })}
          </Link>
        ),
    },
    {
      label: t("facts.partyOrgs"),
      value: <Link href={`/orgs?u=${division.id}`}>{t("facts.count", { count: division.partyOrgs })}</Link>,
    },
  ];
  return facts.filter((fact) => fact !== null);
}

async function Children({ division }: { division: DivisionPage }) {
  const t = await getTranslations("divisions");
  const f = await getFormats();
  if (division.children.length === 0) return <p className="text-ink-2">{t("children.none")}</p>;
  return (
    <Table caption={t("children.title")}>
      <Head>
        <Column>{t("children.name")}</Column>
        <Column>{t("children.code")}</Column>
        <Column numeric>{t("children.households")}</Column>
      </Head>
      <Body>
        {division.children.map((child) => (
          <Row key={child.id}>
            <Cell head>
              <Link href={`/divisions/${child.id}`} className="inline-flex min-h-6 items-center">
                {child.name}
              </Link>{" "}
              {child.closedOn ? <Badge>{t("children.closed")}</Badge> : null}
            </Cell>
            <Cell nowrap>{child.code ? <span className="tabular">{child.code}</span> : <EmptyMark />}</Cell>
            <Cell numeric>
              {child.households === null ? (
                <EmptyMark why="noPermission" />
              ) : (
                <Link href={registeredIn(child.id)}>{f.number(child.households)}</Link>
              )}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
