/** orgs.find: open organizations by a part of their name, of its sound or of its initials: “中共” stands before most, so the start alone finds little. */
import { query } from "#lib/platform/query.ts";
import { FindOrgs } from "../input.ts";
import type { Candidate } from "./leaders.ts";

export const findOrgs = query({
  name: "orgs.find",
  input: FindOrgs,
  run: async ({ sql }, { q, but }): Promise<Candidate[]> => {
    const letters = q.toLowerCase().replace(/\s/g, "");
    return sql<Candidate>`
      select o.id, o.name, d.name as place from party_org o join division d on d.id = o.division_id
      where o.closed_on is null and o.id <> ${but}
        and (position(${q} in o.name) > 0 or position(${letters} in o.pinyin) > 0 or position(${letters} in o.initials) > 0)
      order by array_position(array['COMMITTEE', 'GENERAL_BRANCH', 'BRANCH'], o.kind) nulls last, d.code nulls last, o.id limit 20`;
  },
});
