// The shape that stands for a page on its way is the one the page then has.
import { expect, test } from "vitest";
import { shapeOf } from "#components/layout/page-shape.ts";

test.each([
  ["/cockpit", "board"],
  ["/cockpit/R2", "board"],
  ["/cockpit/rows", "list"],
  ["/cockpit/divide", "form"],
  ["/households", "list"],
  ["/households/0c5e", "detail"],
  ["/households/0c5e/edit", "form"],
  ["/households/new", "form"],
  ["/visits/new", "form"],
  ["/imports/12/columns", "form"],
  ["/orgs/7", "detail"],
  ["/admin/accounts", "list"],
  ["/today", "list"],
])("%s has the shape of a %s", (path, shape) => {
  expect(shapeOf(path)).toBe(shape);
});
