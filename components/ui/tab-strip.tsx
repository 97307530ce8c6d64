"use client";

/** A row of tabs that may be wider than a phone: the one that is open is drawn into sight. */

import { type ReactNode, useEffect, useRef } from "react";

type Props = { label: string; current: string | undefined; children: ReactNode };

export function TabStrip({ label, current, children }: Props) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = current && strip.current?.querySelector("[aria-current=page]");
    if (!strip.current || !open) return;
    const [outer, inner] = [strip.current.getBoundingClientRect(), open.getBoundingClientRect()];
    strip.current.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }, [current]);
  return (
    <nav ref={strip} aria-label={label} className="mb-4 overflow-x-auto border-line border-b print:hidden">
      {children}
    </nav>
  );
}
