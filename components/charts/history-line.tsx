/** How one number went over one or two years: drawn on the server, with target and last value named, gaps left open, and the running period hatched. */
import { linePath } from "#components/charts/line-path.ts";

/** `tick`: written below it; null where there is no room for one at each. */
export type HistoryPoint = {
  label: string;
  tick: string | null;
  value: number | null;
  text: string;
  href: string;
};
type Props = {
  /** What is drawn, for those who listen. */
  name: string;
  points: readonly HistoryPoint[];
  /** `line`: what was due at each point, by the target of its time. */
  target?: { value: number; text: string; line: readonly (number | null)[] } | undefined;
  /** Said above the hatched last period; null when it is over. */
  running: string | null;
};

const [WIDTH, HEIGHT] = [1040, 260];
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 96, 24, 26];

export function HistoryLine({ name, points, target, running }: Props) {
  const values = points.map(({ value }) => value);
  const line = target?.line ?? [];
  const ticks = ticksFor([...values, ...line, target?.value ?? null].filter((value) => value !== null));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, points.length - 1);
  const x = (at: number) => round(LEFT + at * step);
  const y = (value: number) => round(TOP + ((high - value) * (HEIGHT - TOP - BOTTOM)) / (high - low || 1));
  const end = values.findLastIndex((value) => value !== null);
  const last = points[end];
  const targetY = target ? y(line.findLast((at) => at !== null) ?? target.value) : 0;
  const lastY = last?.value == null ? 0 : y(last.value);
  // Two labels at the right end that would cover each other stand apart.
  const apart = target && Math.abs(lastY - targetY) < 14 ? (lastY <= targetY ? -9 : 9) : 0;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-label={name} data-chart="" className="block w-full">
      <defs>
        <pattern
          id="running"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V6" strokeWidth="2" className="stroke-line" />
        </pattern>
      </defs>
      {running === null ? null : (
        <>
          <rect
            x={x(points.length - 1) - step / 2}
            y={TOP}
            width={step / 2}
            height={HEIGHT - TOP - BOTTOM}
            fill="url(#running)"
          />
          <text x={x(points.length - 1)} y={TOP - 8} textAnchor="end" fontSize="12" className="fill-ink-2">
            {running}
          </text>
        </>
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${LEFT} ${y(tick)}H${WIDTH - RIGHT}`} className="stroke-line" />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" fontSize="12" className="fill-ink-2">
            {tick}
          </text>
        </g>
      ))}
      {points.map(({ tick, href }, at) =>
        tick === null ? null : (
          <text key={href} x={x(at)} y={HEIGHT - 8} textAnchor="middle" fontSize="12" className="fill-ink-2">
            {tick}
          </text>
        ),
      )}
      {target ? (
        <>
          <path
            d={linePath(line, x, y)}
            fill="none"
            data-target=""
            className="stroke-ink-2"
            strokeWidth="1.25"
            strokeDasharray="5 4"
          />
          <text x={WIDTH - RIGHT + 10} y={targetY + 4 - apart} fontSize="12" className="fill-ink-2">
            {target.text}
          </text>
        </>
      ) : null}
      <path
        d={linePath(values, x, y)}
        className="stroke-cat-1"
        strokeWidth="2"
        strokeLinecap="round"
        fill="none"
      />
      {last ? (
        <text
          x={WIDTH - RIGHT + 10}
          y={lastY + 4 + apart}
          fontSize="13"
          fontWeight="600"
          className="fill-cat-1"
        >
          {last.text}
        </text>
      ) : null}
      {points.map(({ label, value, text, href }, at) =>
        value === null ? null : (
          <a key={href} href={href} aria-label={`${label} ${text}`}>
            <title>{`${label} ${text}`}</title>
            <circle cx={x(at)} cy={y(value)} r="12" className="fill-transparent" />
            <circle cx={x(at)} cy={y(value)} r={at === end ? 4 : 2.5} className="fill-cat-1" />
          </a>
        ),
      )}
    </svg>
  );
}

/** Four to six round numbers around the values; a line need not begin at zero. */
export function ticksFor(values: readonly number[]): number[] {
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const rough = (high - low || Math.abs(high) || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const unit = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? rough;
  const first = Math.floor(low / unit);
  const count = Math.max(1, Math.ceil(high / unit) - first);
  return Array.from({ length: count + 1 }, (_, at) => Number(((first + at) * unit).toPrecision(12)));
}

const round = (value: number) => Math.round(value * 10) / 10;
