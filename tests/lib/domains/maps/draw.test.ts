// Proves that a drawing is small however fine the file was, that neighbors keep one border, and which county an area is taken for.
import { expect, test } from "vitest";
import { approvalNumber, DRAWING_BYTES, type Drawing } from "#lib/domains/maps/boundary-map.ts";
import { matchCounties } from "#lib/domains/maps/county-readings.ts";
import { draw } from "#lib/domains/maps/inside/draw.ts";
import { readGeoJson } from "#lib/domains/maps/read-geojson.ts";
import { windingSquare } from "#tests/build/boundary.ts";

const bytes = ({ shapes }: Drawing) => shapes.reduce((sum, { path }) => sum + path.length, 0);

/** The corners of a path as they are drawn. */
function ringsOf(path: string): [number, number][][] {
  return path
    .split("z")
    .filter(Boolean)
    .map((part) => {
      const [x = 0, y = 0, ...steps] = (part.match(/-?\d+/g) ?? []).map(Number);
      const ring: [number, number][] = [[x, y]];
      for (let at = 0; at < steps.length; at += 2) {
        const [beforeX, beforeY] = ring.at(-1)!;
        ring.push([beforeX + steps[at]!, beforeY + steps[at + 1]!]);
      }
      return ring;
    });
}

const COLUMNS = 4;
const ROWS = 3;
const grid = (points: number) =>
  Array.from({ length: COLUMNS * ROWS }, (_, at) => ({
    divisionId: at + 1,
    rings: [windingSquare(at % COLUMNS, Math.floor(at / COLUMNS), points)],
  }));

test.each([5, 300, 4000])(
  "with %i points to a side all paths fit, and inner borders are the same from both sides",
  (points) => {
    const drawing = draw(grid(points))!;
    expect(bytes(drawing)).toBeLessThanOrEqual(DRAWING_BYTES);
    expect(drawing.shapes.map(({ divisionId }) => divisionId)).toEqual(
      grid(1).map(({ divisionId }) => divisionId),
    );
    const edges = new Map<string, number>();
    for (const { path } of drawing.shapes)
      for (const ring of ringsOf(path))
        ring.forEach(([x, y], at) => {
          const [toX, toY] = ring[(at + 1) % ring.length]!;
          const from = `${x},${y}`;
          const key = [from, `${toX},${toY}`].sort().join(" ");
          edges.set(key, (edges.get(key) ?? 0) + (key.startsWith(`${from} `) ? 1 : -1));
        });
    // Neighbors walk a border in opposite ways; what is walked one way alone is the outside.
    const cell = drawing.width / (COLUMNS + 0.2);
    const inner = [...edges]
      .filter(([, ways]) => ways !== 0)
      .flatMap(([key]) => key.split(" ").map((point) => point.split(",").map(Number) as [number, number]))
      .filter(
        ([x, y]) =>
          x > cell / 3 && x < drawing.width - cell / 3 && y > cell / 3 && y < drawing.height - cell / 3,
      );
    expect(inner).toEqual([]);
  },
);

test("a name stands inside of its area, and not in the hole of an enclave", () => {
  const around = windingSquare(0, 0, 40);
  const enclave = windingSquare(0, 0, 40).map(([x, y]): [number, number] => [
    94.5 + (x - 94.5) * 0.4,
    29.5 + (y - 29.5) * 0.4,
  ]);
  const drawing = draw([
    { divisionId: 1, rings: [around, enclave] },
    { divisionId: 2, rings: [enclave] },
  ])!;
  const [outer, inner] = drawing.shapes;
  const [hole] = ringsOf(inner!.path);
  expect(ringsOf(outer!.path)).toContainEqual(hole);
  const xs = hole!.map(([x]) => x);
  const ys = hole!.map(([, y]) => y);
  const within = ([x, y]: readonly [number, number]) =>
    x > Math.min(...xs) && x < Math.max(...xs) && y > Math.min(...ys) && y < Math.max(...ys);
  expect(within(inner!.at)).toBe(true);
  const [x, y] = outer!.at;
  const middle: [number, number] = [
    (Math.min(...xs) + Math.max(...xs)) / 2,
    (Math.min(...ys) + Math.max(...ys)) / 2,
  ];
  const off = Math.max(Math.abs(x - middle[0]), Math.abs(y - middle[1]));
  expect(off).toBeGreaterThan((Math.max(...xs) - Math.min(...xs)) * 0.35);
});

test("an area that cannot be seen beside the others is no map", () => {
  const speck = windingSquare(1, 0, 4).map(([x, y]): [number, number] => [
    95 + (x - 95) / 5000,
    29 + (y - 29) / 5000,
  ]);
  expect(
    draw([
      { divisionId: 1, rings: [windingSquare(0, 0, 4)] },
      { divisionId: 2, rings: [speck] },
    ]),
  ).toBeNull();
});

const counties = [
  { id: 2, code: "540325000000", name: "察雅县" },
  { id: 3, code: "540327", name: "左贡县" },
  { id: 4, code: null, name: "卡若区" },
];

test.each([
  [{ adcode: 540325 }, 2],
  [{ gb: "156540327" }, 3],
  [{ code: "540327000000", name: "别的名字" }, 3],
  [{ name: "察雅" }, 2],
  [{ name: "卡若区" }, 4],
  [{ 名称: "卡若县" }, 4],
  [{ name: "林芝" }, null],
  [{ adcode: "540325", parent: "540327" }, null],
  [{ adcode: 540300 }, null],
])("an area with %j is county %s", (said, id) => {
  const polygons = [[windingSquare(0, 0, 1)]];
  const { matched, missing } = matchCounties([{ said, polygons }], counties);
  expect([...matched.keys()]).toEqual(id === null ? [] : [id]);
  expect(missing.length).toBe(id === null ? 3 : 2);
});

test.each([
  ["GS（2023）1234号", "GS（2023）1234号"],
  ["gs(2023) 1234 号", "GS（2023）1234号"],
  ["藏S〔2022〕012号", "藏S（2022）012号"],
  ["GS京（2022）0061号", "GS京（2022）0061号"],
  ["2023-1234", null],
  ["GS（2023）号", null],
  ["审图号：GS（2023）1234", null],
  ["", null],
])("%s as an approval number reads %s", (typed, number) => {
  expect(approvalNumber(typed)).toBe(number);
});

test.each([
  ["not json", "notJson"],
  ["[1, 2]", "notGeoJson"],
  ['{"type":"Topology","objects":{}}', "notGeoJson"],
  [
    '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[1]]}}]}',
    "notGeoJson",
  ],
  [
    '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[500000,3400000],[500100,3400000],[500100,3400100],[500000,3400000]]]}}]}',
    "notDegrees",
  ],
  [
    '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[31,97],[31,98],[32,98],[31,97]]]}}]}',
    "notDegrees",
  ],
  [
    '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[97,31]}}]}',
    "noAreas",
  ],
])("%s is refused as %s", (file, refused) => {
  expect(readGeoJson(Buffer.from(file))).toEqual({ refused });
});
