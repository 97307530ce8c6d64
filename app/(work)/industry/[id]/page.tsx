/** One organization of the industry chain: facts, villages, who leads its Party members, what it lacks, and the households it takes along. */

import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { LackList } from "#components/industry/lack-list.tsx";
import { LinkTable } from "#components/industry/link-table.tsx";
import { type IndustryNames, industryNames } from "#components/industry/names.ts";
import { PartyCard } from "#components/industry/party-card.tsx";
import { YearTable } from "#components/industry/year-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { type Fact, SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import type { Lack } from "#lib/domains/industry/industry.ts";
import { type EntityView, getEntity, MOST_LINKS } from "#lib/domains/industry/queries/get-entity.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { saveReopening } from "../actions.ts";

const SAVED = ["registered", "corrected", "party", "closed", "reopened", "linked", "link", "ended"] as const;

export async function generateMetadata() {
  const t = await getTranslations("industry");
  return { title: `${t("title")} · ${t("facts.title")}` };
}

export default page({
  route: "/industry/[id]",
  load: (scope, { params }) => getEntity(scope, { id: params.id ?? "" }),
  render: async (entity, { viewer, search, today }) => {
    const t = await getTranslations("industry");
    const names = await industryNames(entity.words);
    const open = entity.closedOn === null;
    const atSeat = may(viewer, "industry.edit", entity.divisionId);
    const mayEdit = open && atSeat;
    // A village that is covered links its own households, wherever the seat lies.
    const mayLink = [entity.divisionId, ...entity.villages.map(({ id }) => id)].some((id) =>
      may(viewer, "industry.edit", id),
    );
    const saved = SAVED.find((one) => one === search.saved);
    const own = `/industry/${entity.id}`;
    return (
      <>
        <PageHead
          title={entity.name}
          back={{ href: "/industry", label: t("title") }}
          mark={
            entity.closedOn ? <Badge tone="watch">{`${t("filter.closed")} ${entity.closedOn}`}</Badge> : null
          }
          note={
            entity.leading.coverage
              ? t("facts.head", {
                  kind: names.kind(entity.kind),
                  count: entity.villages.length,
                  spread: t(`spread.${entity.leading.coverage}`),
                })
              : names.kind(entity.kind)
          }
          actions={
            <>
              {open && mayLink ? (
                <LinkButton href={`${own}/link`} kind="primary">
                  {t("links.add")}
                </LinkButton>
              ) : null}
              {!open && atSeat ? (
                <Form action={saveReopening} buttonOnly id="reopen">
                  <input type="hidden" name="id" value={entity.id} />
                  <input type="hidden" name="version" value={entity.version} />
                  <SubmitButton kind="secondary">{t("close.reopen")}</SubmitButton>
                </Form>
              ) : null}
              {mayEdit ? (
                <>
                  <LinkButton href={`${own}/party`}>{t("party.change")}</LinkButton>
                  <LinkButton href={`${own}/edit`}>{t("form.edit")}</LinkButton>
                </>
              ) : null}
            </>
          }
        />
        {saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`saved.${saved}`)}</Notice>
          </div>
        ) : null}
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <div className="grid min-w-0 grid-cols-1 gap-4">
            {open ? (
              <Card title={t("lacks.title")}>
                <LackList
                  entity={entity}
                  today={today}
                  fixes={await fixesOf(entity, { mayEdit, mayLink, viewer })}
                />
              </Card>
            ) : null}
            <Card title={t("facts.title")} action={<WhoChanged kind="industryEntity" id={entity.id} />}>
              <SummaryList items={await factsOf(entity, names)} />
            </Card>
          </div>
          <div className="grid min-w-0 grid-cols-1 gap-4">
            <Card
              title={t("party.title")}
              action={<WhoChanged kind="industryEntity" id={entity.id} field="party" />}
            >
              <PartyCard entity={entity} names={names} />
            </Card>
            <Card title={t("villages.title")}>
              <Villages entity={entity} />
            </Card>
            <Card
              title={t("years.title")}
              action={
                mayLink ? (
                  <Link href={`${own}/year`} className="inline-flex min-h-touch items-center desk:min-h-6">
                    {t("year.open")}
                  </Link>
                ) : null
              }
            >
              <YearTable rows={entity.years} />
            </Card>
          </div>
        </div>
        <div className="mt-4">
          <Card
            title={t("links.title")}
            note={
              entity.links.length < MOST_LINKS
                ? t("links.note", { count: entity.linked })
                : t("links.most", { count: entity.linked, most: MOST_LINKS })
            }
            id="links"
            flush={entity.links.length > 0}
          >
            {entity.links.length > 0 ? (
              <LinkTable
                rows={entity.links}
                entityId={entity.id}
                mayChange={mayLink}
                copies={mayAnywhere(viewer, "household.export")}
              />
            ) : (
              <EmptyState kind="never" title={t(entity.whole ? "links.none" : "links.noneSeen")} />
            )}
          </Card>
        </div>
      </>
    );
  },
});

type Rights = { mayEdit: boolean; mayLink: boolean; viewer: Parameters<typeof may>[0] };

/** Where each lack is mended, for whoever may. */
async function fixesOf(entity: EntityView, { mayEdit, mayLink, viewer }: Rights) {
  const t = await getTranslations("industry");
  const { leading, org } = entity;
  const own = `/industry/${entity.id}`;
  const founding = new URLSearchParams({
    divisionId: String(leading.seatId),
    setting: "ENTITY",
    coverage: leading.coverage ?? "",
    name: t("party.foundName", { name: entity.name }),
  });
  return (lack: Lack): string | null => {
    if (lack === "households") return mayLink ? `${own}/link` : null;
    if (lack === "income") return mayLink ? `${own}/year` : null;
    if (lack === "affiliation")
      return org && may(viewer, "partyOrg.edit", org.divisionId) ? `/orgs/${org.id}/change?kind=move` : null;
    if (
      lack === "ownBranch" &&
      entity.party.coverage === "NONE" &&
      may(viewer, "partyOrg.edit", leading.seatId)
    )
      return `/orgs/new?${founding}`;
    if (!mayEdit) return null;
    return ["ownBranch", "party", "mode", "orgClosed"].includes(lack)
      ? `${own}/party`
      : `${own}/edit#entity-${lack}`;
  };
}

async function factsOf(entity: EntityView, names: IndustryNames): Promise<Fact[]> {
  const t = await getTranslations("industry");
  const f = await getFormats();
  const people = (count: number | null) => (count === null ? <EmptyMark /> : t("facts.people", { count }));
  const facts: (Fact | null)[] = [
    { label: t("facts.kind"), value: names.kind(entity.kind) },
    { label: t("facts.place"), value: <Link href={`/divisions/${entity.divisionId}`}>{entity.place}</Link> },
    {
      label: t("facts.creditNo"),
      value: entity.creditNo ? <span className="break-all tabular">{entity.creditNo}</span> : <EmptyMark />,
    },
    { label: t("facts.registered"), value: entity.registeredOn ? f.day(entity.registeredOn) : <EmptyMark /> },
    {
      label: t("facts.capital"),
      value: entity.capitalFen === null ? <EmptyMark /> : f.yuan(entity.capitalFen),
    },
    { label: t("facts.operator"), value: entity.operator ?? <EmptyMark /> },
    { label: t("facts.members"), value: people(entity.memberCount) },
    {
      label: t("facts.partyMembers"),
      value: people(entity.partyMembers),
      note: entity.fullMembers === null ? undefined : t("facts.full", { count: entity.fullMembers }),
    },
    { label: t("facts.opened"), value: f.day(entity.openedOn) },
    entity.closedOn
      ? { label: t("facts.closed"), value: f.day(entity.closedOn), note: entity.closedWhy ?? undefined }
      : null,
  ];
  return facts.filter((fact) => fact !== null);
}

async function Villages({ entity }: { entity: EntityView }) {
  const t = await getTranslations("industry");
  return (
    <ul className="divide-y divide-line">
      {entity.villages.map((village) => (
        <li
          key={`${village.id} ${village.formerName}`}
          className="flex min-h-row flex-wrap items-center gap-x-3"
        >
          <Link
            href={`/divisions/${village.id}`}
            className="inline-flex min-h-touch items-center desk:min-h-6"
          >
            {village.name}
          </Link>
          <span className="text-ink-2 text-note">
            {[
              village.townshipName,
              village.formerName ? t("villages.former", { name: village.formerName }) : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
