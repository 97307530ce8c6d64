/** industry.get: one entity with its villages, its Party coverage and what the rule says to it, and the households it takes along. */
import { reachable } from "#lib/domains/divisions/place.ts";
import type { Coverage } from "#lib/domains/party-orgs/affiliation.ts";
import { type Proposal, proposeLeader } from "#lib/domains/party-orgs/queries/leaders.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import {
  type CoveredVillage,
  coverageOf,
  incomeYear,
  type Lack,
  type LinkRole,
  lacksOf,
  type PartyCoverage,
} from "../industry.ts";
import { EntityId } from "../input.ts";
import { type Entity, entityOf } from "../inside/entity.ts";
import { brokenRules, type LedOrg, ledOrg, type PartyNow, partyOn, villagesServed } from "../inside/party.ts";
import { coveredBy } from "../inside/villages.ts";
import { type IndustryWords, industryWords } from "../words.ts";

export type LinkRow = {
  id: string;
  householdId: string;
  headName: string;
  place: string;
  role: LinkRole;
  fromOn: string;
  toOn: string | null;
  /** It holds today. */
  running: boolean;
  incomes: { year: number; fen: string }[];
};
export type PartySpell = {
  coverage: PartyCoverage;
  orgId: number | null;
  orgName: string | null;
  mode: string | null;
  fromOn: string;
  toOn: string | null;
};
export type Leading = {
  coverage: Coverage | null;
  proposal: Proposal | null;
  /** Where an organization of its own would sit. */
  seatId: number;
  villageName: string;
};

export type YearRow = {
  year: number;
  poorMembers: number | null;
  outputFen: string | null;
  raisedFen: string | null;
};

export type EntityView = Entity & {
  words: IndustryWords;
  villages: CoveredVillage[];
  party: PartyNow;
  org: LedOrg | null;
  /** Sentences of the room "problems". */
  broken: string[];
  spells: PartySpell[];
  years: YearRow[];
  leading: Leading;
  links: LinkRow[];
  /** Households that it takes along today, as far as the viewer reaches. */
  linked: number;
  /** The viewer reaches all its villages: that none is linked is then a finding. */
  whole: boolean;
  lacks: Lack[];
  withoutIncome: number;
};

export const MOST_LINKS = 300;

export const getEntity = query({
  name: "industry.get",
  input: EntityId,
  run: async (scope, { id }): Promise<EntityView> => {
    const { sql, today } = scope;
    const entity = await entityOf(sql, id);
    if (!entity) throw notFound();
    const villages = (await coveredBy(sql, [id])).map(({ entityId: _one, ...village }) => village);
    const party = await partyOn(sql, id, today);
    const org = party.orgId === null ? null : await ledOrg(sql, party.orgId);
    const judged = org !== null && (party.coverage === "OWN" || party.coverage === "JOINT");
    const served =
      judged && party.coverage === "JOINT" ? await villagesServed(sql, org.id, id, villages) : villages;
    const broken = judged ? brokenRules(org, served).map(({ key }) => key) : [];
    const links = await linksOf(scope, id);
    const whole =
      scope.viewer.seesAll || villages.every((village) => scope.viewer.reach.includes(village.id));
    const year = incomeYear(today);
    const earning = links.filter(
      ({ fromOn, toOn }) => fromOn <= `${year}-12-31` && (toOn === null || toOn > `${year}-01-01`),
    );
    const withoutIncome = earning.filter(({ incomes }) => !incomes.some((one) => one.year === year)).length;
    return {
      ...entity,
      ...{ villages, party, org, broken, links, whole, withoutIncome, words: await industryWords(sql) },
      linked: await linkedOf(scope, id),
      spells: await spellsOf(scope, id),
      years: await yearsOf(scope, id),
      leading: await leadingOf(scope, entity, villages),
      lacks:
        entity.closedOn === null
          ? lacksOf({
              ...{ ...entity, party, broken, linksWithoutIncome: withoutIncome },
              links: whole ? links.filter(({ running }) => running).length : null,
            })
          : [],
    };
  },
});

const linksOf = ({ sql, today, viewer }: Scope, id: string) => sql<LinkRow>`
  select l.id, l.household_id as "householdId", h.head_name as "headName", d.name as place, l.role, l.from_on::text as "fromOn",
    l.to_on::text as "toOn", (l.from_on <= ${today}::date and (l.to_on is null or l.to_on > ${today}::date)) as running,
    coalesce((select json_agg(json_build_object('year', i.year, 'fen', i.income_fen::text) order by i.year desc)
      from industry_income i where i.link_id = l.id), '[]') as incomes
  from industry_link l join household h on h.id = l.household_id join division d on d.id = l.division_id
  where l.entity_id = ${id}::uuid and (l.to_on is null or l.to_on > l.from_on)
    and ${reachable(viewer, { division: "l.division_id", household: "l.household_id" })}
  order by running desc, d.code nulls last, h.head_name, l.from_on, l.id limit ${MOST_LINKS}::int`;

async function linkedOf({ sql, today, viewer }: Scope, id: string): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(distinct l.household_id)::int as count from industry_link l
    where l.entity_id = ${id}::uuid and l.from_on <= ${today}::date and (l.to_on is null or l.to_on > ${today}::date)
      and ${reachable(viewer, { division: "l.division_id", household: "l.household_id" })}`;
  return row?.count ?? 0;
}

const spellsOf = ({ sql }: Scope, id: string) => sql<PartySpell>`
  select p.coverage, p.party_org_id as "orgId", o.name as "orgName", p.mode, p.from_on::text as "fromOn", p.to_on::text as "toOn"
  from industry_party p left join party_org o on o.id = p.party_org_id where p.entity_id = ${id}::uuid order by p.from_on desc`;

const yearsOf = ({ sql }: Scope, id: string) => sql<YearRow>`
  select year, poor_members as "poorMembers", output_fen::text as "outputFen", raised_fen::text as "raisedFen"
  from industry_year where entity_id = ${id}::uuid order by year desc limit 10`;

/** Who should lead a Party organization of it, by the rule, with the reason. */
async function leadingOf(
  scope: Scope,
  entity: Entity,
  villages: readonly CoveredVillage[],
): Promise<Leading> {
  const coverage = coverageOf(villages);
  const [first] = villages;
  if (coverage === null || !first)
    return { coverage, proposal: null, seatId: entity.divisionId, villageName: entity.place };
  const proposal = await proposeLeader(scope, { divisionId: first.id, setting: "ENTITY", coverage });
  const seatId = coverage === "ONE_VILLAGE" ? first.id : entity.divisionId;
  return { coverage, proposal, seatId, villageName: first.name };
}
