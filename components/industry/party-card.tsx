/** How the Party covers an entity: its organization, who leads that one, what the rule says to it, and how it was before. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import type { EntityView } from "#lib/domains/industry/queries/get-entity.ts";
import type { IndustryNames } from "./names.ts";
import { PartyMark } from "./party-mark.tsx";

export async function PartyCard({ entity, names }: { entity: EntityView; names: IndustryNames }) {
  const t = await getTranslations("industry");
  const { party, org, spells } = entity;
  const items = [
    {
      label: t("filter.party"),
      value: <PartyMark coverage={party.coverage} />,
      note: party.fromOn ? t("party.since", { from: party.fromOn }) : undefined,
    },
    ...(org
      ? [
          {
            label: t("party.org"),
            value: <Link href={`/orgs/${org.id}`}>{org.name}</Link>,
            note:
              org.leaderName && org.basis
                ? `${t("party.leader", { leader: org.leaderName })} · ${t(`party.basis.${org.basis}`)}`
                : undefined,
          },
          { label: t("party.mode"), value: names.mode(party.mode) ?? <EmptyMark /> },
        ]
      : []),
  ];
  return (
    <>
      <SummaryList items={items} />
      <Ruling entity={entity} />
      {spells.length > 1 ? (
        <details className="mt-2">
          <summary className="flex min-h-control cursor-pointer items-center font-semibold">
            {t("party.history")}
          </summary>
          <ul className="divide-y divide-line">
            {spells.map((spell) => (
              <li key={spell.fromOn} className="py-1">
                <span className="mr-2 tabular text-ink-2 text-note">
                  {spell.toOn
                    ? t("party.between", { from: spell.fromOn, to: spell.toOn })
                    : t("party.since", { from: spell.fromOn })}
                </span>
                {[t(`coverage.${spell.coverage}`), spell.orgName, names.mode(spell.mode)]
                  .filter(Boolean)
                  .join(" · ")}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** What the rule of affiliation proposes, with its reason, and what the present affiliation breaks. */
export async function Ruling({ entity }: { entity: Pick<EntityView, "leading" | "broken" | "party"> }) {
  const t = await getTranslations("industry");
  const say = await getTranslations("problems");
  const { leading, broken, party } = entity;
  const { proposal } = leading;
  if (!proposal) return null;
  const reason = t(`party.reason.${proposal.reason}`, { place: leading.villageName });
  const judged = party.coverage === "OWN" || party.coverage === "JOINT";
  return (
    <div className="mt-2 grid gap-1">
      <p className="text-ink-2">
        {proposal.leader
          ? t("party.proposed", { leader: proposal.leader.name, reason })
          : t("party.noLeader")}
      </p>
      {broken.map((key) => (
        <p key={key} className="flex items-center gap-1.5 font-semibold text-behind">
          <Shape state="behind" className="size-3" />
          {say(key as "affiliation.crossBasis")}
        </p>
      ))}
      {judged && broken.length === 0 ? (
        <p className="flex items-center gap-1.5 text-ok">
          <Shape state="ok" className="size-3" />
          {t("party.fine")}
        </p>
      ) : null}
    </div>
  );
}
