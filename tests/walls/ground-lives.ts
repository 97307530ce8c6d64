// The life of each household on the ground: a child that came this year, a second family in the same place that it could join, and a
// correction that somebody asked for.
import type { TestDatabase } from "#tests/support/database.ts";

/** By their ids. */
export type LifeTarget = { child: string; twin: string; life: string; request: string };
export const lifeIds = (id: (name: string) => string): LifeTarget => ({
  child: id("child"),
  twin: id("twin"),
  life: id("life"),
  request: id("request"),
});

type Planted = LifeTarget & { node: number; household: string; mark: string; twinHead: string };

export async function plantLives(look: TestDatabase["look"], planted: Planted): Promise<void> {
  const { node, household, mark, child, twin, twinHead, life, request } = planted;
  await look(
    "insert into household (id, household_no, division_id, head_name, status, member_count) values ($1, $2, $3, $4, 'POOR', 1)",
    [twin, `${mark}双`, node, `双${mark}`],
  );
  await look(
    "insert into household_year (household_id, year, division_id, head_name, status, member_count) values ($1, 2026, $2, $3, 'POOR', 1)",
    [twin, node, `双${mark}`],
  );
  await look(
    "insert into household_spell (household_id, division_id, status, from_on) values ($1, $2, 'POOR', '2020-01-01')",
    [twin, node],
  );
  for (const [person, home, name, relation] of [
    [child, household, `子${mark}`, "SON"],
    [twinHead, twin, `双${mark}`, "HEAD"],
  ]) {
    await look("insert into person (id, name, division_id, household_id) values ($1, $2, $3, $4)", [
      person,
      name,
      node,
      home,
    ]);
    await look(
      "insert into membership_year (person_id, year, household_id, division_id, name, relation) values ($1, 2026, $2, $3, $4, $5)",
      [person, home, node, name, relation],
    );
  }
  await look("update household set member_count = 2 where id = $1", [household]);
  await look(
    `insert into life_event (id, household_id, division_id, year, kind, reason, happened_on, members_before, members_after, kept, account_name)
     values ($1, $2, $3, 2026, 'MEMBER_IN', 'BIRTH', '2026-02-01', 1, 2, $4, $5)`,
    [
      life,
      household,
      node,
      JSON.stringify({
        rows: [],
        homes: { [household]: { members: 1, perHead: null, status: "POOR", headName: `户主${mark}` } },
        versions: { [household]: 1 },
        pairings: [],
      }),
      `记${mark}`,
    ],
  );
  await look(
    `insert into life_change (event_id, person_id, household_id, division_id, year, kind, happened_on, name, new_relation)
     values ($1, $2, $3, $4, 2026, 'IN', '2026-02-01', $5, 'SON')`,
    [life, child, household, node, `子${mark}`],
  );
  await look(
    "insert into household_tie (event_id, household_id, division_id, other_id, other_no, other_name, side, kind, happened_on) values ($1, $2, $3, $4, $5, $6, 'FROM', 'SPLIT', '2024-02-01')",
    [life, household, node, twin, `${mark}双`, `双${mark}`],
  );
  await look(
    "insert into registry_request (id, kind, year, division_id, household_id, title, payload, before, status, account_id, account_name) values ($1, 'CORRECT', 2026, $2, $3, $4, $5, $6, 'PENDING', 0, $7)",
    [
      request,
      node,
      household,
      `户主${mark}`,
      JSON.stringify({ id: household, groupName: `新${mark}` }),
      JSON.stringify({ groupName: `组${mark}` }),
      `请${mark}`,
    ],
  );
}
