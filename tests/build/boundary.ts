/** Invented areas for maps: squares side by side, whose borders wind, and are the same for both neighbors. No place looks like this. */

type Position = [number, number];
type Said = Record<string, unknown>;

/** A square of the grid with its corner at column and row, one degree wide; every side has so many points. */
export function windingSquare(column: number, row: number, points: number): Position[] {
  const [west, south] = [94 + column, 29 + row];
  const corners: Position[] = [
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
  ];
  const ring = corners.flatMap((corner, at) => side(corner, corners[(at + 1) % 4]!, points));
  return [...ring, ring[0]!];
}

/** Without its last point. The same points, whichever way it is walked. */
function side(from: Position, to: Position, points: number): Position[] {
  const backwards = from[0] > to[0] || from[1] > to[1];
  const [a, b] = backwards ? [to, from] : [from, to];
  const across: Position = [b[1] - a[1], b[0] - a[0]];
  const line = Array.from({ length: points + 1 }, (_, at): Position => {
    const along = at / points;
    const off =
      Math.sin(along * Math.PI) * (0.06 * Math.sin(along * 40 + a[0]) + 0.03 * Math.sin(along * 173 + a[1]));
    return [a[0] + (b[0] - a[0]) * along + across[0] * off, a[1] + (b[1] - a[1]) * along + across[1] * off];
  });
  return (backwards ? line.reverse() : line).slice(0, -1);
}

export const featureOf = (properties: Said, rings: Position[][]) => ({
  ...{ type: "Feature", properties },
  geometry: { type: "Polygon", coordinates: rings },
});

export const collectionOf = (features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });

/** One square for each, row by row. */
export const gridOf = (said: readonly Said[], { columns = 4, points = 60 } = {}) =>
  collectionOf(
    said.map((properties, at) =>
      featureOf(properties, [windingSquare(at % columns, Math.floor(at / columns), points)]),
    ),
  );
