"use client";

/** The drawn part of a trend: recharts, fetched by desks only and never rendered on the server. */

import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { TrendPoint, TrendTarget } from "#components/charts/trend-chart.tsx";

type Props = {
  points: readonly TrendPoint[];
  target?: TrendTarget;
  words: { value: string; target: string };
};

const ink = "var(--color-ink-2)";

export default function TrendLines({ points, target, words }: Props) {
  const lastKnown = points.findLastIndex((point) => point.value !== null);
  const lastDue = points.findLastIndex((point) => point.due);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce), print").matches;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart
        accessibilityLayer={false}
        data={[...points]}
        margin={{ top: 16, right: 76, bottom: 4, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="label"
          tick={{ fill: ink, fontSize: 12 }}
          tickLine={false}
          stroke="var(--color-control)"
        />
        <YAxis
          tick={{ fill: ink, fontSize: 12 }}
          tickLine={false}
          axisLine={false}
          width={44}
          domain={["auto", "auto"]}
        />
        <Tooltip
          isAnimationActive={false}
          formatter={(_value, _name, entry) => [(entry.payload as TrendPoint).text, words.value]}
          contentStyle={{
            background: "var(--color-card)",
            borderColor: "var(--color-line)",
            color: "var(--color-ink)",
          }}
        />
        {target ? (
          <Line
            dataKey="due.value"
            stroke={ink}
            strokeDasharray="5 4"
            isAnimationActive={false}
            activeDot={false}
            tooltipType="none"
            dot={(dot: { cx?: number; cy?: number; index?: number }) =>
              dot.index === lastDue ? (
                <text key="due" x={(dot.cx ?? 0) + 6} y={(dot.cy ?? 0) + 4} fill={ink} fontSize={12}>
                  {`${words.target} ${target.text}`}
                </text>
              ) : (
                <g key={dot.index} />
              )
            }
          />
        ) : null}
        <Line
          dataKey="value"
          stroke="var(--color-cat-1)"
          strokeWidth={2}
          isAnimationActive={!calm}
          animationDuration={240}
          dot={(dot: { cx?: number; cy?: number; index?: number }) =>
            dot.index === lastKnown ? (
              <circle key="last" cx={dot.cx} cy={dot.cy} r={4} fill="var(--color-cat-1)" />
            ) : (
              <g key={dot.index} />
            )
          }
        />
      </LineChart>
    </ResponsiveContainer>
  );
}
