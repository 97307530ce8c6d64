/** Names of Party organizations as sheets write them: "中共吉塘镇委员会" and "吉塘镇党委" are one organization. */
import { bareLabel, denyAlike } from "./text-readings.ts";

export const bareOrg = (name: string): string =>
  bareLabel(name)
    .replace(/^(中国共产党|中共)/, "")
    .replace(/党?总支部?(委员会)?$/, "党总支")
    .replace(/党?支部(委员会)?$/, "党支部")
    .replace(/(党委会|党的委员会|(?<!支部|总支)委员会)$/, "党委");

/** How a branch is called that bears the name of what it is set up in. */
export const branchOf = (name: string): string => `${name}党支部`;

/** What kind its name says it is, where the sheet does not say. */
export function kindOf(name: string): string {
  const bare = bareOrg(name);
  if (/联合党支部$/.test(bare)) return "JOINT_BRANCH";
  if (/临时党支部$/.test(bare)) return "TEMPORARY_BRANCH";
  if (/党总支$/.test(bare)) return "GENERAL_BRANCH";
  if (/党支部$/.test(bare)) return "BRANCH";
  if (/小组$/.test(bare)) return "GROUP";
  if (/(党组|工委)$/.test(bare)) return "WORKING_COMMITTEE";
  return "COMMITTEE";
}

/** The one name that is a character off; nothing when there are several, or none. Of its spellings the last one heard. */
export function nearestOrg(wanted: string, names: Iterable<string>): string | null {
  const letters = [...bareOrg(wanted)];
  const close = new Map<string, string>();
  for (const name of names) {
    const other = [...bareOrg(name)];
    if (oneOff(letters, other) && denyAlike(wanted, name)) close.set(other.join(""), name);
  }
  return close.size === 1 ? [...close.values()][0]! : null;
}

const COUNTED = /[一二三四五六七八九十\d]/;

/** One letter is another, or one is too many or missing; a number is never a slip: 第一党支部 and 第十一党支部 are two. */
function oneOff(these: readonly string[], those: readonly string[]): boolean {
  const [long, short] = these.length > those.length ? [these, those] : [those, these];
  if (long.length - short.length > 1) return false;
  const at = long.findIndex((letter, index) => letter !== short[index]);
  if (at < 0) return false;
  const rest = long.length === short.length ? short.slice(at + 1) : short.slice(at);
  const same = long.slice(at + 1).join("") === rest.join("");
  return same && (long.length === short.length || !COUNTED.test(long[at] ?? ""));
}
