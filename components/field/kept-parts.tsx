/** The parts of which a page without a network is made: a titled part, and facts in lines that leave out what nobody said. */
import type { ReactNode } from "react";

export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2 className="mb-2 text-h2">{title}</h2>
    {children}
  </section>
);

export const FactList = ({ lines }: { lines: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="divide-y divide-line rounded-card border border-line bg-card">
    {lines
      .filter(([, value]) => value !== null && value !== undefined && value !== "")
      .map(([name, value]) => (
        <div key={name} className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 care:grid-cols-1 px-4 py-2">
          <dt className="text-ink-2">{name}</dt>
          <dd className="min-w-0 whitespace-pre-line [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
  </dl>
);
