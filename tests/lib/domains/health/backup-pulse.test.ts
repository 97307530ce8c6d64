// What the backup tells of itself is what the health page reads, and where nothing is set the page says where to set it.
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { judge } from "#lib/domains/health/judge.ts";
import { machineState } from "#lib/domains/health/queries/machine-state.ts";
import { tell } from "#lib/operate/backup/tell.ts";
import { reading } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";

const database = testDatabase();
const before = process.env.BACKUP_DIR;
afterEach(() => {
  process.env.BACKUP_DIR = before;
  if (before === undefined) delete process.env.BACKUP_DIR;
});

const looked = async () => {
  const state = await reading(await signIn(database, "system-admin"), (scope) => machineState(scope, {}));
  const verdict = judge({ ...state, demo: false }).find(({ part }) => part === "backup");
  return { ...state.backup, verdict };
};

test("without BACKUP_DIR and without a backup the page names the variable; it is set, and the night is told", async () => {
  delete process.env.BACKUP_DIR;
  expect(await looked()).toMatchObject({
    nightly: false,
    last: null,
    verdict: { state: "behind", advice: "noBackupFolder" },
  });
  for (const language of ["zh-CN", "en"]) {
    const file = path.join(process.cwd(), "lib/i18n/messages", language, "health.json");
    expect(JSON.parse(readFileSync(file, "utf8")).advice.noBackupFolder).toContain("BACKUP_DIR=");
  }

  process.env.BACKUP_DIR = "/mnt/backup";
  expect(await looked()).toMatchObject({ nightly: true, verdict: { state: "behind", advice: "noBackup" } });
  const place = { ownerUrl: database.owner };
  await tell(place, "backup failed", { why: "磁盘满了" });
  expect(await looked()).toMatchObject({
    failed: { why: "磁盘满了" },
    verdict: { state: "behind", advice: "backupFailed" },
  });
  await tell(place, "backup", { file: "qamdo-1.backup", bytes: 7, missingFiles: 0 });
  expect(await looked()).toMatchObject({
    last: { bytes: 7 },
    verdict: { state: "watch", advice: "notVerified" },
  });
  await tell(place, "backup verified", { file: "qamdo-1.backup", bytes: 7 });
  await tell(place, "base", { file: "qamdo-1.base", bytes: 9 });
  const now = await looked();
  expect(now.verdict).toEqual({ part: "backup", state: "ok", advice: null });
  expect(now.verified).toBeInstanceOf(Date);
  expect(now.base).toBeInstanceOf(Date);
});
