/** A tree as rows: unfolding is a link that the server answers, so it works before scripts arrive and stays in the address. */

import type { ReactNode } from "react";
import { ChevronIcon } from "#components/ui/icons.tsx";
import Link from "#components/ui/link.tsx";

export type TreeLine = {
  id: number;
  depth: number;
  name: string;
  href: string;
  /** Left out where nothing lies below. */
  toggle?: { href: string; open: boolean; label: string };
  marks?: ReactNode;
  facts: ReactNode;
};

const INDENT = [
  "pl-0",
  "pl-4 desk:pl-7",
  "pl-8 desk:pl-14",
  "pl-12 desk:pl-20",
  "pl-16 desk:pl-28",
  "pl-20 desk:pl-36",
];

export function TreeRows({ label, lines }: { label: string; lines: readonly TreeLine[] }) {
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-card border border-line bg-card">
      {lines.map((line) => (
        <li
          key={`${line.id}-${line.depth}`}
          id={`n${line.id}`}
          className="flex min-h-row flex-wrap items-center gap-x-3 px-2 py-1 hover:bg-hover desk:px-3"
        >
          <span
            className={`flex min-w-0 grow items-center ${INDENT[Math.min(line.depth, INDENT.length - 1)]}`}
          >
            <Toggle toggle={line.toggle} />
            <Link href={line.href} className="inline-flex min-h-touch min-w-0 items-center desk:min-h-6">
              {line.name}
            </Link>
            {line.marks ? <span className="ml-2 flex flex-wrap gap-1">{line.marks}</span> : null}
          </span>
          <span className="flex flex-wrap items-baseline justify-end gap-x-4 text-ink-2 text-note">
            {line.facts}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Toggle({ toggle }: { toggle: TreeLine["toggle"] }) {
  if (!toggle) return <span className="size-9 shrink-0" />;
  return (
    <Link
      href={toggle.href}
      scroll={false}
      aria-label={toggle.label}
      aria-expanded={toggle.open}
      className="inline-flex size-9 shrink-0 items-center justify-center text-ink-2 -outline-offset-2"
    >
      <ChevronIcon className={`size-4 ${toggle.open ? "rotate-90" : ""}`} />
    </Link>
  );
}
