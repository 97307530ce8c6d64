// Keys are made once, closed to others, and never quietly replaced.
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KEY_NAMES, loadKeys, missingKeys } from "#lib/platform/keys.ts";

let scratch = "";
let folder = "";
beforeEach(() => {
  scratch = mkdtempSync(path.join(os.tmpdir(), "keys-"));
  folder = path.join(scratch, "deep", "keys");
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

test("the first look makes four different keys that only this account reads, later looks find them", () => {
  expect(missingKeys(folder)).toEqual([...KEY_NAMES]);
  const made = loadKeys(folder);
  expect(new Set(KEY_NAMES.map((name) => made[name].toString("hex"))).size).toBe(4);
  expect(Object.values(made).every((key) => key.length === 32)).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of KEY_NAMES) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(folder))).toEqual(["keys"]);
  expect(loadKeys(folder)).toEqual(made);
});

test("a folder that lost one of them is refused, and nothing is made in its place", () => {
  loadKeys(folder);
  rmSync(path.join(folder, "kek"));
  expect(() => loadKeys(folder)).toThrow(/缺少 kek/);
  expect(missingKeys(folder)).toEqual(["kek"]);
});

test("keys that other accounts can read are refused", () => {
  loadKeys(folder);
  chmodSync(path.join(folder, "index"), 0o604);
  expect(() => loadKeys(folder)).toThrow(/能被其他账户读取/);
  chmodSync(path.join(folder, "index"), 0o600);
  chmodSync(folder, 0o705);
  expect(() => loadKeys(folder)).toThrow(/能被其他账户读取/);
});

test.each(["", "c2hvcnQ=", Buffer.alloc(32).toString("base64")])(
  "a damaged key is refused: %j",
  (content) => {
    loadKeys(folder);
    writeFileSync(path.join(folder, "session"), content);
    expect(() => loadKeys(folder)).toThrow(/session 已损坏/);
  },
);
