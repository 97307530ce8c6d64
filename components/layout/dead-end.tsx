/** A page that leads nowhere says so plainly, and shows the ways back. */

import type { ReactNode } from "react";

export function DeadEnd({ title, body, children }: { title: string; body: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-xl px-4 py-16 pad:py-24">
      <h1 className="text-h1">{title}</h1>
      <p className="mt-3 text-body text-ink-2">{body}</p>
      <div className="mt-6 flex flex-wrap items-center gap-4">{children}</div>
    </div>
  );
}
