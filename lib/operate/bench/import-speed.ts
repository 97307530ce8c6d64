/**
 * G9: a roster of 10,000 households through the whole engine and by COPY, in turn, three times over; the median of each is judged.
 * Ours runs from the file to rows committed, traced, searchable and rolled up, with row-level security, errors by cell and the audit.
 * The floor is COPY as their owner, past row-level security, of the very rows that the import made, into the tables that it made them
 * in (the household, its year, its spell, its search entry; the head, where the roster has ID numbers), from a text ready in memory to
 * the commit, with every index, constraint and trigger that is there. COPY of the bare row of `household` alone is told beside it.
 */
import type pg from "pg";
import { copyAgain, type Floor } from "./copy-floor.ts";
import { median } from "./measure.ts";
import type { Report } from "./report.ts";
import { type Clerk, type Imported, importRoster, rolledUp } from "./roster-import.ts";
import { households, type Village, writeRoster } from "./rosters.ts";

const HOUSEHOLDS = 10_000;
const ROUNDS = 3;

type Given = { owner: pg.Pool; report: Report; clerk: Clerk; villages: Village[]; dataDir: string };
type Kind = { name: string; prefix: string; heads: boolean; keepLast: boolean };

export async function measureImportSpeed(given: Given): Promise<void> {
  await race(given, { name: "households and their heads", prefix: "H", heads: true, keepLast: false });
  // Of these the last ones stay: the persons of the next roster live in them.
  await race(given, { name: "households", prefix: "B", heads: false, keepLast: true });
}

async function race({ owner, report, clerk, villages, dataDir }: Given, kind: Kind): Promise<void> {
  const ours: Imported[] = [];
  const floors: Floor[] = [];
  // The first round warms both and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    const last = round === ROUNDS;
    const prefix = last ? kind.prefix : `${kind.prefix}${round}`;
    const rows = households(HOUSEHOLDS, villages, {
      prefix,
      heads: kind.heads ? round * HOUSEHOLDS : undefined,
    });
    const done = await importRoster(
      owner,
      clerk,
      "household-roster",
      await writeRoster(dataDir, "household-roster", rows),
    );
    const floor = await copyAgain(owner, done.id, last && kind.keepLast);
    await rolledUp(owner);
    report.tell(
      `  ${kind.name}, round ${round}: ${done.told}; COPY ${ms(floor.all)}, of households alone ${ms(floor.household)}`,
    );
    if (round === 0) continue;
    ours.push(done);
    floors.push(floor);
  }
  const rate = (took: number[]) => (HOUSEHOLDS / median(took)) * 1000;
  const all = rate(ours.map((one) => one.ms));
  const alone = rate(floors.map((one) => one.household));
  report.add({
    goal: "G9",
    what: `${HOUSEHOLDS} ${kind.name}, file to rolled up, to COPY`,
    ours: all,
    floor: rate(floors.map((one) => one.all)),
    unit: "rows/s",
    limit: 0.2,
    atLeast: true,
    note: `${ours.at(-1)!.told}; to COPY into household alone (${alone.toFixed(0)} rows/s) ${(all / alone).toFixed(2)}×; the peer does 277`,
  });
}

const ms = (took: number) => `${took.toFixed(0)} ms`;
