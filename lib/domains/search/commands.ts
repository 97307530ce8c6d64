/** search.idTail: persons by the last four of their ID number, within reach, counted and told, so that nobody can try them all. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { idTailDigest } from "#lib/platform/seal.ts";
import type { Hit } from "./hit.ts";
import { FindByIdTail } from "./input.ts";
import { hitOf } from "./queries.ts";

/** A clerk at a window needs a few; the ten thousand endings need far more. */
const MOST_LOOK_UPS = 60;
const MOST_SHOWN = 20;

type Row = {
  id: string;
  name: string;
  place: string | null;
  household_id: string | null;
  head_name: string | null;
};

export const findByIdTail = command({
  name: "search.idTail",
  tells: "person.soughtByIdTail",
  input: FindByIdTail,
  // Nothing is acted upon: the asker's own look is the subject, and rows outside reach do not exist.
  subject: async (work) => work.viewer,
  may: () => true,
  run: async ({ sql, viewer }, { tail }): Promise<Hit[]> => {
    const [{ hits } = { hits: 0 }] = await sql<{ hits: number }>`
      select sec.throttle_hit(${`idtail:${viewer.accountId}`}, interval '10 minutes')::int as hits`;
    if (hits > MOST_LOOK_UPS) throw rule("search.tooMany", { most: MOST_LOOK_UPS });
    const rows = await sql<Row>`
      select p.id::text as id, p.name, d.name as place, p.household_id::text as household_id, h.head_name
      from person p join division d on d.id = p.division_id left join household h on h.id = p.household_id
      where p.id_tail_digest = ${idTailDigest(tail.toUpperCase())} and ${reachable(viewer, { division: "p.division_id", household: "p.household_id" })} order by p.name, p.id limit ${MOST_SHOWN}`;
    return rows.map((row) =>
      hitOf({
        kind: "person",
        subject_id: row.id,
        title: row.name,
        detail: row.head_name ?? "",
        place: row.place,
        household_id: row.household_id,
        closed: false,
      }),
    );
  },
  fact: (hits, _input, viewer) => ({
    subject: `account:${viewer.accountId}`,
    division: null,
    found: hits.length,
  }),
});
