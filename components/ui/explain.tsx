/** More on request, without scripts: how a number is counted, or the rest of a form. */

import type { ReactNode } from "react";
import { DownIcon, InfoIcon } from "#components/ui/icons.tsx";

/** `end`: the word stands at the right edge of what holds it, and the panel opens to the left. */
type ExplainProps = { label: string; children: ReactNode; end?: boolean };

/** A small panel over the page that says how a number came about; on a phone as wide as what holds it, wherever the word stands. */
export function Explain({ label, children, end }: ExplainProps) {
  return (
    <details className="inline-block desk:relative print:hidden" name="explain">
      <summary className="inline-flex min-h-touch items-center desk:min-h-6 gap-1 rounded-control text-link text-note hover:underline">
        <InfoIcon className="size-3.5" />
        {label}
      </summary>
      <div
        className={`absolute inset-x-4 z-20 mt-1 rounded-card border border-line bg-card p-3 text-ink text-note shadow-over desk:inset-x-auto desk:top-full desk:w-80 ${end ? "desk:right-0" : "desk:left-0"}`}
      >
        {children}
      </div>
    </details>
  );
}

export function Disclosure({
  label,
  children,
  open,
}: {
  label: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    // A reader may have opened it before scripts arrive: it stays as it is.
    <details open={open} className="group" suppressHydrationWarning>
      <summary className="flex min-h-control items-center gap-1.5 font-semibold">
        <DownIcon className="size-4 -rotate-90 group-open:rotate-0" />
        {label}
      </summary>
      <div className="pt-1">{children}</div>
    </details>
  );
}
