// Who uses a data directory right now, so that the last one to leave stops the database and nobody stops it under another.
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The start time in clock ticks tells a process from a later one with the same number. */
function startedAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? null : (rest[18] ?? null);
  } catch {
    return null;
  }
}

export function enroll(folder: string) {
  mkdirSync(folder, { recursive: true });
  const own = path.join(folder, `${process.pid}-${startedAt(process.pid)}-${randomBytes(3).toString("hex")}`);
  writeFileSync(own, "");
  return {
    leave: () => rmSync(own, { force: true }),
    others: () => livingIn(folder).filter((file) => path.join(folder, file) !== own),
  };
}

function livingIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => {
    const [pid, started] = file.split("-");
    const living = startedAt(Number(pid)) === started;
    if (!living) rmSync(path.join(folder, file), { force: true });
    return living;
  });
}
