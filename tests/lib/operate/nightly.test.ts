// The night's backup begins by itself: at its hour in Beijing, once a night, also after a restart or a night that was slept through.
import type { ChildProcess } from "node:child_process";
import { EventEmitter } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepNightly, nightlyHour } from "#lib/operate/backup/nightly.ts";
import { log } from "#lib/platform/log.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let folder: string;
let begun: string[];
/** How the work ends: with a backup of its day, or without. */
let works: boolean;
let kept: { stop: () => Promise<void> };

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "nightly-"));
  begun = [];
  works = true;
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
});
afterEach(async () => {
  await kept.stop();
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const beijing = (at: Date) => at.toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" });

/** Ten minutes of work at once: the file lies there, and then the process ends. */
function begin(): ChildProcess {
  const at = beijing(new Date());
  begun.push(at.slice(0, 16));
  const child = Object.assign(new EventEmitter(), { kill: () => true });
  const ends = setInterval(() => {
    clearInterval(ends);
    if (works)
      writeFileSync(path.join(folder, `qamdo-${at.replace(/[-:]/g, "").replace(" ", "-")}.backup`), "");
    child.emit("close", works ? 0 : 1);
  }, 10 * MINUTE);
  return child as unknown as ChildProcess;
}

const serve = (hour?: number) => {
  kept = keepNightly({ folder, embedded: false, log, begin, ...(hour === undefined ? {} : { hour }) });
};
const pass = (ms: number) => vi.advanceTimersByTime(ms);

test("at two in Beijing, once each night, whatever the clock of the machine is set to", () => {
  vi.setSystemTime("2026-12-30T15:00:00Z"); // eleven in the evening there
  writeFileSync(path.join(folder, "qamdo-20261230-020000.backup"), "");
  serve();
  pass(3 * HOUR - MINUTE);
  expect(begun).toEqual([]);
  pass(3 * 24 * HOUR);
  expect(begun).toEqual(["2026-12-31 02:00", "2027-01-01 02:00", "2027-01-02 02:00"]);
  expect(readdirSync(folder)).toHaveLength(4);
});

test("a restart in the same night does not do it again", async () => {
  vi.setSystemTime("2026-11-24T18:00:00Z");
  serve();
  pass(HOUR);
  await kept.stop();
  pass(HOUR);
  serve();
  pass(20 * HOUR);
  expect(begun).toEqual(["2026-11-25 02:01"]);
});

test("a machine that was off at two does it when it is on again", () => {
  vi.setSystemTime("2026-11-25T00:30:00Z");
  serve();
  pass(HOUR);
  expect(begun).toEqual(["2026-11-25 08:31"]);
});

test("when no backup comes of it, once more after an hour, never two at a time", () => {
  works = false;
  vi.setSystemTime("2026-11-24T18:00:00Z");
  serve();
  pass(2 * HOUR + 5 * MINUTE);
  works = true;
  pass(22 * HOUR - 10 * MINUTE);
  expect(begun).toEqual(["2026-11-25 02:01", "2026-11-25 03:01", "2026-11-25 04:01"]);
});

test("a stopped service begins nothing", async () => {
  vi.setSystemTime("2026-11-24T17:00:00Z");
  serve();
  await kept.stop();
  pass(24 * HOUR);
  expect(begun).toEqual([]);
});

test("BACKUP_HOUR moves it, and nonsense is refused in words", () => {
  vi.setSystemTime("2026-11-24T15:00:00Z");
  serve(nightlyHour("23"));
  pass(2 * MINUTE);
  expect(begun).toEqual(["2026-11-24 23:01"]);
  expect([nightlyHour(undefined), nightlyHour(""), nightlyHour("0")]).toEqual([2, 2, 0]);
  for (const wrong of ["24", "-1", "2:30", "凌晨两点"])
    expect(() => nightlyHour(wrong)).toThrow(/BACKUP_HOUR 应为 0 到 23/);
});
