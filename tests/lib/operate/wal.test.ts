// The drill of the base copy: rows written after it are back after a restore; what is wrong, cut off, changed or missing is refused aloud.
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeBase } from "#lib/operate/backup/base.ts";
import { backupKey } from "#lib/operate/backup/keys.ts";
import { restoreBase } from "#lib/operate/backup/restore-base.ts";
import {
  archiveSettings,
  clusterOf,
  openSegments,
  sealedSegments,
  sealSegments,
  walIn,
} from "#lib/operate/backup/wal.ts";
import { stopEmbedded } from "#lib/operate/database.ts";
import { startPostgres } from "#lib/operate/postgres.ts";
import { withClient } from "#lib/operate/roles.ts";

const scratch = mkdtempSync(path.join(os.tmpdir(), "wal-"));
chmodSync(scratch, 0o711);
const keysDir = path.join(scratch, "keys");
const home = path.join(scratch, "home");
const folder = path.join(scratch, "kept");
let base = "";
const { KEYS_DIR: keysBefore } = process.env;
function restoreEnvironment() {
  delete process.env.BACKUP_DIR;
  process.env.KEYS_DIR = keysBefore;
}

const SECRET = "达瓦扎西的低保金";
const rows = (url: string) =>
  withClient(
    url,
    async (client) => (await client.query("select count(*)::int as n, max(said) as said from paid")).rows[0],
  );
const inSmall = { shared_buffers: "16MB", max_wal_size: "256MB" };

beforeAll(async () => {
  cpSync(process.env.KEYS_DIR ?? "", keysDir, { recursive: true });
  mkdirSync(home);
  const postgres = await startPostgres({ dataDir: home, settings: { ...inSmall, ...archiveSettings(home) } });
  await withClient(postgres.adminUrl(), async (client) => {
    await client.query("create table paid (id int primary key, said text)");
    await client.query("insert into paid select n, 'before' from generate_series(1, 1000) n");
    ({ file: base } = await takeBase({ adminUrl: postgres.adminUrl(), home, keysDir }, folder));
    await client.query(`insert into paid select n, '${SECRET}' from generate_series(1001, 1500) n`);
    await client.query("select pg_switch_wal()");
    await client.query(`insert into paid select n, '${SECRET}' from generate_series(1501, 1507) n`); // the last rows before the end
  });
  Object.assign(process.env, { BACKUP_DIR: folder, KEYS_DIR: keysDir });
  await stopEmbedded(postgres, home); // nothing else seals the last rows
  restoreEnvironment();
}, 180_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const elsewhere = (name: string) => ({ home: path.join(scratch, name), keysDir });

test("rows written after the base copy are back, to the last one; and nothing of it lies readable beside the backups", async () => {
  const restored = await restoreBase(base, elsewhere("again"));
  expect(await rows(restored.adminUrl())).toEqual({ n: 1507, said: SECRET });
  await withClient(restored.adminUrl(), (client) => client.query("insert into paid values (9999, 'after')"));
  await restored.stop();
  expect(existsSync(path.join(scratch, "again", "pg", "recovery.signal"))).toBe(false);
  expect(readdirSync(path.join(home, "wal"))).toEqual([]);
  for (const name of readdirSync(walIn(folder, clusterOf(home))))
    expect(readFileSync(path.join(walIn(folder, clusterOf(home)), name)).includes(SECRET), name).toBe(false);
  expect(readFileSync(base).includes("paid")).toBe(false);
}, 120_000);

/** Each spoils a copy of the whole folder. */
function spoiled(name: string, spoil: (copy: string, base: string) => void): string {
  const copy = path.join(scratch, `spoiled-${name}`);
  cpSync(folder, copy, { recursive: true });
  const file = path.join(copy, path.basename(base));
  spoil(copy, file);
  return file;
}
const flip = (file: string, at: number) => {
  const bytes = readFileSync(file);
  bytes[at] = bytes[at]! ^ 1;
  writeFileSync(file, bytes);
};
const cut = (file: string) => writeFileSync(file, readFileSync(file).subarray(0, -50));
const segment = (copy: string, nth: number) =>
  path.join(
    walIn(copy, clusterOf(home)),
    `${sealedSegments(walIn(copy, clusterOf(home)))
      .filter((name) => /^[0-9A-F]{24}$/.test(name))
      .at(nth)}.sealed`,
  );
const from = (file: string, keys = keysDir) =>
  restoreBase(file, { home: path.join(scratch, "never"), keysDir: keys });

test("a base copy or a segment that is cut off, changed or missing is refused by its sentence, and nothing is left behind", async () => {
  await expect(from(spoiled("cut", (_, file) => cut(file)))).rejects.toThrow(/不完整/);
  await expect(from(spoiled("bent", (_, file) => flip(file, 5000)))).rejects.toThrow(/已损坏/);
  await expect(from(spoiled("segment", (copy) => flip(segment(copy, -1), 300)))).rejects.toThrow(
    /\.sealed：.*已损坏/,
  );
  await expect(from(spoiled("short", (copy) => cut(segment(copy, -1))))).rejects.toThrow(
    /\.sealed：.*不完整/,
  );
  await expect(from(spoiled("first", (copy) => rmSync(segment(copy, -3))))).rejects.toThrow(
    /缺少 WAL 段|之间缺少/,
  );
  await expect(from(spoiled("gap", (copy) => rmSync(segment(copy, -2))))).rejects.toThrow(/缺少 WAL 段/);
  expect(existsSync(path.join(scratch, "never")) ? readdirSync(path.join(scratch, "never")) : []).toEqual([]);
}, 120_000);

test("the service and the nightly process may seal the same segments at once: each comes out whole", async () => {
  const copy = path.join(scratch, "twice");
  mkdirSync(path.join(copy, "pg", "global"), { recursive: true });
  mkdirSync(path.join(copy, "wal"));
  cpSync(path.join(home, "pg", "global", "pg_control"), path.join(copy, "pg", "global", "pg_control"));
  const names = [1, 2, 3].map((n) => `00000001000000000000000${n}`);
  const bytes = randomBytes(2_000_000);
  for (const name of names) writeFileSync(path.join(copy, "wal", name), bytes);
  const into = path.join(scratch, "twice-kept");
  const key = backupKey(keysDir);
  await Promise.all([1, 2, 3].map(() => sealSegments(copy, into, key)));
  const opened = path.join(scratch, "twice-opened");
  mkdirSync(opened);
  expect(await openSegments(walIn(into, clusterOf(copy)), names[0]!, opened, key)).toEqual(names);
  for (const name of names) expect(readFileSync(path.join(opened, name)).equals(bytes), name).toBe(true);
  expect(readdirSync(path.join(copy, "wal"))).toEqual([]);
  expect(readdirSync(walIn(into, clusterOf(copy))).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("another backup key is refused by its number, and a used folder is not touched", async () => {
  const other = path.join(scratch, "other-keys");
  cpSync(keysDir, other, { recursive: true });
  writeFileSync(path.join(other, "backup"), randomBytes(32).toString("base64"), { mode: 0o600 });
  await expect(from(base, other)).rejects.toThrow(/备份密钥不对：.*编号/);
  await expect(restoreBase(base, { home, keysDir })).rejects.toThrow(/已有数据库/);
});
