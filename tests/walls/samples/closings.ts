// Closed months: known to all who see boards, signed by whoever answers for the unit, closed by the prefecture.
import { HELD_AT, PLACES } from "../ground.ts";
import { SIGNED, TO_CLOSE, TO_SIGN } from "../ground-closings.ts";
import { hasVerb, type Oracle, sees } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { board } from "./places.ts";

const SIGNING: readonly number[] = [PLACES.top.id, PLACES.A.id, PLACES.B.id];
const signs: Oracle = (role, target) => {
  if (!SIGNING.includes(target.node) || !sees(role, { ...target, paired: false })) return "not-found";
  return hasVerb(role, "closing.sign") && HELD_AT[role] === target.place ? "ok" : "refused";
};
/** The whole prefecture's business. */
const closes: Oracle = (role) => {
  if (!sees(role, { place: "top", paired: false })) return "not-found";
  return hasVerb(role, "closing.close") ? "ok" : "refused";
};

export const closingSamples: Record<string, Sample> = {
  "closings.list": { expects: board, input: ({ node }) => ({ u: String(node) }) },
  "closings.view": { expects: board, input: ({ node }) => ({ u: String(node), period: SIGNED }) },
  "closings.close": { expects: closes, input: () => ({ period: TO_CLOSE }) },
  "closings.sign": { expects: signs, input: ({ node }) => ({ unit: node, period: TO_SIGN, note: "已核对" }) },
};
