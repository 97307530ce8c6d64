// Which backups stay: the last of each of 7 days, 5 weeks and 12 months; what is newer than the newest is never taken away.
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { mondayOf } from "#lib/base/calendar.ts";
import { pruneFiles } from "./stored-files.ts";

const NAME = /^qamdo-(\d{4})(\d{2})(\d{2})-\d{6}\.backup$/;
const KEPT = [
  { most: 7, groupOf: (day: string) => day },
  { most: 5, groupOf: mondayOf },
  { most: 12, groupOf: (day: string) => day.slice(0, 7) },
];

const dayOf = (name: string) => name.replace(NAME, "$1-$2-$3");

/** Of these names, in whatever order. Names that are not ours are left alone, so they are not told of. */
export function staying(names: string[]): Set<string> {
  const newestFirst = names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
  const stay = new Set<string>();
  for (const { most, groupOf } of KEPT) {
    const groups = new Set<string>();
    for (const name of newestFirst) {
      const group = groupOf(dayOf(name));
      if (groups.has(group) || groups.size === most) continue;
      groups.add(group);
      stay.add(name);
    }
  }
  return stay;
}

export function prune(folder: string): { backups: number; files: number } {
  const names = readdirSync(folder).filter((name) => NAME.test(name));
  const stay = staying(names);
  const gone = names.filter((name) => !stay.has(name));
  for (const name of gone)
    for (const each of [name, `${name}.files`]) rmSync(path.join(folder, each), { force: true });
  return { backups: gone.length, files: pruneFiles(folder) };
}

/** Is there a backup of this day? */
export const hasBackupOf = (folder: string, day: string) =>
  existsSync(folder) && readdirSync(folder).some((name) => NAME.test(name) && dayOf(name) === day);
