// A prefecture of two counties, three townships and three villages with nothing in it, for properties that plant at random.
import type { TestDatabase } from "#tests/support/database.ts";
import { VILLAGES } from "./deeds.ts";
import { plantPosts } from "./post-deeds.ts";

export const UNITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const PARENT: Record<number, number> = { 2: 1, 3: 1, 4: 2, 5: 2, 6: 3, 7: 4, 8: 5, 9: 6 };

export async function plantSmallTree(look: TestDatabase["look"]): Promise<void> {
  await look(
    "truncate division, division_closure, household, person, account, role_grant, rollup, rollup_leaf, rollup_mark, visit_rule, target cascade",
  );
  const level = (id: number) =>
    id === 1 ? "PREFECTURE" : id < 4 ? "COUNTY" : id < 7 ? "TOWNSHIP" : "VILLAGE";
  for (const id of UNITS) {
    await look(
      "insert into division (id, name, level, parent_id, opened_on) values ($1::int, 'u' || $1::int, $2, $3::int, '2014-01-01')",
      [id, level(id), PARENT[id] ?? null],
    );
    for (let up: number | undefined = id, depth = 0; up !== undefined; up = PARENT[up], depth += 1)
      await look("insert into division_closure values ($1, $2, $3, '2014-01-01', null)", [up, id, depth]);
  }
  await look(
    "insert into visit_rule (helper_kind, period, min_count, from_on) values ('FIRST_HELPER', 'MONTH', 1, '2014-01-01'), ('SECOND_HELPER', 'QUARTER', 1, '2014-01-01')",
  );
  await look("insert into account (id, username, name, division_id) values (1, 'lead', 'lead', 1)");
  await look("insert into role_grant (account_id, role, division_id) values (1, 'PREFECTURE_ADMIN', 1)");
  await look(
    "insert into person (id, name, division_id) select ('00000000-0000-7000-8000-00000000000' || n)::uuid, 'helper ' || n, 1 from generate_series(1, 4) n",
  );
  await plantPosts(look, VILLAGES);
}
