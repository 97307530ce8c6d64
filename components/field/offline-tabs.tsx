"use client";

/** The way around where there is no network: the places that the phone holds, drawn like those of every day. */

import type { ReactNode } from "react";
import { useFieldWords } from "./field-words.tsx";

export type TabIcons = Record<"today" | "households" | "visit" | "visits" | "sync", ReactNode>;

export function OfflineTabs({ at, icons }: { at: string | undefined; icons: TabIcons }) {
  const { nav } = useFieldWords();
  const tabs: [string, keyof TabIcons][] = [
    ["/today", "today"],
    ["/households", "households"],
    ["/visits/new", "visit"],
    ["/visits", "visits"],
    ["/sync", "sync"],
  ];
  return (
    <nav
      aria-label={nav.label}
      className="sticky bottom-0 z-20 border-line border-t bg-card pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="flex">
        {tabs.map(([href, key]) => (
          <li key={href} className="min-w-0 flex-1">
            <a href={href} aria-current={at === href ? "page" : undefined} className={tabLink}>
              <span className={key === "visit" ? plusTile : undefined}>{icons[key]}</span>
              <span className="max-w-full truncate text-note leading-tight">{nav[key]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const tabLink =
  "flex min-h-14 flex-col items-center justify-center gap-0.5 border-transparent border-t-2 text-ink-2 no-underline hover:no-underline aria-[current=page]:border-brand aria-[current=page]:font-semibold aria-[current=page]:text-ink";

const plusTile = "inline-flex h-6 w-10 items-center justify-center rounded-control bg-brand-fill text-white";
