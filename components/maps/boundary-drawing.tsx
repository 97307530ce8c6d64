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
    <figure className="keep-together">
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no element for a group of links */}
      <svg
        role="group"
        aria-label={title}
        viewBox={`-4 -4 ${drawing.width + 8} ${drawing.height + 8}`}
        className="mx-auto block max-h-80 w-full"
      >
        {shapes.map(({ divisionId, path, part: { name, told } }) =>
          told ? (
            <Link
              key={divisionId}
              href={told.href}
              aria-label={`${name} ${told.valueText} ${t(`light.${told.state}`)}`}
              className="outline-none [&:focus-visible>path]:stroke-[10] [&:focus-visible>path]:stroke-link [&:hover>path]:stroke-[8] [&:hover>path]:stroke-link"
            >
              <Area path={path} fill={shadeOf(told.share)} />
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
  return <path d={path} fillRule="evenodd" strokeWidth="3" className={`stroke-ink-2 ${fill}`} />;
}

type LabelProps = { x: number; y: number; type: number; part: Part };

/** Over every shade in dark ink with a white edge, so that a long name may reach beyond its area. */
function Label({ x, y, type, part: { name, told } }: LabelProps) {
  const edge = { paintOrder: "stroke", strokeWidth: type / 4, strokeLinejoin: "round" } as const;
  const mark = type * 0.85;
  // Letters of a number are about half as wide as those of a name.
  const half = told ? (told.valueText.length * type * 0.55 + mark) / 2 : 0;
  return (
    <>
      <text
        x={x}
        y={told ? y - type * 0.15 : y + type * 0.35}
        fontSize={type}
        textAnchor="middle"
        className="fill-seq-dark stroke-white"
        {...edge}
      >
        {name}
      </text>
      {told ? (
        <>
          <text
            x={x - mark * 0.6}
            y={y + type}
            fontSize={type}
            textAnchor="middle"
            className="tabular fill-seq-dark stroke-white font-semibold"
            {...edge}
          >
            {told.valueText}
          </text>
          <svg
            x={x + half - mark * 0.5}
            y={y + type * 0.2}
            width={mark}
            height={mark}
            viewBox="0 0 16 16"
            aria-hidden="true"
          >
            <circle cx="8" cy="8" r="8" className="fill-white" />
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

const shades = ["fill-seq-1", "fill-seq-2", "fill-seq-3", "fill-seq-4", "fill-seq-5"] as const;

function shadeOf(share: number | null): string {
  if (share === null) return "fill-card";
  return shades[Math.min(4, Math.max(0, Math.floor(share * 5)))] ?? shades[0];
}
