// What the marks of the data checks cost an import: the same roster with their triggers and without, in turn, the median of each.
import type pg from "pg";
import { median } from "./measure.ts";
import type { Report } from "./report.ts";
import { type Clerk, importRoster } from "./roster-import.ts";
import { households, type Village, writeRoster } from "./rosters.ts";

const HOUSEHOLDS = 10_000;
const ROUNDS = 3;

type Given = { owner: pg.Pool; report: Report; clerk: Clerk; villages: Village[]; dataDir: string };

export async function measureQualityMarks({ owner, report, clerk, villages, dataDir }: Given): Promise<void> {
  const took: Record<"with" | "without", number[]> = { with: [], without: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const how of ["without", "with"] as const) {
      await turnMarks(owner, how === "with");
      const rows = households(HOUSEHOLDS, villages, {
        prefix: `${how === "with" ? "Q" : "R"}${round}`,
        heads: undefined,
      });
      const roster = await writeRoster(dataDir, "household-roster", rows);
      took[how].push((await importRoster(owner, clerk, "household-roster", roster)).ms);
    }
  report.add({
    goal: "#5",
    what: `${HOUSEHOLDS} households imported, with the marks of the checks to without`,
    ours: median(took.with) / 1000,
    floor: median(took.without) / 1000,
    unit: "s",
    limit: 1.3,
  });
}

async function turnMarks(owner: pg.Pool, on: boolean): Promise<void> {
  const { rows } = await owner.query<{ command: string }>(
    `select format('alter table %s ${on ? "enable" : "disable"} trigger %I', tgrelid::regclass, tgname) as command
     from pg_trigger t join pg_proc p on p.oid = t.tgfoid where p.proname like 'mark\\_quality%' and not tgisinternal`,
  );
  for (const { command } of rows) await owner.query(command);
}
