/** A map of the boundaries as an SVG: each county a link in the shade of its number, its words over all areas; the approval number stands below. */

import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { drawing as drawn, type LightState } from "#components/ui/shape.tsx";
import type { Drawing } from "#lib/domains/maps/boundary-map.ts";

export type Part = {
  divisionId: number;
  name: string;
  /** Left out in a preview, where only the outlines count. */
  told?: { valueText: string; share: number | null; state: LightState; href: string };
};

type Props = { title: string; drawing: Drawing; approvalNo: string; parts: readonly Part[]; legend?: string };

export async function BoundaryDrawing({ title, drawing, approvalNo, parts, legend }: Props) {
  const t = await getTranslations("common");
  const maps = await getTranslations("maps");
  const shapes = drawing.shapes.flatMap((shape) => {
    const part = parts.find(({ divisionId }) => divisionId === shape.divisionId);
    return part ? [{ ...shape, part }] : [];
  });
  const type = typeSize(drawing);
  return (
    <figure aria-label={title} className="keep-together">
      <svg
        viewBox={`-4 -4 ${drawing.width + 8} ${drawing.height + 8}`}
        className="mx-auto block max-h-80 w-full"
      >
        <title>{title}</title>
        {shapes.map(({ divisionId, path, part: { name, told } }) =>
          told ? (
            <Link
              key={divisionId}
              href={told.href}
              aria-label={`${name} ${told.valueText} ${t(`light.${told.state}`)}`}
              className="outline-none [&:focus-visible>path]:stroke-4 [&:focus-visible>path]:stroke-link [&:hover>path]:stroke-3 [&:hover>path]:stroke-link"
            >
              <Area path={path} fill={shades[stepOf(told.share)] ?? ""} />
            </Link>
          ) : (
            <Area key={divisionId} path={path} fill="fill-seq-1" />
          ),
        )}
        <g
          aria-hidden={shapes.some(({ part }) => part.told) ? true : undefined}
          className="pointer-events-none"
        >
          {shapes.map(({ divisionId, at: [x, y], part }) => (
            <Label key={divisionId} x={x} y={y} type={type} part={part} />
          ))}
        </g>
      </svg>
      <figcaption className="mt-1.5 text-ink-2 text-note">
        {maps("approval", { number: approvalNo })}
        {legend ? ` · ${legend}` : null}
      </figcaption>
    </figure>
  );
}

function Area({ path, fill }: { path: string; fill: string }) {
  return (
    <path
      d={path}
      fillRule="evenodd"
      vectorEffect="non-scaling-stroke"
      strokeWidth="1"
      className={`stroke-ink-2 ${fill}`}
    />
  );
}

type LabelProps = { x: number; y: number; type: number; part: Part };

/** With an edge in the shade of its own area, so that a long name may reach beyond it. */
function Label({ x, y, type, part: { name, told } }: LabelProps) {
  const ink = told ? inks[stepOf(told.share)] : "fill-seq-dark stroke-seq-1";
  const edge = { paintOrder: "stroke", strokeWidth: type / 4, strokeLinejoin: "round" } as const;
  const line = { ...edge, fontSize: type, textAnchor: "middle" } as const;
  const mark = type * 0.85;
  // Digits are about half as wide as they are high.
  const half = told ? (told.valueText.length * type * 0.55 + mark) / 2 : 0;
  return (
    <>
      <text x={x} y={Math.round(told ? y - type * 0.15 : y + type * 0.35)} className={ink} {...line}>
        {name}
      </text>
      {told ? (
        <>
          <text
            x={Math.round(x - mark * 0.6)}
            y={y + type}
            className={`tabular font-semibold ${ink}`}
            {...line}
          >
            {told.valueText}
          </text>
          <svg
            x={Math.round(x + half - mark * 0.5)}
            y={Math.round(y + type * 0.2)}
            width={Math.round(mark)}
            height={Math.round(mark)}
            viewBox="-2 -2 20 20"
            aria-hidden="true"
          >
            <circle cx="8" cy="8" r="10" className="fill-white" />
            {drawn[told.state]}
          </svg>
        </>
      ) : null}
    </>
  );
}

/** As large as the smaller writing of the page, where the drawing is as high as it may be or as wide as its card. */
function typeSize({ width, height }: Drawing): number {
  const pixels = Math.min(320 / height, 430 / width);
  return Math.round(12.5 / pixels);
}

/** Of five, or the one for no figure. */
const stepOf = (share: number | null): number =>
  share === null ? 5 : Math.min(4, Math.max(0, Math.floor(share * 5)));
const shades = ["fill-seq-1", "fill-seq-2", "fill-seq-3", "fill-seq-4", "fill-seq-5", "fill-white"];
const inks = [
  "fill-seq-dark stroke-seq-1",
  "fill-seq-dark stroke-seq-2",
  "fill-seq-dark stroke-seq-3",
  "fill-white stroke-seq-4",
  "fill-white stroke-seq-5",
  "fill-seq-dark stroke-white",
];
