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
import { type PartyNow, partyOn } from "../inside/party.ts";
import { coveredBy } from "../inside/villages.ts";
import { judgeParty } from "../party-rule.ts";
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

async function checkOrg({ sql }: Work, entity: Entity, wanted: Wanted): Promise<string | null> {
  if (wanted.coverage === "NONE") return null;
  if (wanted.partyOrgId === null) throw invalid({ partyOrgId: [{ key: "choose" }] });
  const { name, fault } = await judgeParty(sql, {
    ...{ coverage: wanted.coverage, partyOrgId: wanted.partyOrgId },
    ...{ entityId: entity.id, seatId: entity.divisionId, villages: await coveredBy(sql, [entity.id]) },
  });
  if (!fault) return name;
  if (fault.key === "choose") throw invalid({ partyOrgId: [{ key: "choose" }] });
  if (fault.broken.length === 0) throw rule(fault.key, fault.values, "partyOrgId");
  const words = fault.broken.map((key) => ({ key }));
  throw new Problem("rule", { key: fault.key, values: fault.values }, { partyOrgId: words });
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
