// What an import proposes for a word that it does not know never says the opposite of what was typed.
import { expect, test } from "vitest";
import { CODE_LISTS, type CodeList, ETHNICITIES, HOUSEHOLD_STATUSES } from "#lib/domains/households/codes.ts";
import { matchChoice, nearestChoice } from "#lib/domains/imports/inside/choices.ts";
import { nearestOrg } from "#lib/domains/imports/inside/org-readings.ts";
import { SHEETS } from "#lib/domains/imports/sheets/all.ts";

const NEGATIONS = [..."没未不非无否"];
const denials = (text: string) => [...text].filter((letter) => NEGATIONS.includes(letter)).length;

/** Every list that a sheet or the registry reads. */
const LISTS: [string, CodeList][] = [
  ...Object.entries(CODE_LISTS),
  ...SHEETS.flatMap(({ id, columns }) =>
    columns.flatMap(({ key, list }): [string, CodeList][] => (list ? [[`${id} ${key}`, list]] : [])),
  ),
];

/** Slips of a word: denied or no longer denied, a character lost, doubled or exchanged. */
function slipsOf(name: string): string[] {
  const letters = [...name];
  const bare = letters.filter((letter) => !NEGATIONS.includes(letter)).join("");
  return [
    bare,
    ...["没", "没有", "未", "尚未", "不", "不是", "非", "无", "否"].flatMap((no) => [
      `${no}${name}`,
      `${no}${bare}`,
      `${no}${bare.slice(1)}`,
      `${no}${bare.slice(0, -1)}`,
      `${bare}${no}`,
    ]),
    ...letters.map((_letter, at) => letters.filter((_one, other) => other !== at).join("")),
    ...letters.map((letter, at) => letters.toSpliced(at, 0, letter).join("")),
    ...letters.map((_letter, at) => letters.with(at, "某").join("")),
  ];
}

test("no list proposes a word with a “not” more or less than was typed", () => {
  const crossed: string[] = [];
  let proposed = 0;
  for (const [list, codes] of LISTS)
    for (const code of codes)
      for (const name of [code["zh-CN"], ...(code.aliases ?? [])])
        for (const typed of slipsOf(name)) {
          const near = nearestChoice(codes, typed);
          if (near === null) continue;
          proposed++;
          // A doubled 没有 or 不是 says no once.
          const said = typed.replaceAll("没有", "没").replaceAll("尚未", "未");
          if (denials(near) > 0 !== denials(said) > 0) crossed.push(`${list}: ${typed} → ${near}`);
        }
  expect(crossed).toEqual([]);
  expect(proposed).toBeGreaterThan(1_000);
});

test.each([
  ["没脱", "未脱贫"],
  ["没脱贫", "未脱贫"],
  ["没有脱贫", "未脱贫"],
  ["尚未脱贫", "未脱贫"],
  ["不脱贫", "未脱贫"],
  ["已经脱贫", "已脱贫"],
  ["没返贫", null],
  ["不返贫", null],
  ["非脱贫", "未脱贫"],
  ["贫困家庭", "贫困户"],
  ["非贫困家庭", "非贫困户"],
])("“%s” among the states of a household is asked about as %s", (typed, near) => {
  expect(nearestChoice(HOUSEHOLD_STATUSES, typed)).toBe(near);
});

test("a word that says no is still read when it is known", () => {
  expect(matchChoice(HOUSEHOLD_STATUSES, "未脱贫户")).toBe("POOR");
  expect(matchChoice(CODE_LISTS.SCHOOL_STATUSES, "不在校")).toBe("NOT_IN_SCHOOL");
});

test("organizations a character apart are not proposed across a “not”", () => {
  expect(nearestOrg("无职党员党支部", ["在职党员党支部"])).toBeNull();
  expect(nearestOrg("吉唐镇党委", ["吉塘镇党委"])).toBe("吉塘镇党委");
  expect(nearestOrg("指吉塘镇党委", ["吉塘镇党委"])).toBe("吉塘镇党委");
  expect(nearestOrg("塘镇党委", ["吉塘镇党委"])).toBe("吉塘镇党委");
  expect(nearestOrg("第十一党支部", ["第一党支部"])).toBeNull();
});

test("a nation is never mended into another one that only shares 族; one that sounds alike is", () => {
  expect(nearestChoice(ETHNICITIES, "臧族")).toBe("藏族");
  expect(nearestChoice(ETHNICITIES, "僮族")).not.toBe("汉族");
  expect(nearestChoice(ETHNICITIES, "某族")).toBeNull();
});
