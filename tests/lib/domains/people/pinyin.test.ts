// Proves that names are found by what people type: full pinyin, initials, other readings of a place, and pieces of a name.
import { expect, test } from "vitest";
import { gramsOf, lettersFor, pinyinKeys } from "#lib/domains/people/pinyin.ts";

test.each([
  ["八宿县", "basuxian", "bsx"],
  ["类乌齐县", "leiwuqixian", "lwqx"],
  ["洛隆县", "luolongxian", "llx"],
  ["昌都市", "changdushi", "cds"],
  ["敏都乡", "minduxiang", "mdx"],
  ["字呷乡", "zigaxiang", "zgx"],
  ["吉塘镇", "jitangzhen", "jtz"],
  ["扎西次仁", "zhaxiciren", "zxcr"],
  ["单增曲珍", "danzengquzhen", "dzqz"],
  ["曾建国", "zengjianguo", "zjg"],
  ["吕强", "lvqiang", "lq"],
  ["洛松群培·嘎玛", "luosongqunpeigama", "lsqpgm"],
])("%s is read %s", (name, full, initials) => {
  expect(pinyinKeys(name)).toEqual({ pinyin: full, initials });
});

test("the other readings of 八宿 lead to the one that is kept", () => {
  for (const typed of ["basu", "baxiu", "Baxoi", "Baxoi Xian"]) {
    const asked = lettersFor(typed);
    expect(asked.some((letters) => pinyinKeys("八宿县").pinyin.startsWith(letters))).toBe(true);
  }
  expect(lettersFor("qamdo")).toEqual(["qamdo", "changdu"]);
});

test("what is typed is always asked as it stands, too: 巴西村 begins with baxi", () => {
  expect(lettersFor("baxi")[0]).toBe("baxi");
  expect(lettersFor(" lü ")).toEqual(["lv"]);
  expect(lettersFor("  ")).toEqual([]);
});

test("every piece of one and two characters is a gram, none across a dot", () => {
  expect(gramsOf("扎西")).toEqual(["扎", "扎西", "西"]);
  expect(gramsOf("洛松·扎")).toEqual(["洛", "洛松", "松", "扎"]);
});
