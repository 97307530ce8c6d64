// Proves that nothing is rendered which the content security policy would silently drop.
import { expect, test } from "vitest";
import { forbiddenMarkup } from "./markup.ts";
import { planted, sourceFiles } from "./source.ts";

test("no page carries inline styles or raw HTML", () => {
  expect(forbiddenMarkup(sourceFiles())).toEqual([]);
});

test.each([
  "<p style={{ width: 3 }} />",
  "<style>{css}</style>",
  "<p dangerouslySetInnerHTML={{ __html: x }} />",
])("it bites: %s", (jsx) => {
  expect(forbiddenMarkup([planted("components/ui/bar.tsx", `export const A = () => ${jsx};`)])).toHaveLength(
    1,
  );
});

test("a width as an SVG attribute is the lawful way", () => {
  expect(
    forbiddenMarkup([planted("components/ui/bar.tsx", "export const A = () => <rect width={3} />;")]),
  ).toEqual([]);
});
