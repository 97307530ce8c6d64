/** What an organization is, as facts of its page: who leads it and why, its members, its place, its days; or all that on a past day. */

import { getTranslations } from "next-intl/server";
import { MemberNumber } from "#components/party-orgs/member-number.tsx";
import { orgHref } from "#components/party-orgs/org-href.ts";
import { Secretary } from "#components/posts/secretary.tsx";
import Link from "#components/ui/link.tsx";
import type { Fact } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { membersOf } from "#lib/domains/party-orgs/party-org.ts";
import type { OrgView } from "#lib/domains/party-orgs/queries/org.ts";
import type { Team } from "#lib/domains/posts/principals.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function OrgHeadLine({ org }: { org: OrgView }) {
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

export async function orgFacts(org: OrgView, team: Team, mayEdit: boolean): Promise<Fact[]> {
  const t = await getTranslations("party-orgs");
  const f = await getFormats();
  const { on } = org;
  const held = org.affiliations.find(({ fromOn, toOn }) =>
    on ? fromOn <= on && (toOn === null || toOn > on) : toOn === null,
  );
  const running = org.life.terms.find(({ reelectedOn }) => reelectedOn === null);
  const facts: (Fact | null)[] = [
    org.stood || !on
      ? {
          label: t("facts.secretary"),
          value: <Secretary typed={on ? null : org.secretary} team={team} />,
          note:
            running && !on
              ? t("facts.term", { from: running.electedOn, nth: org.life.terms.length })
              : undefined,
        }
      : null,
    org.stood || !on
      ? {
          label: t("facts.members"),
          value: <MemberNumber of={on ? { ...org, memberCount: null } : org} unit />,
          note: on ? undefined : committeeNote(t, org),
        }
      : null,
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
          value: <Link href={orgHref(org.leaderId, on)}>{org.leaderName}</Link>,
          note: t(`basis.${org.basis}`),
        }
      : null,
    held
      ? {
          label: t("facts.department"),
          value: held.supervisingOrgId ? (
            <Link href={orgHref(held.supervisingOrgId, on)}>{held.supervisingOrgName}</Link>
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
    org.successor
      ? {
          label: t("facts.successor"),
          value: <Link href={`/orgs/${org.successor.id}`}>{org.successor.name}</Link>,
        }
      : null,
  ];
  return facts.filter((fact) => fact !== null);
}
