// Random lives of a tree: opened, moved and closed for some days, while what every past day showed is written down and compared.
import fc from "fast-check";
import type { TestDatabase } from "#tests/support/database.ts";

export type Step = {
  deed: "open" | "move" | "close" | "split" | "merge" | "undo" | "night";
  a: number;
  b: number;
};

export const someSteps = (most: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      deed: fc.constantFrom(
        "open",
        "move",
        "move",
        "split",
        "split",
        "merge",
        "close",
        "undo",
        "undo",
        "night" as const,
      ),
      a: fc.nat(10_000),
      b: fc.nat(10_000),
    }) as fc.Arbitrary<Step>,
    { minLength: 5, maxLength: most },
  );

const DATED: [table: string, node: string, days: string[]][] = [
  ["household_spell", "division_id", ["from_on", "to_on"]],
  ["division", "id", ["opened_on", "closed_on"]],
  ["tree_event", "node_id", ["effective_on"]],
  ["division_closure", "node_id", ["from_on", "to_on"]],
];

/**
 * A night passes over a tree: every stored day of it moves one day into the past, so that "today" stays the database's own. The nodes of
 * a life are those numbered from its root on: one that was opened and split off on the same day never stood under the root.
 */
export async function passNight(database: TestDatabase, root: number): Promise<void> {
  // In two leaps over a great distance, since keys are compared row by row; what has ended leaps first and comes down last.
  for (const leap of ["- 100001", "+ 100000"])
    for (const [table, node, days] of DATED)
      for (const rows of leap.startsWith("-") ? ["not null", "null"] : ["null", "not null"])
        await database.look(
          `update ${table} set ${days.map((day) => `${day} = ${day} ${leap}`).join(", ")}
           where ${days.at(-1)} is ${rows} and ${node} >= $1`,
          [root],
        );
}

/** Who stood under whom `ago` days ago, and how many households each node had then, as one text; what was there on no day is left out. */
export async function picture(database: TestDatabase, root: number, ago: number): Promise<string> {
  const [row] = await database.look<{ picture: string }>(
    `with day as (select beijing_today() - $2::int as day),
      standing as (select c.* from division_closure c, day where c.from_on <= day and (c.to_on is null or c.to_on > day)
        and c.node_id in (select id from division where closed_on is distinct from opened_on
          and id in (select node_id from division_closure where ancestor_id = $1))),
      totals as (select s.ancestor_id, count(f.household_id) as households from standing s, day, fact_households(day.day) f
        where f.division_id = s.node_id group by s.ancestor_id)
    select coalesce((select string_agg(ancestor_id || '>' || node_id || ':' || depth, ' ' order by ancestor_id, node_id) from standing), '') || ' | ' ||
      coalesce((select string_agg(ancestor_id || '=' || households, ' ' order by ancestor_id) from totals), '') as picture`,
    [root, ago],
  );
  return row?.picture ?? "";
}

/** What must hold of today's tree, as a list of offences. */
export const offences = (database: TestDatabase, root: number) =>
  database.look<{ offence: string }>(
    `with recursive above as (
        select id as node, id as ancestor, 0 as depth from division
        union all select a.node, case when d.closed_on is null then d.parent_id else d.successor_id end, a.depth + 1
        from above a join division d on d.id = a.ancestor
        where case when d.closed_on is null then d.parent_id else d.successor_id end is not null and a.depth < 50),
      mine as (select id from division where id in (select node_id from division_closure where ancestor_id = $1)),
      closure as (select ancestor_id, node_id, depth from division_closure where to_on is null and node_id in (select id from mine)),
      expected as (select ancestor, node, depth from above where node in (select id from mine))
    select 'missing ' || e::text as offence from (select * from expected except select * from closure) e
    union all select 'too much ' || e::text from (select * from closure except select * from expected) e
    union all select 'two paths ' || node_id from closure group by node_id, ancestor_id, node_id having count(*) > 1
    union all select 'two parents ' || node_id from closure where depth = 1 group by node_id having count(*) > 1
    union all select 'overlap ' || a.node_id from division_closure a join division_closure b
      on a.ancestor_id = b.ancestor_id and a.node_id = b.node_id and a.from_on < b.from_on and (a.to_on is null or a.to_on > b.from_on)
      where a.node_id in (select id from mine)`,
    [root],
  );
