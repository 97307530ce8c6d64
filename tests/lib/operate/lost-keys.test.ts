// Keys that are gone while persons or accounts are kept stop the start; an empty database may get new ones.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { refuseLostKeys } from "#lib/operate/lost-keys.ts";
import { loadKeys } from "#lib/platform/keys.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();
const scratch = mkdtempSync(path.join(os.tmpdir(), "lost-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("with persons in the database, missing keys are refused by what to restore, even to the runtime role", async () => {
  const folder = path.join(scratch, "keys");
  for (const url of [database.owner, database.rw])
    await expect(refuseLostKeys(url, folder)).rejects.toThrow(/缺少 kek、index、session、pepper.*备份/);
  loadKeys(folder);
  await refuseLostKeys(database.rw, folder);
  rmSync(path.join(folder, "kek"));
  await expect(refuseLostKeys(database.rw, folder)).rejects.toThrow(/缺少 kek，/);
});

test("accounts alone are reason enough: their passwords hang on the keys, too", async () => {
  await database.asAdmin("truncate person cascade");
  await expect(refuseLostKeys(database.rw, path.join(scratch, "none"))).rejects.toThrow(/密码/);
});

test("a database with neither, or without tables, takes new ones", async () => {
  await database.asAdmin("truncate account cascade");
  await refuseLostKeys(database.rw, path.join(scratch, "none"));
  await database.asAdmin("drop table person cascade");
  await refuseLostKeys(database.rw, path.join(scratch, "none"));
});
