/** Names to sign in with: proposed from the pinyin of a person's name, and never one that is taken, in sight or out of it. */
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import type { Scope } from "#lib/platform/scope.ts";

/** As many as the database answers at a time. */
const AT_ONCE = 1000;

/** The name that is asked for, or the beginning of those that will be proposed. */
export const baseName = (name: string, username: string): string =>
  username || pinyinKeys(name).pinyin || "user";

/** Also names held out of sight: only the list itself can ask, and hears yes or no. */
export async function takenAmong(
  { sql }: Pick<Scope, "sql">,
  bases: readonly string[],
): Promise<Set<string>> {
  const distinct = [...new Set(bases)];
  const taken = new Set<string>();
  for (let at = 0; at < distinct.length; at += AT_ONCE) {
    const some = distinct.slice(at, at + AT_ONCE);
    const rows = await sql<{ username: string }>`select username from sec.usernames_like(${some}::text[])`;
    for (const { username } of rows) taken.add(username);
  }
  return taken;
}

/** zhuoma, zhuoma2, zhuoma3 … */
export function freeName(base: string, taken: ReadonlySet<string>, planned: ReadonlySet<string>): string {
  const start = base.length < 3 ? `${base}.user` : base.slice(0, 34);
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? start : `${start}${n}`;
    if (!taken.has(name) && !planned.has(name)) return name;
  }
}
