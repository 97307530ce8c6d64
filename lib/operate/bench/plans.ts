// Looks at the plans of the hot reads as the runtime role gets them: how long, over which nodes, and whether a big table is read whole.
import { performance } from "node:perf_hooks";
import { asProblem } from "#lib/platform/database-problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { type HotRead, hotReads } from "./hot.ts";
import { median } from "./measure.ts";
import { nodeKinds, planOf, statementsOf, wholeReads } from "./watched.ts";

export type Asker = { name: string; session: Session; household: string; word: string };

const SLOW_MS = 30;
const RUNS = 9;

export async function showPlans(asker: Asker, say: (line: string) => void): Promise<void> {
  say(`\nPlans as app_rw, asked by ${asker.name}`);
  for (const read of hotReads(asker)) await showOne(asker.session, read, say);
}

async function showOne(session: Session, { name, load }: HotRead, say: (line: string) => void) {
  const times: number[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      const began = performance.now();
      await reading(session, load);
      times.push(performance.now() - began);
    }
  } catch (error) {
    const problem = asProblem(error);
    if (!problem) throw error;
    return say(`  ${name.padEnd(34)} — ${problem.code}`);
  }
  const statements = await statementsOf(session, load);
  const whole = median(times);
  say(
    `  ${name.padEnd(34)} ${whole.toFixed(1).padStart(7)} ms  ${statements.length} statements${whole > SLOW_MS ? "  ← slow" : ""}`,
  );
  for (const [at, statement] of statements.entries()) {
    const plan = await planOf(session, statement);
    const tables = wholeReads(plan);
    if (tables.length === 0 && plan.ms < SLOW_MS / 3) continue;
    const flag = tables.length > 0 ? `  ← reads whole: ${tables.join(", ")}` : "";
    say(
      `    ${at + 1}: ${plan.ms.toFixed(1)} ms, ${plan.hits + plan.reads} pages: ${nodeKinds(plan)}${flag}`,
    );
  }
}
