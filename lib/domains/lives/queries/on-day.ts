/** A household as it was on a day: where, in which state, who lived there under which head, and who helped. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { query } from "#lib/platform/query.ts";
import { HouseholdOn } from "../input.ts";
import { type Resident, residentsOn, type Turn } from "../life.ts";

export type HouseholdOnDay = {
  on: string;
  /** null: it had no file yet. */
  place: string | null;
  status: string | null;
  head: string | null;
  /** The year whose roll it is read from; null = no roll reaches back so far. */
  year: number | null;
  residents: Resident[];
  helpers: { name: string; unit: string | null; kind: string; fromOn: string }[];
};

export const householdOn = query({
  name: "lives.onDay",
  input: HouseholdOn,
  run: async ({ sql, viewer }, { household, on }): Promise<HouseholdOnDay> => {
    const mine = (table: string) =>
      reachable(viewer, { division: `${table}.division_id`, household: `${table}.household_id` });
    const [spell] = await sql<{ place: string; status: string }>`
      select d.name as place, s.status from household_spell s join division d on d.id = s.division_id
      where s.household_id = ${household}::uuid and s.from_on <= ${on}::date and (s.to_on is null or s.to_on > ${on}::date) and ${mine("s")}`;
    const helpers = await sql<HouseholdOnDay["helpers"][number]>`
      select p.helper_name as name, p.helper_unit as unit, p.kind, p.from_on::text as "fromOn" from pairing p
      where p.household_id = ${household}::uuid and p.from_on <= ${on}::date and (p.to_on is null or p.to_on > ${on}::date) and ${mine("p")}
      order by p.kind <> 'FIRST_HELPER', p.from_on, p.id`;
    const [found] = await sql<{ year: number | null }>`
      select max(y.year) as year from registry_year y
      where coalesce(y.opened_on, make_date(y.year, 1, 1)) <= ${on}::date
        and exists (select 1 from household_year h where h.household_id = ${household}::uuid and h.year = y.year and ${mine("h")})`;
    const year = found?.year ?? null;
    const roll = await sql<Resident>`
      select m.person_id as "personId", m.name, m.relation from membership_year m
      where m.household_id = ${household}::uuid and m.year = ${year}::int and ${mine("m")}`;
    const turns = await sql<Turn>`
      select c.person_id as "personId", c.year, c.kind, c.happened_on::text as on, c.name, c.old_relation as "oldRelation", c.new_relation as "newRelation"
      from life_change c where c.household_id = ${household}::uuid and not c.undone and ${mine("c")} order by c.nth`;
    const [file] = await sql<{ since: string | null; year: number | null }>`
      select (select min(s.from_on)::text from household_spell s where s.household_id = ${household}::uuid and ${mine("s")}) as since,
        (select min(h.year) from household_year h where h.household_id = ${household}::uuid and ${mine("h")}) as year`;
    // A family that divided on a day before its first roll was opened: all that is known of it was told by deeds.
    const told = turns.some(
      (turn) => turn.newRelation === "HEAD" && turn.kind === "IN" && turn.on === file?.since,
    );
    const from = year ?? (told ? (file?.year ?? null) : null);
    const there = spell !== undefined && from !== null;
    const residents = there ? residentsOn(roll, year ?? from - 1, turns, on) : [];
    return {
      on,
      place: spell?.place ?? null,
      status: spell?.status ?? null,
      head: residents.find(({ relation }) => relation === "HEAD")?.name ?? null,
      year: there ? from : null,
      residents: residents.sort((a, b) => Number(a.relation !== "HEAD") - Number(b.relation !== "HEAD")),
      helpers,
    };
  },
});
