// Which build of the pages is served: another one makes phones fetch their shell anew.
import { readFileSync } from "node:fs";
import path from "node:path";

let known: string | undefined;

export function buildId(): string {
  if (!known) {
    try {
      known = readFileSync(path.join(process.cwd(), ".next", "BUILD_ID"), "utf8").trim();
    } catch {
      return "none"; // while the program is being written there is none
    }
  }
  return known;
}
