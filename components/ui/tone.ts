/** The text color of each state; it never stands without its shape and its word. */

import type { LightState } from "#components/ui/shape.tsx";

export const tone: Record<LightState, string> = {
  ok: "text-ok",
  watch: "text-watch",
  behind: "text-behind",
  none: "text-none",
  off: "text-none",
};
