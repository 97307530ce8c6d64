/** More on request, without scripts: how a number is counted, or the rest of a form. */

import type { ReactNode } from "react";
import { DownIcon, InfoIcon } from "#components/ui/icons.tsx";

/** A small panel over the page that says how a number came about. */
export function Explain({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="relative inline-block print:hidden" name="explain">
      <summary className="inline-flex min-h-touch items-center desk:min-h-6 gap-1 rounded-control text-link text-note hover:underline">
        <InfoIcon className="size-3.5" />
        {label}
      </summary>
      <div className="absolute top-full left-0 z-20 mt-1 w-80 max-w-[80cqw] rounded-card border border-line bg-card p-3 text-ink text-note shadow-over">
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
