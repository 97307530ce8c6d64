/** What is known about one thing: question and answer, side by side. */

import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode; note?: ReactNode; action?: ReactNode };

const grids = { 1: "", 2: "pad:grid-cols-2", 3: "pad:grid-cols-2 wide:grid-cols-3" } as const;

export function SummaryList({ items, columns = 1 }: { items: readonly Fact[]; columns?: 1 | 2 | 3 }) {
  return (
    <dl className={`grid gap-x-8 ${grids[columns]}`}>
      {items.map((item) => (
        <div
          key={item.label}
          className="flex min-h-row items-baseline gap-3 border-line border-b py-2 last:border-b-0 has-[[role=alert]]:flex-wrap care:flex-col care:gap-0"
        >
          <dt className="w-28 shrink-0 text-ink-2">{item.label}</dt>
          <dd className="min-w-0 grow">
            {item.value}
            {item.note ? <div className="text-ink-2 text-note">{item.note}</div> : null}
          </dd>
          {item.action ? <dd className="max-w-full shrink-0 print:hidden">{item.action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
