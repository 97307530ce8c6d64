/** The parts that paper forms are put together from: a title, a grid of facts, a table with lines. */
import type { ReactNode } from "react";

export const Title = ({ children }: { children: ReactNode }) => (
  <h2 className="mb-2 text-center font-semibold text-h1">{children}</h2>
);
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mt-3">
    <h3 className="mb-1 font-semibold text-h3">{title}</h3>
    {children}
  </section>
);

const CELL = "border border-ink-2 px-1.5 py-1 align-top";

export function Grid({ items }: { items: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-2 border-ink-2 border-t border-l">
      {items.map(({ label, value }) => (
        <div key={label} className="flex gap-2 border-ink-2 border-r border-b px-1.5 py-1">
          <dt className="shrink-0 text-ink-2">{label}</dt>
          <dd className="min-w-0 grow">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Lines = { caption: string; heads: readonly string[]; rows: readonly (readonly ReactNode[])[] };
export function Lines({ caption, heads, rows }: Lines) {
  // Rows of a paper have no name but their place.
  const keyed = rows.map((cells, nth) => ({ key: String(nth), cells }));
  return (
    <div className="overflow-x-auto print:overflow-visible">
      <table className="w-full border-collapse text-note">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={`${CELL} text-left font-semibold`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, at) => (
                <td key={heads[at]} className={CELL}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
