/** What of the machine's state is well, to be watched, or wrong: one verdict for each part, pure, so that every limit can be tested. */
import type { MachineState } from "./queries/machine-state.ts";

export type Judged = "ok" | "watch" | "behind";

export const PARTS = [
  "database",
  "jobs",
  "disk",
  "backup",
  "figures",
  "audit",
  "clock",
  "admission",
  "errors",
] as const;
export type Part = (typeof PARTS)[number];

/** The key of what to say and do; null when all is well. */
export type Verdict = { part: Part; state: Judged; advice: string | null };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const older = (at: Date | null, ms: number, now: number) => at === null || now - at.getTime() > ms;

const ok = (part: Part): Verdict => ({ part, state: "ok", advice: null });
const watch = (part: Part, advice: string): Verdict => ({ part, state: "watch", advice });
const behind = (part: Part, advice: string): Verdict => ({ part, state: "behind", advice });

export function judge(state: MachineState, now = Date.now()): Verdict[] {
  return [
    database(state),
    jobs(state, now),
    disk(state),
    backup(state, now),
    figures(state, now),
    audit(state, now),
    state.database.clockSeconds > 60
      ? behind("clock", "clockFar")
      : state.database.clockSeconds > 5
        ? watch("clock", "clockOff")
        : ok("clock"),
    state.turnedAway > 100 ? watch("admission", "turnedAway") : ok("admission"),
    state.errors > 50
      ? behind("errors", "manyErrors")
      : state.errors > 0
        ? watch("errors", "someErrors")
        : ok("errors"),
  ];
}

function database({ database: { connections, mostConnections, longestSeconds } }: MachineState): Verdict {
  if (connections > mostConnections * 0.9) return behind("database", "connections");
  if (longestSeconds > 300) return watch("database", "longTransaction");
  if (connections > mostConnections * 0.7) return watch("database", "connections");
  return ok("database");
}

function jobs({ jobs: { waiting, oldest, failed }, worker }: MachineState, now: number): Verdict {
  if (older(worker?.at ?? null, 5 * MINUTE, now)) return behind("jobs", "workerSilent");
  if (waiting > 0 && oldest && older(oldest, HOUR, now)) return behind("jobs", "jobsStuck");
  if (failed > 0) return watch("jobs", "jobsFailed");
  return waiting > 0 && oldest && older(oldest, 10 * MINUTE, now) ? watch("jobs", "jobsLate") : ok("jobs");
}

function disk({ disks }: MachineState): Verdict {
  const shares = [disks.data, disks.backups]
    .filter((one) => one !== null)
    .map(({ free, total }) => free / total);
  const least = Math.min(...shares, 1);
  if (least < 0.05) return behind("disk", "diskFull");
  return least < 0.1 ? watch("disk", "diskScarce") : ok("disk");
}

/** A demo is not worth a backup: it says so calmly. One that went wrong is told also there. */
function backup({ backup: { nightly, last, verified, failed }, demo }: MachineState, now: number): Verdict {
  if (failed && (!last || failed.at > last.at)) return behind("backup", "backupFailed");
  if (older(last?.at ?? null, 26 * HOUR, now)) {
    if (demo && !nightly) return { part: "backup", state: "ok", advice: "demoBackup" };
    if (!nightly) return behind("backup", "noBackupFolder");
    return behind("backup", last ? "backupOld" : "noBackup");
  }
  if (last && last.missingFiles > 0) return watch("backup", "missingFiles");
  return older(verified, 8 * 24 * HOUR, now) ? watch("backup", "notVerified") : ok("backup");
}

function figures({ marks, worker }: MachineState, now: number): Verdict {
  if (marks > 0 && older(worker?.foldedAt ?? null, 10 * MINUTE, now)) return behind("figures", "foldSilent");
  return marks > 2000 ? watch("figures", "foldLate") : ok("figures");
}

function audit({ found, sealedAt, checkedAt, demo }: MachineState, now: number): Verdict {
  if (found.length > 0) return behind("audit", "auditBroken");
  if (sealedAt === null) return watch("audit", "notSealed");
  return older(checkedAt, 50 * HOUR, now) && !demo ? watch("audit", "notChecked") : ok("audit");
}
