/** Each county has a tile of its own, about where it lies. */
import { expect, test } from "vitest";
import { tilePlaces } from "#components/charts/tile-places.ts";

const place = (code: string) => {
  const [, column, row] = /^col-start-(\d) row-start-(\d)$/.exec(tilePlaces[code] ?? "") ?? [];
  return { column: Number(column), row: Number(row) };
};

test("eleven counties on eleven different tiles of a grid of five by three", () => {
  const places = Object.keys(tilePlaces).map(place);
  expect(places).toHaveLength(11);
  expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(11);
  expect(places.every(({ column, row }) => column >= 1 && column <= 5 && row >= 1 && row <= 3)).toBe(true);
});

test("Jomda lies east of Karub, and Markam south of Gonjo", () => {
  expect(place("540321").column).toBeGreaterThan(place("540302").column);
  expect(place("540328").row).toBeGreaterThan(place("540322").row);
});
