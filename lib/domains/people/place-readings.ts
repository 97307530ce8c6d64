// How names are read where the everyday dictionary errs, and what else people type for a place.

/** Official readings, longest first match; each syllable counts for the initials. */
export const READINGS: Record<string, string> = {
  八宿: "ba su",
  类乌齐: "lei wu qi",
  昌都: "chang du",
  敏都: "min du",
  都瓦: "du wa",
  仁真都: "ren zhen du",
  字呷: "zi ga",
  重庆: "chong qing",
  绿水: "lv shui",
  藏巴: "zang ba",
  巴藏: "ba zang",
  单增: "dan zeng",
  单珠: "dan zhu",
  尼玛: "ni ma",
  呷: "ga",
  绿: "lv",
  吕: "lv",
};

/** What else is typed for a reading: other Chinese readings, and the spellings on maps with Latin letters. */
export const ALSO_TYPED: readonly (readonly [typed: string, official: string])[] = [
  ["baxiu", "basu"],
  ["baxoi", "basu"],
  ["pashoe", "basu"],
  ["qamdo", "changdu"],
  ["chamdo", "changdu"],
  ["changdou", "changdu"],
  ["karub", "karuo"],
  ["qiaruo", "karuo"],
  ["jomda", "jiangda"],
  ["gonjo", "gongjue"],
  ["gongjiao", "gongjue"],
  ["riwoqe", "leiwuqi"],
  ["leiwuji", "leiwuqi"],
  ["dengqen", "dingqing"],
  ["tengchen", "dingqing"],
  ["zhagyab", "chaya"],
  ["zogang", "zuogong"],
  ["zogong", "zuogong"],
  ["markam", "mangkang"],
  ["lhorong", "luolong"],
  ["banbar", "bianba"],
  ["palbar", "bianba"],
];
