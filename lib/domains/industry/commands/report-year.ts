/**
 * industry.reportYear: the year of an entity in one go. Each income is reported by the same command as a single one; a pasted line
 * counts as if it had been typed beside its household. Nothing is kept unless every row can be.
 */
import { inYuan } from "#lib/base/money.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { command } from "#lib/platform/command.ts";
import { type FieldProblems, invalid, notFound, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { incomeField, ReportYear } from "../input.ts";
import { type Entity, entityOf, mayEdit } from "../inside/entity.ts";
import { earningIn, yearsOf } from "../inside/year.ts";
import { type Earning, incomeTyped, readPasted } from "../pasted-incomes.ts";
import { reportIncome } from "./link-household.ts";

type Typed = { poorMembers: number | null; output: string | null; raised: string | null };
type Told = { poorMembers: number | null; outputFen: bigint | null; raisedFen: bigint | null };
type Now = Earning & { fen: bigint | null };

export const reportYear = command({
  name: "industry.reportYear",
  tells: "industryEntity.yearReported",
  input: ReportYear,
  subject: (work, { id }) => entityOf(work.sql, id),
  // Households are asked one by one; the figures of the entity are its seat's.
  may: (viewer, entity, { facts }) =>
    facts ? mayEdit(viewer, entity) : mayAnywhere(viewer, "industry.edit"),
  run: async (work, input, entity) => {
    const { id, year } = input;
    if (!yearsOf(entity, work.today).includes(year)) throw rule("industry.yearOutside", undefined, "year");
    const links = await linksOf(work, id, year);
    const problems: FieldProblems = {};
    const facts = input.facts ? factsTyped(input, problems) : null;
    const wanted = incomesWanted(input, links, problems);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    if (facts) await writeFacts(work, entity, year, facts);
    const changed = links.filter((link) => wanted.has(link.id) && wanted.get(link.id) !== link.fen);
    for (const link of changed) {
      const fen = wanted.get(link.id) ?? null;
      await reportIncome.within(work, {
        ...{ linkId: link.id, year: String(year) },
        income: fen === null ? "" : inYuan(fen),
      });
    }
    return { id, year, changed: changed.length };
  },
  fact: ({ id, year, changed }, _input, { divisionId }) => ({
    subject: `industryEntity:${id}`,
    division: divisionId,
    ...{ year, households: changed },
  }),
});

const linksOf = ({ sql, viewer }: Work, id: string, year: number) => sql<Now>`
  select l.id, h.household_no as "householdNo", h.head_name as "headName", d.name as place, i.income_fen as fen
  from industry_link l join household h on h.id = l.household_id join division d on d.id = l.division_id
  left join industry_income i on i.link_id = l.id and i.year = ${year}
  where l.entity_id = ${id}::uuid and ${earningIn(year)} and ${reachable(viewer, { division: "l.division_id", household: "l.household_id" })}
  order by l.id`;

function factsTyped({ poorMembers, output, raised }: Typed, problems: FieldProblems): Told {
  const money = (field: "output" | "raised", text: string | null) => {
    const fen = text === null ? null : incomeTyped(text);
    if (text !== null && fen === null) problems[field] = [{ key: "industry.money" }];
    return fen;
  };
  return { poorMembers, outputFen: money("output", output), raisedFen: money("raised", raised) };
}

/** What each household is to have earned; null takes a figure back. */
function incomesWanted(
  { incomes, paste }: { incomes: { link: string; typed: string }[]; paste: string },
  links: readonly Now[],
  problems: FieldProblems,
): Map<string, bigint | null> {
  const wanted = new Map<string, bigint | null>();
  const now = new Map(links.map((link) => [link.id, link.fen]));
  for (const { link, typed } of incomes) {
    if (!now.has(link)) throw notFound();
    const fen = typed === "" ? null : incomeTyped(typed);
    if (typed !== "" && fen === null) problems[incomeField(link)] = [{ key: "industry.money" }];
    else wanted.set(link, fen);
  }
  const { lines, faults } = readPasted(paste, links);
  const told = faults.map(({ line, key }) => ({ key: `industry.${key}`, values: { line } }));
  for (const { line, link, fen } of lines) {
    const typed = wanted.get(link);
    // A field that was left as it stood says nothing against the line.
    if (typed !== undefined && typed !== now.get(link) && typed !== fen)
      told.push({ key: "industry.pasteDiffers", values: { line } });
    wanted.set(link, fen);
  }
  if (told.length > 0) problems.paste = told;
  return wanted;
}

async function writeFacts(work: Work, entity: Entity, year: number, facts: Told): Promise<void> {
  const { id: entityId, divisionId } = entity;
  const key = { entityId_year: { entityId, year } };
  const before = await work.tx.industryYear.findUnique({ where: key });
  if (Object.values(facts).every((value) => value === null)) {
    if (before) await work.tx.industryYear.delete({ where: key });
  } else
    await work.tx.industryYear.upsert({
      where: key,
      create: { entityId, year, divisionId, ...facts },
      update: facts,
    });
  const about = { entity: "industryEntity", entityId, divisionId };
  const text = (value: bigint | number | null | undefined) =>
    value === null || value === undefined
      ? null
      : `${year} ${typeof value === "bigint" ? inYuan(value) : value}`;
  for (const field of ["poorMembers", "outputFen", "raisedFen"] as const)
    if (text(before?.[field]) !== text(facts[field]))
      work.note({ ...about, field, old: text(before?.[field]), new: text(facts[field]) });
}
