/** Which command takes in what, when another than the writer hands it over; what is received at a desk is its writer's to send. */
import { rule } from "#lib/platform/problem.ts";
import { takeInFact } from "../commands/take-in-fact.ts";
import { takeInNeed } from "../commands/take-in-need.ts";
import { takeInVisit } from "../commands/take-in-visit.ts";
import type { OpKind } from "../op.ts";

export function takesIn(kind: OpKind = "VISIT") {
  if (kind === "VISIT") return takeInVisit;
  if (kind === "FACT") return takeInFact;
  if (kind === "NEED") return takeInNeed;
  throw rule("sync.deskByWriter");
}
