/** Place names as sheets write them: "吉塘村", "吉塘村委会" and "吉塘" are one village, "察雅" and "察雅县" one county. */
import { bareLabel } from "./text-readings.ts";

const ENDINGS: Record<string, RegExp> = {
  COUNTY: /(县|区|市)$/,
  TOWNSHIP: /(街道办事处|街道|民族乡|乡|镇)$/,
  VILLAGE: /(社区居民委员会|村民委员会|居民委员会|村委会|居委会|委员会|社区|行政村|居)$/,
  GROUP: /(村民小组|小组|组)$/,
};

export function barePlace(name: string, level: string): string {
  const whole = bareLabel(name);
  const bare = whole.replace(ENDINGS[level] ?? /$^/, "");
  // "吉塘村村委会" loses both endings; a village called only "村" keeps its name.
  const village = level === "VILLAGE" && bare.length > 1 ? bare.replace(/村$/, "") : bare;
  return village === "" ? whole : village;
}

/** "吉塘村村委会" is also 吉塘村, 吉塘社区, and 吉塘. */
export function placeSpellings(name: string, level: string): string[] {
  const bare = barePlace(name, level);
  const village = level === "VILLAGE" ? [`${bare}村`, `${bare}村委会`, `${bare}社区`] : [];
  return [...new Set([bareLabel(name), ...village, bare])];
}

/** The region above the prefecture is said and means nothing here. */
export const withoutRegion = (path: string): string => bareLabel(path).replace(/^西藏(自治区)?(?=.)/, "");

/** Offices name themselves after their place: "吉塘镇人民政府" sits in 吉塘镇, "吉塘村党支部" in 吉塘村. */
export const withoutOffice = (name: string): string =>
  bareLabel(name).replace(/(人民政府|政府|委员会办公室|党委|党总支|党支部|办公室)$/, "");
