/**
 * Tibetan names written with different Chinese characters. For searching and for hints at duplicates only, never for equality
 * (decisions 37): 卓玛 and 拉姆 are two different names and stand in no common line.
 */
const SPELLINGS: readonly (readonly string[])[] = [
  ["次仁", "泽仁", "次任", "才仁", "策仁"],
  ["达娃", "达瓦", "达哇"],
  ["扎西", "札西", "扎喜"],
  ["多吉", "多杰", "朵吉"],
  ["丹增", "旦增", "单增", "登增"],
  ["洛桑", "罗桑", "落桑"],
  ["平措", "朋措", "彭措", "平错"],
  ["格桑", "噶桑", "嘎桑"],
  ["仁青", "仁钦", "任青", "仁庆"],
  ["曲珍", "却珍", "群珍"],
  ["白玛", "贝玛", "班玛"],
  ["索朗", "索南", "索郎"],
  ["顿珠", "邓珠", "登珠", "敦珠"],
  ["强巴", "向巴", "江巴"],
  ["贡嘎", "贡噶", "工嘎", "公嘎"],
  ["嘎玛", "噶玛", "尕玛"],
  ["阿旺", "昂旺", "阿汪"],
  ["益西", "意西", "依西"],
  ["土登", "图登"],
  ["卓嘎", "卓噶"],
  ["旺堆", "旺多", "汪堆"],
  ["央金", "央京"],
  ["江村", "坚赞", "降村"],
  ["郎加", "朗加", "朗杰", "南加"],
];

/** One spelling for all: names that come out alike may be one name, which is a hint and no more. */
export const commonSpelling = (name: string): string =>
  SPELLINGS.reduce((written, group) => {
    const here = group.find((spelling) => written.includes(spelling));
    return here ? written.replace(here, group[0] ?? here) : written;
  }, name);

const MOST = 20;

/** The same name in its other spellings, those with one part written otherwise first; at most so many that a search stays one look. */
export function otherSpellings(name: string): string[] {
  let found: { name: string; changed: number }[] = [{ name, changed: 0 }];
  for (const group of SPELLINGS) {
    const here = group.find((spelling) => name.includes(spelling));
    if (!here) continue;
    const others = group.filter((one) => one !== here);
    found = found.flatMap((one) => [
      one,
      ...others.map((other) => ({ name: one.name.replace(here, other), changed: one.changed + 1 })),
    ]);
  }
  return [...new Set(found.sort((a, b) => a.changed - b.changed).map((one) => one.name))]
    .filter((one) => one !== name)
    .slice(0, MOST);
}
