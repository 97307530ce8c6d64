/** How many households a helper has, against the limit of his rank (setting “pairing-load”): more is said, and waits until somebody says yes to it. */
import { isRoles } from "#lib/domains/settings/setting.ts";
import { settingInForce } from "#lib/domains/settings/setting-in-force.ts";
import { Problem } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { overload } from "../pairing.ts";
import type { ToPair } from "./check.ts";
import type { Helper } from "./helper.ts";

/** The limits by rank on a day. */
export async function limitsOn(sql: Sql, day: string): Promise<Record<string, number>> {
  const limits = await settingInForce(sql, "pairing-load", day);
  return limits !== null && typeof limits === "object" && !isRoles(limits) ? limits : {};
}

/** With these households on top of what he has on that day or later, as far as the one who pairs can see. */
export async function mustAgreeToLoad(
  { sql }: Pick<Work, "sql">,
  helper: Helper,
  households: ToPair[],
  fromOn: string,
  agreed: boolean,
): Promise<void> {
  const limits = await limitsOn(sql, fromOn);
  const limit = limits[helper.rank ?? ""];
  if (agreed || limit === undefined) return;
  const ids = households.map((household) => household.id);
  const [other] = await sql<{ n: number }>`
    select count(distinct household_id)::int as n from pairing where helper_id = ${helper.id}::uuid and household_id <> all (${ids}::uuid[])
      and (to_on is null or (to_on > ${fromOn}::date and to_on > from_on))`;
  const load = (other?.n ?? 0) + ids.length;
  if (overload(helper.rank, load, limits) === 0) return;
  const words = { key: "pairing.overCap", values: { name: helper.name, load, limit } } as const;
  throw new Problem("rule", words, { overCap: [words] });
}
