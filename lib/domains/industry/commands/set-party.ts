/**
 * industry.setParty: how the Party covers an entity from a day on. Its own or a joint organization must be led as the rule of
 * affiliation demands for all villages covered; members are attached only where the entity works.
 */
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, Problem, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { PartyCoverage } from "../industry.ts";
import { SetParty } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { type Entity, entityOf, mayEdit, stillOperating } from "../inside/entity.ts";
import { brokenRules, ledOrg, mayAttach, type PartyNow, partyOn, villagesServed } from "../inside/party.ts";
import { coveredBy } from "../inside/villages.ts";
import { industryWords, offeredOf, recorded } from "../words.ts";

type Wanted = { coverage: PartyCoverage; partyOrgId: number | null; mode: string | null };

export const setParty = command({
  name: "industry.setParty",
  tells: "industryEntity.partySet",
  input: SetParty,
  subject: (work, { id }) => entityOf(work.sql, id),
  may: mayEdit,
  run: async (work, { id, fromOn: typed, ...asked }, entity) => {
    stillOperating(entity);
    const fromOn = dayTyped(typed, work.today, "fromOn");
    if (fromOn < entity.openedOn) throw rule("industry.beforeOpened", { day: entity.openedOn }, "fromOn");
    const wanted: Wanted = asked.coverage === "NONE" ? { ...asked, partyOrgId: null, mode: null } : asked;
    const before = await partyOn(work.sql, id, work.today);
    const orgName = await checkOrg(work, entity, wanted);
    const { modes } = await industryWords(work.sql);
    checkMode(modes, work.today, wanted, before);
    await turn(work, entity, wanted, fromOn);
    work.note({
      entity: "industryEntity",
      entityId: id,
      divisionId: entity.divisionId,
      field: "party",
      old: said(before.coverage, before.orgName, recorded(modes, before.mode)),
      new: said(wanted.coverage, orgName, recorded(modes, wanted.mode)),
    });
    return { id, fromOn };
  },
  fact: ({ id, fromOn }, { coverage, partyOrgId, mode }, { divisionId }) => ({
    subject: `industryEntity:${id}`,
    division: divisionId,
    ...{ coverage, mode, fromOn, partyOrg: partyOrgId },
  }),
});

/** Codes that the history turns into words. */
const said = (coverage: string, org: string | null, mode: string | null) =>
  [coverage, org, mode].filter(Boolean).join(" · ");

async function checkOrg(
  { sql }: Work,
  entity: Entity,
  { coverage, partyOrgId }: Wanted,
): Promise<string | null> {
  if (coverage === "NONE") return null;
  if (partyOrgId === null) throw invalid({ partyOrgId: [{ key: "choose" }] });
  const org = await ledOrg(sql, partyOrgId);
  if (!org) throw invalid({ partyOrgId: [{ key: "choose" }] });
  if (org.closedOn !== null) throw rule("tree.closed", { name: org.name, day: org.closedOn }, "partyOrgId");
  const here = await coveredBy(sql, [entity.id]);
  if (coverage === "ATTACHED") {
    if (!(await mayAttach(sql, org, entity.divisionId, here)))
      throw rule("industry.attachedElsewhere", { name: org.name }, "partyOrgId");
    return org.name;
  }
  if (org.setting !== "ENTITY") throw rule("industry.orgNotEntity", { name: org.name }, "partyOrgId");
  if (coverage === "OWN") await refuseShared(sql, org, entity.id);
  const served = coverage === "JOINT" ? await villagesServed(sql, org.id, entity.id, here) : here;
  const broken = brokenRules(org, served);
  if (broken.length > 0) {
    const words = broken.map(({ key }) => ({ key }));
    throw new Problem(
      "rule",
      { key: "industry.ruleBroken", values: { name: org.name } },
      { partyOrgId: words },
    );
  }
  return org.name;
}

async function refuseShared(
  sql: Work["sql"],
  org: { id: number; name: string },
  entityId: string,
): Promise<void> {
  const [other] = await sql<{ name: string }>`
    select e.name from industry_party p join industry_entity e on e.id = p.entity_id and e.closed_on is null
    where p.party_org_id = ${org.id} and p.coverage in ('OWN', 'JOINT') and p.to_on is null and e.id <> ${entityId}::uuid limit 1`;
  if (other) throw rule("industry.orgShared", { name: org.name, other: other.name }, "partyOrgId");
}

function checkMode(modes: readonly Entry[], today: string, { mode }: Wanted, before: PartyNow): void {
  if (mode === null) return;
  if (!offeredOf(modes, today, before.mode).some(({ code }) => code === mode))
    throw invalid({ mode: [{ key: "choose" }] });
}

/** The spell that ran ends on that day and another begins; one that began on that very day is corrected. */
async function turn(
  { sql, tx, viewer }: Work,
  entity: Entity,
  wanted: Wanted,
  fromOn: string,
): Promise<void> {
  const [running] = await sql<{ id: string; fromOn: string }>`
    select id, from_on::text as "fromOn" from industry_party where entity_id = ${entity.id}::uuid and to_on is null for update`;
  if (running && fromOn < running.fromOn)
    throw rule("industry.beforeSpell", { day: running.fromOn }, "fromOn");
  if (running?.fromOn === fromOn) {
    await tx.industryParty.update({ where: { id: running.id }, data: wanted });
    return;
  }
  if (running)
    await tx.industryParty.update({ where: { id: running.id }, data: { toOn: dayToColumn(fromOn) } });
  await tx.industryParty.create({
    data: {
      ...wanted,
      entityId: entity.id,
      divisionId: entity.divisionId,
      fromOn: dayToColumn(fromOn),
      accountId: viewer.accountId,
    },
    select: { id: true },
  });
}
