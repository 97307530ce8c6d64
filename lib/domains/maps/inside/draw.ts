/** Draws areas given in degrees: laid flat, put on a grid, thinned until all paths together are small, with a place for each name. */
import { DRAWING_BYTES, type Drawing, type Point } from "../boundary-map.ts";
import type { Position } from "../read-geojson.ts";
import { distanceTo, keyOf, linesOf, type Ring } from "./shared-lines.ts";

/** The longer side of the drawing, in units of its grid. */
const SIDE = 500;
const MOST_TOLERANCE = 30;

type Given = { divisionId: number; rings: Position[][] };

/** Null where an area is too small or thin to be seen beside the others. */
export function draw(given: readonly Given[]): Drawing | null {
  const grid = gridOf(given.flatMap(({ rings }) => rings));
  if (!grid) return null;
  const rings = given.flatMap(({ divisionId, rings }) =>
    rings
      .map((ring) => onGrid(ring, grid.place))
      .filter((ring) => ring.length >= 3)
      .map((ring) => ({ divisionId, ring })),
  );
  const thinned = linesOf(rings.map(({ ring }) => ring));
  for (let tolerance = 0; tolerance <= MOST_TOLERANCE; tolerance = Math.max(0.5, tolerance * 1.25)) {
    const kept = thinned(tolerance);
    const shapes = given.map(({ divisionId }) => {
      const own = kept.filter((ring, at) => rings[at]!.divisionId === divisionId && isArea(ring));
      return { divisionId, own, path: own.map(pathOf).join("") };
    });
    if (shapes.some(({ own }) => own.length === 0)) return null;
    if (shapes.reduce((sum, { path }) => sum + path.length, 0) > DRAWING_BYTES) continue;
    const { width, height } = grid;
    return {
      ...{ width, height },
      shapes: shapes.map(({ divisionId, own, path }) => ({ divisionId, path, at: roomIn(own) })),
    };
  }
  return null;
}

/** Degrees east are shorter than degrees north, by the cosine of the latitude. */
function gridOf(rings: readonly Position[][]) {
  let [west, east, south, north] = [180, -180, 90, -90];
  for (const ring of rings)
    for (const [lng, lat] of ring) {
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  const shorter = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [across, up] = [(east - west) * shorter, north - south];
  if (!(across > 0 && up > 0)) return null;
  const scale = SIDE / Math.max(across, up);
  const place = ([lng, lat]: Position): Point => [
    Math.round((lng - west) * shorter * scale),
    Math.round((north - lat) * scale),
  ];
  return { width: Math.ceil(across * scale), height: Math.ceil(up * scale), place };
}

function onGrid(ring: readonly Position[], place: (position: Position) => Point): Ring {
  const points: Point[] = [];
  for (const position of ring) {
    const point = place(position);
    const last = points.at(-1);
    if (!last || keyOf(last) !== keyOf(point)) points.push(point);
  }
  // A there and back again between two points encloses nothing.
  while (points.length > 1 && keyOf(points[0]!) === keyOf(points.at(-1)!)) points.pop();
  return points;
}

/** Twice the area, since only whether there is any matters. */
const isArea = (ring: Ring): boolean =>
  ring.length >= 3 &&
  Math.abs(ring.reduce((sum, [x, y], at) => sum + x * ring.at(at - 1)![1] - ring.at(at - 1)![0] * y, 0)) > 0;

function pathOf(ring: Ring): string {
  const [first, ...rest] = ring as [Point, ...Point[]];
  let before = first;
  const steps = rest.map((point) => {
    const [dx, dy] = [point[0] - before[0], point[1] - before[1]];
    before = point;
    return `${dx}${dy < 0 ? "" : " "}${dy}`;
  });
  return `M${first[0]} ${first[1]}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

const TRIED = 24;

/** The point inside that is farthest from every border, among those of a grid over the area. */
function roomIn(rings: readonly Ring[]): Point {
  const all = rings.flat();
  const [left, right] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const [top, bottom] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))];
  let best: Point = rings[0]![0]!;
  let most = -1;
  for (let row = 1; row < TRIED; row++)
    for (let column = 1; column < TRIED; column++) {
      const point: Point = [
        Math.round(left + ((right - left) * column) / TRIED),
        Math.round(top + ((bottom - top) * row) / TRIED),
      ];
      const room = isInside(point, rings) ? clearance(point, rings) : -1;
      if (room > most) [best, most] = [point, room];
    }
  return best;
}

const clearance = (point: Point, rings: readonly Ring[]): number => {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings)
    for (let at = 0; at < ring.length; at++)
      least = Math.min(least, distanceTo(point, ring.at(at - 1)!, ring[at]!));
  return least;
};

/** Inside an odd number of rings: a hole takes away what lies in it. */
function isInside([x, y]: Point, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of rings)
    for (let at = 0; at < ring.length; at++) {
      const [ax, ay] = ring.at(at - 1)!;
      const [bx, by] = ring[at]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}
