/** Why a helper cannot be paired with a household, in the words of the catalog; null = nothing speaks against it. */
import { hasEnded, POOR_STATUSES } from "#lib/domains/households/household.ts";
import type { ProblemWords } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { PairingKind } from "../pairing.ts";
import type { Helper } from "./helper.ts";

export type ToPair = {
  id: string;
  divisionId: number;
  headName: string;
  householdNo: string;
  status: string;
};

export async function householdsToPair({ sql }: Pick<Work, "sql">, ids: string[]): Promise<ToPair[]> {
  return sql<ToPair>`
    select id, division_id as "divisionId", head_name as "headName", household_no as "householdNo", status
    from household where id = any (${ids}::uuid[]) order by household_no`;
}

/** Concerns the helper whichever the household. */
export function unfitHelper(helper: Helper): ProblemWords | null {
  const poor = (POOR_STATUSES as readonly string[]).includes(helper.ownStatus ?? "");
  return poor ? { key: "pairing.helperIsPoor", values: { name: helper.name } } : null;
}

type Taken = {
  householdId: string;
  helperId: string;
  kind: string;
  name: string;
  fromOn: string;
  toOn: string | null;
};

export async function obstacles(
  { sql }: Pick<Work, "sql">,
  households: ToPair[],
  helper: Helper,
  kind: PairingKind,
  fromOn: string,
  except: string | null = null,
): Promise<Map<string, ProblemWords>> {
  const ids = households.map((household) => household.id);
  const taken = await sql<Taken>`
    select household_id as "householdId", helper_id as "helperId", kind, helper_name as name, from_on::text as "fromOn", to_on::text as "toOn"
    from pairing where household_id = any (${ids}::uuid[]) and (to_on is null or to_on > ${fromOn}::date) and (to_on is null or to_on > from_on)
      and id is distinct from ${except}::uuid order by from_on`;
  const found = new Map<string, ProblemWords>();
  for (const household of households) {
    const others = taken.filter((one) => one.householdId === household.id);
    const words = obstacle(household, helper, kind, others);
    if (words) found.set(household.id, words);
  }
  return found;
}

function obstacle(
  household: ToPair,
  helper: Helper,
  kind: PairingKind,
  others: Taken[],
): ProblemWords | null {
  const of = { household: household.headName, number: household.householdNo };
  if (hasEnded(household.status)) return { key: "pairing.householdEnded", values: of };
  if (helper.householdId === household.id)
    return { key: "pairing.helperIsMember", values: { ...of, name: helper.name } };
  const first = kind === "FIRST_HELPER" ? others.find((one) => one.kind === "FIRST_HELPER") : undefined;
  if (first)
    return { key: "pairing.hasFirstHelper", values: { ...of, name: first.name, from: first.fromOn } };
  const same = others.find((one) => one.helperId === helper.id && one.kind === kind);
  return same
    ? { key: "pairing.alreadyWith", values: { ...of, name: helper.name, from: same.fromOn } }
    : null;
}
