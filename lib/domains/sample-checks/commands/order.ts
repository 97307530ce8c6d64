/** sampleChecks.order: draws the households from the seed and names who visits them; whoever works in a drawn village or helps there is refused by name. */
import { randomBytes } from "node:crypto";
import { readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { OrderCheck } from "../input.ts";

type Place = { id: number; name: string };
type Checker = { id: number; name: string };

export const orderCheck = command({
  name: "sampleChecks.order",
  tells: "sampleCheck.ordered",
  input: OrderCheck,
  subject: async ({ sql, viewer }, { divisionId }): Promise<Place | null> => {
    const [place] = await sql<Place>`
      select id, name from division where id = ${divisionId} and closed_on is null and level <> 'VILLAGE'`;
    return place && reaches(viewer, place.id) ? place : null;
  },
  may: (viewer, { id }) => may(viewer, "registry.decide", id),
  run: async (work, { kind, stratum, size, seed: typed, checkers: chosen, ...input }, place) => {
    const { sql, viewer, today } = work;
    const referenceOn = readDay(input.referenceOn, today);
    if (!referenceOn) throw invalid({ referenceOn: [dayProblem(input.referenceOn, today)] });
    if (referenceOn > today) throw invalid({ referenceOn: [{ key: "futureDay" }] });
    if (chosen.length === 0) throw invalid({ checkers: [{ key: "sample.checkers" }] });
    const seed = typed ?? randomBytes(16).toString("hex");
    const [line] = await sql<{ pool: number }>`
      select pool from sample_line(${place.id}, ${kind}, ${referenceOn}::date, ${seed}, ${stratum}) limit 1`;
    if (!line) throw rule("sample.nobody", undefined, "kind");
    if (line.pool < size) throw invalid({ size: [{ key: "sample.pool", values: { count: line.pool } }] });
    const [made] = await sql<{ id: string }>`
      insert into sample_check (division_id, kind, reference_on, seed, stratum, size, pool, account_id, account_name)
      values (${place.id}, ${kind}, ${referenceOn}::date, ${seed}, ${stratum}, ${size}, ${line.pool}, ${viewer.accountId}, ${viewer.name}) returning id`;
    const id = made!.id;
    await sql`
      insert into sample_draw (check_id, ordered_in, household_id, division_id, counted_in, stratum_id, position, active, household_no, head_name, place_name)
      select ${id}::uuid, ${place.id}, l.household_id, h.division_id, l.counted_in, l.stratum_id, l.position, l.position <= ${size}, h.household_no, h.head_name, d.name
      from sample_line(${place.id}, ${kind}, ${referenceOn}::date, ${seed}, ${stratum}) l
      join household h on h.id = l.household_id join division d on d.id = l.counted_in where l.position <= 2 * ${size}`;
    const checkers = await fitCheckers(work, place, id, chosen);
    for (const { id: account, name } of checkers)
      await sql`insert into sample_checker (check_id, account_id, ordered_in, name) values (${id}::uuid, ${account}, ${place.id}, ${name})`;
    return { id, divisionId: place.id, size };
  },
  fact: ({ id, divisionId, size }, { kind }) => ({
    subject: `sampleCheck:${id}`,
    division: divisionId,
    kind,
    count: size,
  }),
});

async function fitCheckers({ sql, today }: Work, place: Place, id: string, chosen: readonly number[]) {
  type Row = Checker & { village: string | null; helps: string | null };
  const rows = await sql<Row>`
    select k.id, k.name,
      (select d.name from sample_draw w join division d on d.id = w.counted_in where w.check_id = ${id}::uuid and w.counted_in = any (k.villages) limit 1) as village,
      (select w.head_name from sample_draw w join pairing p on p.household_id = w.household_id and p.from_on <= ${today}::date and (p.to_on is null or p.to_on > ${today}::date)
        where w.check_id = ${id}::uuid and p.helper_id = k.person_id limit 1) as helps
    from sec.checkers_for(${place.id}) k where k.id = any (${[...chosen]}::int[]) order by k.name`;
  if (rows.length < new Set(chosen).size) throw invalid({ checkers: [{ key: "unknownChoice" }] });
  for (const { name, village, helps } of rows) {
    if (village) throw rule("sample.ownVillage", { name, village }, "checkers");
    if (helps) throw rule("sample.ownHousehold", { name, household: helps }, "checkers");
  }
  return rows;
}
