/** The dated rules on days in the village and on leave, as they hold at a place on a day. */
import { settingInForce } from "#lib/domains/settings/setting-in-force.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { TeamRules } from "../team.ts";

export async function rulesOn(sql: Sql, day: string, divisionId: number): Promise<TeamRules> {
  return (await settingInForce(sql, "team-rules", day, divisionId)) as TeamRules;
}
