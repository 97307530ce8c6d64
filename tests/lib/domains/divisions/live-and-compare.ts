// Plays random lives of a fresh tree through the commands and holds every past day against its picture; gives the deeds that succeeded.
import fc from "fast-check";
import { closeDivision } from "#lib/domains/divisions/commands/close.ts";
import { mergeDivisions } from "#lib/domains/divisions/commands/merge.ts";
import { moveDivision } from "#lib/domains/divisions/commands/move.ts";
import { openDivision } from "#lib/domains/divisions/commands/open.ts";
import { splitDivision } from "#lib/domains/divisions/commands/split.ts";
import { undoDivisionChange } from "#lib/domains/divisions/commands/undo.ts";
import { today } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { offences, passNight, picture, type Step, someSteps } from "./random-tree.ts";
import { plantDivision, plantHousehold } from "./small-tree.ts";

let lives = 0;

export async function liveAndCompare(
  database: TestDatabase,
  session: Session,
  prefecture: number,
  { runs, most }: { runs: number; most: number },
): Promise<number> {
  let done = 0;
  const live = fc.asyncProperty(someSteps(most), async (steps) => {
    const root = await plantTree(database, prefecture);
    await passNight(database, root);
    const past: string[] = [];
    const deeds: Deed[] = [];
    for (const step of steps) {
      if (step.deed === "night") {
        past.unshift(await picture(database, root, 0));
        await passNight(database, root);
      } else if (step.deed === "undo") {
        if (await tryUndo(database, session, root, past, deeds)) done += 1;
      } else {
        const before = await picture(database, root, 0);
        const eventId = await tryStep(database, session, root, step);
        if (eventId !== null) deeds.push({ eventId, before, nights: past.length });
        if (eventId !== null) done += 1;
      }
    }
    past.unshift(await picture(database, root, 0));
    await passNight(database, root);
    for (const [at, was] of past.entries()) {
      const is = await picture(database, root, at + 1);
      if (is !== was)
        throw new Error(`${at + 1} days ago it was\n${was}\nnow it is said to have been\n${is}`);
    }
    const found = await offences(database, root);
    if (found.length > 0) throw new Error(found.map(({ offence }) => offence).join("\n"));
  });
  await fc.assert(live, { numRuns: runs, seed: 334, endOnFailure: true });
  return done;
}

type Deed = { eventId: string; before: string; nights: number };

/** The latest deed taken back: today, and the days since, are as if it had not been. */
async function tryUndo(
  database: TestDatabase,
  session: Session,
  root: number,
  past: string[],
  deeds: Deed[],
): Promise<boolean> {
  const last = deeds.pop();
  if (!last) return false;
  await undoDivisionChange(session, { eventId: last.eventId });
  const now = await picture(database, root, 0);
  if (now !== last.before)
    throw new Error(`before the deed it was\n${last.before}\nafter taking it back it is\n${now}`);
  past.fill(last.before, 0, past.length - last.nights);
  return true;
}

/** A county of its own for each life, with households in its villages. */
async function plantTree(database: TestDatabase, prefecture: number): Promise<number> {
  lives += 1;
  const county = await plantDivision(database, prefecture, `第${lives}县`);
  for (const town of ["甲", "乙"]) {
    const township = await plantDivision(database, county, `${town}乡`);
    for (const no of [1, 2]) {
      const village = await plantDivision(database, township, `${town}${no}村`);
      for (const home of [1, 2, 3]) await plantHousehold(database, `${lives}-${town}${no}-${home}`, village);
    }
  }
  return county;
}

/** One deed on nodes picked at random; a refusal by a rule is part of life, anything else is a failure. Gives the event. */
async function tryStep(
  database: TestDatabase,
  session: Session,
  root: number,
  step: Step,
): Promise<string | null> {
  const nodes = await database.look<{ id: number; level: string; above: number }>(
    `select d.id, d.level, d.parent_id as above from division_closure c join division d on d.id = c.node_id
     where c.ancestor_id = $1 and c.to_on is null and d.closed_on is null order by d.id`,
    [root],
  );
  const node = nodes[step.a % nodes.length]!;
  const wanted = step.deed === "move" ? above(node.level) : node.level;
  const goals = nodes.filter((one) => one.level === wanted && one.id !== node.id);
  const goal = goals[step.b % Math.max(1, goals.length)];
  const dated = { id: node.id, effectiveOn: today() };
  const name = `新${step.b}`;
  try {
    if (step.deed === "open")
      return (await openDivision(session, { parentId: node.id, name, effectiveOn: today() })).eventId;
    if (step.deed === "split") {
      const children = nodes.filter((one) => one.above === node.id).map(({ id }) => id);
      const homes = await database.look<{ no: string }>(
        "select household_no as no from household where division_id = $1 order by id",
        [node.id],
      );
      const some = <T>(list: T[]) => list.filter((_, at) => (step.b >> at) & 1);
      const numbers = some(homes.map(({ no }) => no)).join("，");
      return (await splitDivision(session, { ...dated, name, children: some(children), numbers })).eventId;
    }
    if (!goal || node.id === root) return null;
    if (step.deed === "merge") {
      const sources = goals.slice(0, 1 + (step.b % 2)).map(({ id }) => id);
      return (await mergeDivisions(session, { ...dated, sources, name: step.b % 3 ? name : "" })).eventId;
    }
    const change = step.deed === "move" ? moveDivision : closeDivision;
    return (await change(session, { ...dated, targetId: goal.id })).eventId;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

const LEVELS = ["PREFECTURE", "COUNTY", "TOWNSHIP", "VILLAGE", "GROUP"];
const above = (level: string) => LEVELS[LEVELS.indexOf(level) - 1];
