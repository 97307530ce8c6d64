/** Simplifies areas so that neighbors keep one border: rings are cut where borders meet, and each piece is thinned once for both sides. */
import type { Point } from "../boundary-map.ts";

/** A ring without its last point, which is the first again. */
export type Ring = readonly Point[];

/** A piece of border, always in the same direction, with how much each of its points matters. */
type Line = { points: Point[]; weight: number[] };
type Piece = { line: Line; backwards: boolean };

export const keyOf = ([x, y]: Point): string => `${x},${y}`;

/** Answers what each ring comes to when bends below a tolerance are left out; all of them hold the same lines. */
export function linesOf(rings: readonly Ring[]): (tolerance: number) => Point[][] {
  const meets = meetingPoints(rings);
  const known = new Map<string, Line>();
  const cut = rings.map((ring) => piecesOf(ring, meets).map((points) => pieceOf(points, known)));
  return (tolerance) => cut.map((pieces) => joined(pieces, tolerance));
}

/** Where a point has other neighbors in one ring than in another, borders meet or part. */
function meetingPoints(rings: readonly Ring[]): Set<string> {
  const neighbors = new Map<string, string>();
  const meets = new Set<string>();
  for (const ring of rings)
    ring.forEach((point, at) => {
      const key = keyOf(point);
      const sides = [keyOf(ring.at(at - 1)!), keyOf(ring[(at + 1) % ring.length]!)].sort().join(" ");
      const before = neighbors.get(key);
      if (before === undefined) neighbors.set(key, sides);
      else if (before !== sides) meets.add(key);
    });
  return meets;
}

/** A ring that meets nothing begins at its least point, so that an enclave and the hole around it are the same line. */
function piecesOf(ring: Ring, meets: ReadonlySet<string>): Point[][] {
  const first = ring.findIndex((point) => meets.has(keyOf(point)));
  const start = first >= 0 ? first : leastOf(ring);
  const round = [...ring.slice(start), ...ring.slice(0, start), ring[start]!];
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  for (const point of round) {
    piece.push(point);
    if (piece.length > 1 && meets.has(keyOf(point))) {
      pieces.push(piece);
      piece = [point];
    }
  }
  if (piece.length > 1) pieces.push(piece);
  return pieces;
}

function leastOf(ring: Ring): number {
  let least = 0;
  ring.forEach(([x, y], at) => {
    const [leastX, leastY] = ring[least]!;
    if (x < leastX || (x === leastX && y < leastY)) least = at;
  });
  return least;
}

function pieceOf(points: Point[], known: Map<string, Line>): Piece {
  const there = points.map(keyOf).join(" ");
  const back = points.map(keyOf).reverse().join(" ");
  const backwards = back < there;
  const key = backwards ? back : there;
  let line = known.get(key);
  if (!line) {
    const forward = backwards ? [...points].reverse() : points;
    line = { points: forward, weight: weightsOf(forward) };
    known.set(key, line);
  }
  return { line, backwards };
}

/** How far each point stands off the line without it (Douglas and Peucker), never more than the bend that it is a part of. */
function weightsOf(points: readonly Point[]): number[] {
  const weight = points.map(() => Number.POSITIVE_INFINITY);
  const spans = [[0, points.length - 1, Number.POSITIVE_INFINITY]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to, most] = span as [number, number, number];
    let farthest = -1;
    let distance = -1;
    for (let at = from + 1; at < to; at++) {
      const off = distanceTo(points[at]!, points[from]!, points[to]!);
      if (off > distance) [farthest, distance] = [at, off];
    }
    if (farthest < 0) continue;
    const held = Math.min(most, distance);
    weight[farthest] = held;
    spans.push([from, farthest, held], [farthest, to, held]);
  }
  return weight;
}

/** From a point to a stretch; to its one end where both are the same, as in a ring that meets nothing. */
export function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function joined(pieces: readonly Piece[], tolerance: number): Point[] {
  const ring: Point[] = [];
  for (const { line, backwards } of pieces) {
    const kept = line.points.filter((_, at) => line.weight[at]! >= tolerance);
    if (backwards) kept.reverse();
    // The last point of a piece is the first of the next one, and of a loop that came to nothing only its point is left.
    for (const point of kept.slice(0, -1)) if (!same(ring.at(-1), point)) ring.push(point);
  }
  while (ring.length > 1 && same(ring[0], ring.at(-1))) ring.pop();
  return ring;
}

const same = (one: Point | undefined, other: Point | undefined): boolean =>
  one?.[0] === other?.[0] && one?.[1] === other?.[1];
