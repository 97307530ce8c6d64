// How big the demo is to be, as DEMO_SCALE says it: a share of the whole prefecture.
import { StartProblem } from "../start-problem.ts";

const DEFAULT_SCALE = 1 / 6;
/** Below it, villages stand empty and the stories of the demo have nobody to happen to. */
const SMALLEST = 0.05;

export function readScale(scale: string | number | undefined): number {
  if (scale === undefined || scale === "") return DEFAULT_SCALE;
  const size = scale === "full" ? 1 : Number(scale);
  if (size >= SMALLEST && size <= 1) return size;
  throw new StartProblem(
    `DEMO_SCALE 应为 ${SMALLEST} 到 1 之间的数，或 full(全市规模)；现在是 ${scale}。还没有建立数据库。请改好再启动，例如 DEMO_SCALE=${SMALLEST} npm start；不设就是全市的六分之一。`,
  );
}
