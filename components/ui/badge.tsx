/** A word that classifies: a kind, a basis, a count. For states that can be good or bad there is Light. */

import type { ReactNode } from "react";

const tones = {
  plain: "border-line bg-sunk text-ink-2",
  info: "border-link bg-link-tint text-link",
  ok: "border-ok-fill bg-ok-tint text-ok",
  watch: "border-watch-fill bg-watch-tint text-watch",
  behind: "border-behind-fill bg-behind-tint text-behind",
} as const;

export function Badge({ children, tone = "plain" }: { children: ReactNode; tone?: keyof typeof tones }) {
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-control border px-1.5 text-note ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
