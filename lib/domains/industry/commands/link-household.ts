/** industry.link, industry.correctLink, industry.endLink, industry.reportIncome: which households an entity takes along, and what they earn. */
import { inYuan, readFen } from "#lib/base/money.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, notFound, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { CorrectLink, EndLink, LinkHousehold, ReportIncome } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { entityOf, mayEdit, stillOperating } from "../inside/entity.ts";
import { householdToLink, linkOf, noteLink } from "../inside/link.ts";

export const linkHousehold = command({
  name: "industry.link",
  tells: "industryLink.begun",
  input: LinkHousehold,
  subject: async (work, { id, householdId }) => {
    const entity = await entityOf(work.sql, id);
    const household = await householdToLink(work, householdId);
    return entity && household ? { entity, household, divisionId: household.divisionId } : null;
  },
  may: mayEdit,
  run: async (work, { role, fromOn: typed }, { entity, household, divisionId }) => {
    stillOperating(entity);
    const fromOn = dayTyped(typed, work.today, "fromOn", true);
    if (fromOn < entity.openedOn) throw rule("industry.beforeOpened", { day: entity.openedOn }, "fromOn");
    await refuseTwice(
      work,
      { entityId: entity.id, householdId: household.id, role, fromOn, toOn: null },
      null,
    );
    const { id } = await work.tx.industryLink.create({
      data: {
        ...{
          entityId: entity.id,
          householdId: household.id,
          divisionId,
          role,
          accountId: work.viewer.accountId,
        },
        fromOn: dayToColumn(fromOn),
      },
      select: { id: true },
    });
    noteLink(
      work,
      { id, householdId: household.id, divisionId },
      "industry",
      null,
      `${entity.name} ${role} ${fromOn}`,
    );
    return { id, entityId: entity.id };
  },
  fact: ({ id }, { id: entity, householdId, role }, { divisionId }) => ({
    subject: `industryLink:${id}`,
    division: divisionId,
    ...{ entity, role, household: householdId },
  }),
});

export const correctLink = command({
  name: "industry.correctLink",
  tells: "industryLink.corrected",
  input: CorrectLink,
  subject: (work, { linkId }) => linkOf(work, linkId),
  may: mayEdit,
  run: async (work, { version, role, ...typed }, link) => {
    const fromOn = dayTyped(typed.fromOn, work.today, "fromOn", true);
    if (fromOn < link.openedOn) throw rule("industry.beforeOpened", { day: link.openedOn }, "fromOn");
    const toOn = typed.toOn === null ? null : dayTyped(typed.toOn, work.today, "toOn", true);
    if (toOn !== null && toOn < fromOn) throw rule("industry.endsEarly", { day: fromOn }, "toOn");
    await refuseTwice(work, { ...link, role, fromOn, toOn }, link.id);
    const { count } = await work.tx.industryLink.updateMany({
      where: { id: link.id, version },
      data: {
        role,
        fromOn: dayToColumn(fromOn),
        toOn: toOn === null ? null : dayToColumn(toOn),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict();
    noteLink(
      work,
      link,
      "industry",
      said(link.entityName, link),
      said(link.entityName, { role, fromOn, toOn }),
    );
    return { id: link.id, entityId: link.entityId };
  },
  fact: ({ id, entityId }, _input, { divisionId, householdId }) => ({
    subject: `industryLink:${id}`,
    division: divisionId,
    ...{ entity: entityId, household: householdId },
  }),
});

export const endLink = command({
  name: "industry.endLink",
  tells: "industryLink.ended",
  input: EndLink,
  subject: (work, { linkId }) => linkOf(work, linkId),
  may: mayEdit,
  run: async (work, { toOn: typed }, link) => {
    const toOn = dayTyped(typed, work.today, "toOn", true);
    if (toOn < link.fromOn) throw rule("industry.endsEarly", { day: link.fromOn }, "toOn");
    const { count } = await work.tx.industryLink.updateMany({
      where: { id: link.id, toOn: null },
      data: { toOn: dayToColumn(toOn), version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    noteLink(work, link, "industry", said(link.entityName, link), said(link.entityName, { ...link, toOn }));
    return { id: link.id, entityId: link.entityId, toOn };
  },
  fact: ({ id, entityId, toOn }, _input, { divisionId, householdId }) => ({
    subject: `industryLink:${id}`,
    division: divisionId,
    ...{ entity: entityId, household: householdId, toOn },
  }),
});

export const reportIncome = command({
  name: "industry.reportIncome",
  tells: "industryLink.incomeReported",
  input: ReportIncome,
  subject: (work, { linkId }) => linkOf(work, linkId),
  may: mayEdit,
  run: async (work, { year, income }, link) => {
    const fen = income === null ? null : readFen(income);
    if (income !== null && (fen === null || fen < 0n || fen > 10n ** 12n))
      throw invalid({ income: [{ key: "industry.money" }] });
    const ended = link.toOn === null ? Number(work.today.slice(0, 4)) : Number(link.toOn.slice(0, 4));
    if (year < Number(link.fromOn.slice(0, 4)) || year > ended)
      throw rule("industry.incomeYear", undefined, "year");
    const key = { linkId: link.id, year };
    const before = await work.tx.industryIncome.findUnique({ where: { linkId_year: key } });
    if (fen === null) await work.tx.industryIncome.deleteMany({ where: key });
    else if (before) {
      const { count } = await work.tx.industryIncome.updateMany({ where: key, data: { incomeFen: fen } });
      if (count === 0) throw notFound();
    } else {
      const { householdId, divisionId } = link;
      await work.tx.industryIncome.create({ data: { ...key, householdId, divisionId, incomeFen: fen } });
    }
    const told = (sum: bigint | null) => (sum === null ? null : `${link.entityName} ${year} ${inYuan(sum)}`);
    noteLink(work, link, "industryIncome", told(before?.incomeFen ?? null), told(fen));
    return { id: link.id, entityId: link.entityId };
  },
  fact: ({ id, entityId }, { year }, { divisionId, householdId }) => ({
    subject: `industryLink:${id}`,
    division: divisionId,
    ...{ entity: entityId, household: householdId, year },
  }),
});

type Span = { role: string; fromOn: string; toOn: string | null };
const said = (name: string, { role, fromOn, toOn }: Span) =>
  `${name} ${role} ${fromOn}${toOn ? `–${toOn}` : ""}`;

/** One role at a time and once: what overlaps belongs into the link that is there. */
async function refuseTwice(
  { sql }: Work,
  { entityId, householdId, role, fromOn, toOn }: Span & { entityId: string; householdId: string },
  but: string | null,
): Promise<void> {
  const [same] = await sql<{ fromOn: string }>`select from_on::text as "fromOn" from industry_link
    where entity_id = ${entityId}::uuid and household_id = ${householdId}::uuid and role = ${role} and id is distinct from ${but}::uuid
      and daterange(from_on, to_on) && daterange(${fromOn}::date, ${toOn}::date) limit 1`;
  if (same) throw rule("industry.linkedAlready", { day: same.fromOn }, "fromOn");
}
