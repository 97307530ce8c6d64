// Proves that no Chinese hides in code, where nobody could translate it.
import { expect, test } from "vitest";
import { chineseInCode } from "./han.ts";
import { planted, sourceFiles } from "./source.ts";

test("words on screen are in the catalogues", () => {
  expect(chineseInCode(sourceFiles())).toEqual([]);
});

test.each(["<p>走访</p>", '<p title="走访" />', "<p>{`共 ${n} 户`}</p>", "<p>{'走访'}</p>"])(
  "it bites: %s",
  (jsx) => {
    expect(
      chineseInCode([planted("components/visits/a.tsx", `export const A = () => ${jsx};`)]).length,
    ).toBeGreaterThan(0);
  },
);

test("a comment may name the thing, and a list of codes is content", () => {
  expect(chineseInCode([planted("lib/base/a.ts", "// 明白卡\nexport const a = 1;")])).toEqual([]);
  expect(chineseInCode([planted("lib/domains/households/codes.ts", 'export const a = "低保户";')])).toEqual(
    [],
  );
});
