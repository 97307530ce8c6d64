/** Who saw something of a household in a period: opened its file, revealed a number, or took a file along that may have held it. */
import { addDays } from "#lib/base/calendar.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { FindHousehold, WhoSaw } from "../input.ts";
import type { TrailRow } from "./list-trail.ts";

export type Look = Omit<TrailRow, "changes"> & { /** False for files of a whole place. */ surely: boolean };

const MOST = 500;

export const whoSaw = query({
  name: "audit.whoSaw",
  input: WhoSaw,
  may: (viewer) => mayAnywhere(viewer, "trail.view"),
  run: async ({ sql }, { household, from, to }): Promise<{ place: string; looks: Look[] }> => {
    const [known] = await sql<{
      place: string | null;
    }>`select sec.trail_household(${household}::uuid) as place`;
    if (!known || known.place === null) throw notFound();
    const looks = await sql<Look>`
      select id, at, account_id as "accountId", account_name as "accountName", verb, subject, division_id as "divisionId", facts,
        request_id as "requestId", subject_name as "subjectName", place, surely
      from sec.who_saw(${household}::uuid, ${`${from}T00:00:00+08:00`}::timestamptz, ${`${addDays(to, 1)}T00:00:00+08:00`}::timestamptz, ${MOST}::int)`;
    return { place: known.place, looks };
  },
});

export type FoundHousehold = { id: string; name: string; place: string };

/** By the whole name of the head, for somebody who sees no registry: where each of that name lives. */
export const findTrailHousehold = query({
  name: "audit.findHousehold",
  input: FindHousehold,
  may: (viewer) => mayAnywhere(viewer, "trail.view"),
  run: ({ sql }, { name }) =>
    sql<FoundHousehold>`select id, name, place from sec.trail_households(${name}, 20)`,
});
