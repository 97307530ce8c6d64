/** The usual team of a level at a place, as the office has it from today's settings: the county's own, else the prefecture's, else the default. */
import { settingInForce } from "#lib/domains/settings/setting-in-force.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { hasTeamSetting, standardOf, TEAM_SETTINGS } from "../post.ts";

export async function standardAt(
  { sql, today }: Pick<Scope, "sql" | "today">,
  level: string,
  divisionId: number,
): Promise<Readonly<Record<string, number>>> {
  if (!hasTeamSetting(level)) return standardOf(level);
  const value = await settingInForce(sql, TEAM_SETTINGS[level], today, divisionId);
  return { ...standardOf(level), ...(value as Record<string, number>) };
}
