// Plays random lives of a fresh tree through the commands and holds every past day against its picture; gives the deeds that succeeded.
import fc from "fast-check";
import { closeDivision } from "#lib/domains/divisions/commands/close.ts";
import { moveDivision } from "#lib/domains/divisions/commands/move.ts";
import { openDivision } from "#lib/domains/divisions/commands/open.ts";
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
    for (const step of steps) {
      if (step.deed === "night") {
        past.unshift(await picture(database, root, 0));
        await passNight(database, root);
      } else if (await tryStep(database, session, root, step)) done += 1;
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

/** A county of its own for each life, with households in its villages. */
async function plantTree(database: TestDatabase, prefecture: number): Promise<number> {
  lives += 1;
  const county = await plantDivision(database, prefecture, `第${lives}县`);
  for (const town of ["甲", "乙"]) {
    const township = await plantDivision(database, county, `${town}乡`);
    for (const no of [1, 2]) {
      const village = await plantDivision(database, township, `${town}${no}村`);
      await plantHousehold(database, `${lives}-${town}${no}`, village);
    }
  }
  return county;
}

/** One deed on nodes picked at random; a refusal by a rule is part of life, anything else is a failure. */
async function tryStep(database: TestDatabase, session: Session, root: number, step: Step): Promise<boolean> {
  const nodes = await database.look<{ id: number; level: string }>(
    `select d.id, d.level from division_closure c join division d on d.id = c.node_id
     where c.ancestor_id = $1 and c.to_on is null and d.closed_on is null order by d.id`,
    [root],
  );
  const node = nodes[step.a % nodes.length]!;
  const wanted = step.deed === "move" ? above(node.level) : node.level;
  const goals = nodes.filter((one) => one.level === wanted && one.id !== node.id);
  const goal = goals[step.b % Math.max(1, goals.length)];
  const effectiveOn = today();
  try {
    if (step.deed === "open")
      await openDivision(session, { parentId: node.id, name: `新${step.b}`, effectiveOn });
    else if (!goal || node.id === root) return false;
    else if (step.deed === "move")
      await moveDivision(session, { id: node.id, targetId: goal.id, effectiveOn });
    else await closeDivision(session, { id: node.id, targetId: goal.id, effectiveOn });
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

const LEVELS = ["PREFECTURE", "COUNTY", "TOWNSHIP", "VILLAGE", "GROUP"];
const above = (level: string) => LEVELS[LEVELS.indexOf(level) - 1];
