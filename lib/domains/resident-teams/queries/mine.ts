/** teams.mine: the team that the viewer belongs to today, as its page shows it; null for whoever is in none. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { MyTeamAsked } from "../input.ts";
import { showTeam, type TeamView } from "./show.ts";

export const myTeam = query({
  name: "teams.mine",
  input: MyTeamAsked,
  run: async (scope, { month }): Promise<TeamView | null> => {
    const { sql, viewer, today } = scope;
    const [mine] = await sql<{ id: string }>`
      select m.team_id as id from team_member m where m.person_id = ${viewer.personId}::uuid and m.from_on <= ${today}::date
        and (m.to_on is null or m.to_on > ${today}::date) and ${reachable(viewer, { division: "m.division_id" })} limit 1`;
    return mine ? showTeam(scope, { id: mine.id, month }) : null;
  },
});
