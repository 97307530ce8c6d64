// Families of the world that moved and who was found living there, and the population that villages told.
import { insert, type Owner } from "../build/owner.ts";
import { WORLD_TODAY, world } from "./world.ts";

const { tsering, dorje, kelsang, lobsang } = world.households;
const { laxi, dabu, lieda, dongda } = world.divisions;
type Home = { id: string; divisionId: number };

const MOVED: [Home, on: string, checks: [on: string, living: boolean, withdrawn?: true][]][] = [
  [
    tsering,
    "2019-11-02",
    [
      ["2026-08-10", true],
      ["2026-11-12", false],
    ],
  ],
  [
    dorje,
    "2020-04-15",
    [
      ["2026-10-15", true],
      ["2026-11-20", false, true],
    ],
  ],
  [kelsang, "2019-10-01", [["2026-05-01", true]]],
  [lobsang, "2026-10-05", []],
];
const POPULATIONS: [place: { id: number }, year: number, population: number | null][] = [
  [laxi, 2025, 40],
  [dabu, 2025, 20],
  [lieda, 2024, 27],
  [lieda, 2025, 25],
  [dongda, 2025, 30],
  [dongda, 2026, null],
];

export async function seedChecks(owner: Owner): Promise<void> {
  const { id, person } = world.accounts.otherCountyAdmin;
  for (const [home, movedOn, checks] of MOVED) {
    const at = { household_id: home.id, division_id: home.divisionId };
    await insert(owner, "relocation", { ...at, moved_on: movedOn });
    for (const [on, living, withdrawn] of checks)
      await insert(owner, "relocation_check", {
        ...at,
        counted_in: home.divisionId,
        checked_on: on,
        living,
        account_id: id,
        account_name: person.name,
        withdrawn_at: withdrawn ? `${WORLD_TODAY}T09:00:00+08:00` : null,
      });
  }
  for (const [place, year, population] of POPULATIONS)
    await insert(owner, "village_year", { division_id: place.id, year, population });
}
