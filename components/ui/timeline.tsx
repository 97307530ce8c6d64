/** What happened, newest first, each with its day. */

import type { ReactNode } from "react";

export type Event = { id: string; when: ReactNode; title: ReactNode; body?: ReactNode; mark?: ReactNode };

export function Timeline({ items }: { items: readonly Event[] }) {
  return (
    <ol className="ml-1.5 border-line border-l-2">
      {items.map((item) => (
        <li key={item.id} className="relative pb-4 pl-5 last:pb-0">
          <span className="absolute top-0 -left-2 flex h-[1lh] w-3.5 items-center bg-card">
            {item.mark ?? <span className="ml-1 size-2 rounded-full bg-control" />}
          </span>
          <p className="text-ink-2 text-note">{item.when}</p>
          <p className="font-semibold">{item.title}</p>
          {item.body ? <div className="text-ink-2">{item.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
