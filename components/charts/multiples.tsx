/** Units over time, each in a small picture of its own on one scale, with all others in grey behind it (ux.md §4.8); gaps stay gaps. */
import { getTranslations } from "next-intl/server";
import { linePath } from "#components/charts/line-path.ts";
import Link from "#components/ui/link.tsx";

export type Multiple = {
  id: number;
  name: string;
  /** Oldest first; null where there is no figure. */
  values: readonly (number | null)[];
  last: string;
  href?: string | undefined;
};

type Props = { id: string; title: string; items: readonly Multiple[]; target?: number | undefined };

const WIDTH = 132;
const HEIGHT = 48;
const EDGE = 4;

export async function Multiples({ id, title, items, target }: Props) {
  const t = await getTranslations("common");
  const known = items.flatMap(({ values }) => values.filter((value) => value !== null));
  if (known.length === 0) return null;
  const scale = [...known, ...(target === undefined ? [] : [target])];
  const [low, high] = [Math.min(...scale), Math.max(...scale)];
  const count = Math.max(...items.map(({ values }) => values.length));
  const x = (at: number) => round(EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(1, count - 1));
  const y = (value: number) =>
    round(high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) * (HEIGHT - 2 * EDGE)) / (high - low));
  const all = `all-${id}`;
  return (
    <figure className="keep-together">
      <figcaption className="mb-2 text-ink-2 text-note">{title}</figcaption>
      <svg className="absolute size-0" aria-hidden="true">
        <defs>
          <g id={all} fill="none" strokeWidth="1">
            {items.map((item) => (
              <path key={item.id} d={linePath(item.values, x, y)} className="stroke-line" />
            ))}
            {target === undefined ? null : (
              <path d={`M0 ${y(target)}H${WIDTH}`} className="stroke-ink-2" strokeDasharray="3 2" />
            )}
          </g>
        </defs>
      </svg>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-3 pad:grid-cols-3 desk:grid-cols-4">
        {items.map((item) => {
          const end = item.values.findLastIndex((value) => value !== null);
          const name = t("trend.sparklineBare", {
            name: item.name,
            count: item.values.length,
            last: item.last,
          });
          return (
            <li key={item.id} className="min-w-0">
              <p className="flex min-h-6 items-center justify-between gap-2">
                {item.href ? (
                  <Link href={item.href} className="inline-flex min-h-6 items-center truncate">
                    {item.name}
                  </Link>
                ) : (
                  <span className="truncate">{item.name}</span>
                )}
                <span className="tabular whitespace-nowrap text-note">{item.last}</span>
              </p>
              <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name} className="block w-full">
                <title>{name}</title>
                <use href={`#${all}`} />
                <path
                  d={linePath(item.values, x, y)}
                  className="stroke-cat-1"
                  strokeWidth="1.75"
                  strokeLinecap="round"
                  fill="none"
                />
                {end < 0 ? null : (
                  <circle cx={x(end)} cy={y(item.values[end] ?? 0)} r="2.5" className="fill-cat-1" />
                )}
              </svg>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
