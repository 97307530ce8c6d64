// Each part of the machine turns amber and red at its limit, and says what to do.
import { expect, test } from "vitest";
import { judge, type Part } from "#lib/domains/health/judge.ts";
import type { Backups, MachineState } from "#lib/domains/health/queries/machine-state.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const ago = (hours: number) => new Date(NOW - hours * 3_600_000);

const well: MachineState = {
  demo: false,
  database: {
    version: "18",
    bytes: 1,
    connections: 4,
    mostConnections: 80,
    longestSeconds: 0,
    clockSeconds: 0,
    migration: "0001",
  },
  jobs: { waiting: 0, running: 0, failed: 0, oldest: null, lately: [] },
  disks: { data: { free: 50, total: 100 }, backups: null },
  backup: {
    nightly: true,
    last: { at: ago(5), bytes: 1, missingFiles: 0 },
    verified: ago(20),
    base: null,
    failed: null,
  },
  worker: { at: ago(0), foldedAt: ago(0) },
  marks: 0,
  sealedAt: ago(0),
  checkedAt: ago(3),
  found: [],
  rootsAt: null,
  versions: { program: "1", node: "20" },
  startedAt: ago(9),
  turnedAway: 0,
  errors: 0,
};
const said = (part: Part, change: Partial<MachineState>) => {
  const found = judge({ ...well, ...change }, NOW).find((one) => one.part === part);
  return `${found?.state} ${found?.advice}`;
};

const lastAt = (hours: number) => ({ at: ago(hours), bytes: 1, missingFiles: 0 });
const backup = (change: Partial<Backups>) => ({ backup: { ...well.backup, ...change } });

test("all is well when all is well", () => {
  expect(judge(well, NOW).filter(({ state }) => state !== "ok")).toEqual([]);
});

test.each<[Part, Partial<MachineState>, string]>([
  ["disk", { disks: { data: { free: 9, total: 100 }, backups: null } }, "watch diskScarce"],
  [
    "disk",
    { disks: { data: { free: 50, total: 100 }, backups: { free: 4, total: 100 } } },
    "behind diskFull",
  ],
  ["backup", backup({ last: null }), "behind noBackup"],
  ["backup", backup({ last: lastAt(27) }), "behind backupOld"],
  ["backup", backup({ last: lastAt(27), nightly: false }), "behind noBackupFolder"],
  ["backup", backup({ nightly: false }), "ok null"],
  ["backup", { ...backup({ last: null, nightly: false }), demo: true }, "ok demoBackup"],
  ["backup", { ...backup({ last: null }), demo: true }, "behind noBackup"],
  ["backup", backup({ failed: { at: ago(1), why: "磁盘满" } }), "behind backupFailed"],
  ["backup", backup({ failed: { at: ago(9), why: "磁盘满" } }), "ok null"],
  ["backup", backup({ last: { ...lastAt(5), missingFiles: 1 } }), "watch missingFiles"],
  ["backup", backup({ verified: null }), "watch notVerified"],
  ["jobs", { worker: { at: ago(0.2), foldedAt: ago(0) } }, "behind workerSilent"],
  ["jobs", { worker: null }, "behind workerSilent"],
  ["jobs", { jobs: { ...well.jobs, waiting: 1, oldest: ago(2) } }, "behind jobsStuck"],
  ["jobs", { jobs: { ...well.jobs, failed: 1 } }, "watch jobsFailed"],
  ["figures", { marks: 1, worker: { at: ago(0), foldedAt: ago(1) } }, "behind foldSilent"],
  ["audit", { found: ["第 5 条被改动"] }, "behind auditBroken"],
  ["audit", { checkedAt: ago(60) }, "watch notChecked"],
  ["clock", { database: { ...well.database, clockSeconds: 90 } }, "behind clockFar"],
  ["database", { database: { ...well.database, connections: 79 } }, "behind connections"],
  ["errors", { errors: 3 }, "watch someErrors"],
  ["admission", { turnedAway: 500 }, "watch turnedAway"],
])("%s, %o: %s", (part, change, expected) => {
  expect(said(part, change)).toBe(expected);
});
