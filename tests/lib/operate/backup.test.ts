// The restore drill: what was backed up comes back row by row, bad files and wrong places are refused, and nobody stays signed in.
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
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
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { takeBackup } from "#lib/operate/backup/backup.ts";
import { isDue, nightsWork } from "#lib/operate/backup/nightly.ts";
import { restoreBackup } from "#lib/operate/backup/restore.ts";
import { staying } from "#lib/operate/backup/retention.ts";
import {
  countObjects,
  measureTable,
  sequencesOf,
  speakPlainly,
  tablesOf,
} from "#lib/operate/backup/tables.ts";
import { readWhole, verifyBackup } from "#lib/operate/backup/verify.ts";
import { migrate } from "#lib/operate/migrate.ts";
import { migrationFiles } from "#lib/operate/migrations.ts";
import { ensureRoles, withClient } from "#lib/operate/roles.ts";
import { brokenSeal, sealAudit } from "#lib/platform/audit-seal.ts";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();
const scratch = mkdtempSync(path.join(os.tmpdir(), "backup-"));
const keysDir = path.join(scratch, "keys");
const home = path.join(scratch, "home");
const place = { ownerUrl: database.owner, keysDir, home };
const photo = randomBytes(1_500_000);
const picture = randomBytes(200_000); // a stored photo, as the file store has it
const pictureName = createHash("sha256").update(picture).digest("hex");
const made: string[] = [];
let file = "";
let bytes: Buffer;

beforeAll(async () => {
  cpSync(process.env.KEYS_DIR ?? "", keysDir, { recursive: true });
  rmSync(path.join(keysDir, "backup"), { force: true });
  mkdirSync(path.join(home, "uploads", "photos"), { recursive: true });
  writeFileSync(path.join(home, "uploads", "photos", "察雅.bin"), photo);
  writeFileSync(path.join(home, "uploads", "empty"), "");
  mkdirSync(path.join(home, "files", pictureName.slice(0, 2)), { recursive: true });
  writeFileSync(path.join(home, "files", pictureName.slice(0, 2), pictureName), picture);
  await database.look(
    `insert into stored_file (kind, owner, owner_id, division_id, sha256, media_type, size, uploaded_by)
     select 'PHOTO', 'visit', new_id()::text, min(id), decode('${pictureName}', 'hex'), 'image/jpeg', 200000, 1 from division`,
  );
  await database.look(
    "update household set head_name = E'达瓦\\t扎西\\\\N\\n' where id = (select min(id::text)::uuid from household)",
  );
  await database.look(`insert into session (digest, account_id, expires_at)
    select sha256('signed in'), min(id), now() + interval '1 hour' from account`);
  await database.look(`insert into one_time_code (digest, purpose, account_id, expires_at)
    select sha256('code'), 'RESET', min(id), now() + interval '7 days' from account`);
  await database.look(`insert into audit_event (at, verb, subject) select now() - interval '2 minutes', 'visit.recorded', 'visit:' || n
    from generate_series(1, 5) n`);
  await sealing(database.owner, sealAudit);
  ({ file } = await takeBackup(place, path.join(scratch, "kept")));
  // Bad copies are tried beside the good one's photos.
  cpSync(path.join(scratch, "kept", "files"), path.join(scratch, "files"), { recursive: true });
  bytes = readFileSync(file);
}, 60_000);
afterAll(async () => {
  await withClient(inject("cluster").adminUrl, async (admin) => {
    for (const name of made) await admin.query(`drop database if exists ${name} with (force)`);
  });
  rmSync(scratch, { recursive: true, force: true });
});

async function sealing<T>(url: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** A database as the handbook says to make one, and a folder for its files. */
async function emptyPlace() {
  const name = `restored_${process.pid}_${made.length}`;
  made.push(name);
  const { adminUrl, passwords } = inject("cluster");
  const { ownerUrl } = await ensureRoles({ adminUrl, database: name, passwords });
  return { ownerUrl, keysDir, home: path.join(scratch, name) };
}

type Place = Awaited<ReturnType<typeof emptyPlace>>;
const restore = async (into: Place, from: string) =>
  restoreBackup({ ...into, file: from, ...(await readWhole(from, into.keysDir)) });

const contents = (url: string) =>
  withClient(url, async (client) => {
    await speakPlainly(client);
    const found = new Map<string, string>();
    for (const table of await tablesOf(client)) {
      const { rows, sha256 } = await measureTable(client, table);
      found.set(table.name, `${rows} ${sha256}`);
    }
    return found;
  });

test("every row, file and number comes back, and everybody is signed out", async () => {
  const into = await emptyPlace();
  expect(await restore(into, file)).toMatchObject({ newer: [] });
  const before = await contents(database.owner);
  const after = await contents(into.ownerUrl);
  const changed = ["audit_event", "one_time_code", "session"]; // on purpose, see below
  expect(
    [...after]
      .filter(([name, was]) => before.get(name) !== was)
      .map(([name]) => name)
      .sort(),
  ).toEqual(changed);
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  expect(Number(before.get("household")?.split(" ")[0])).toBe(12);
  await withClient(into.ownerUrl, async (client) => {
    const first = async (text: string) => (await client.query(text)).rows[0];
    expect(await first("select count(*)::int as n, count(revoked_at)::int as void from session")).toEqual({
      n: 1,
      void: 1,
    });
    expect(await first("select count(*)::int as n from one_time_code where expires_at > now()")).toEqual({
      n: 0,
    });
    expect(
      await first("select verb, facts ->> 'program' as program from audit_event order by id desc limit 1"),
    ).toEqual({
      verb: "backup.restored",
      program: JSON.parse(readFileSync("package.json", "utf8")).version,
    });
    const numbers = (await sequencesOf(client)).filter(({ name }) => name !== "audit_event_id_seq");
    const then = await withClient(database.owner, sequencesOf);
    expect(numbers).toEqual(then.filter(({ name }) => name !== "audit_event_id_seq"));
  });
  expect(await sealing(into.ownerUrl, brokenSeal)).toBeNull();
  expect(readFileSync(path.join(into.home, "uploads", "photos", "察雅.bin")).equals(photo)).toBe(true);
  expect(readdirSync(path.join(into.home, "uploads")).sort()).toEqual(["empty", "photos"]);
  expect(
    readFileSync(path.join(into.home, "files", pictureName.slice(0, 2), pictureName)).equals(picture),
  ).toBe(true);
  expect(bytes.includes("扎西次仁")).toBe(false);
}, 60_000);

test("only an empty database takes a backup, and only an empty folder its files", async () => {
  const before = await contents(database.owner);
  await expect(restore({ ...place, home: path.join(scratch, "elsewhere") }, file)).rejects.toThrow(
    /不是空的.*create database/,
  );
  expect(await contents(database.owner)).toEqual(before);
  const into = await emptyPlace();
  await expect(restore({ ...into, home }, file)).rejects.toThrow(/里已有文件/);
  await expectNothingWritten(into);
});

async function expectNothingWritten(into: Place) {
  expect(await withClient(into.ownerUrl, countObjects)).toBe(0);
  expect(existsSync(into.home) ? readdirSync(into.home) : []).toEqual([]);
}

/** Header of 56 bytes, then chunks: 9 bytes in front, the length in the last four of them, a tag of 16 behind. */
function chunks(): { header: Buffer; frames: Buffer[] } {
  const frames: Buffer[] = [];
  for (let at = 56; at < bytes.length; ) {
    const end = at + 9 + bytes.readUInt32BE(at + 5) + 16;
    frames.push(bytes.subarray(at, end));
    at = end;
  }
  return { header: bytes.subarray(0, 56), frames };
}

const swapped = (numbersToo: boolean) => {
  const { header, frames } = chunks();
  const [a, b, c, ...rest] = frames.map((frame) => Buffer.from(frame)) as [
    Buffer,
    Buffer,
    Buffer,
    ...Buffer[],
  ];
  if (numbersToo) [b, c].forEach((frame, nth) => void frame.writeUInt32BE(2 - nth, 1));
  return Buffer.concat([header, a, c, b, ...rest]);
};
const flipped = (at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ 1;
  return copy;
};

let stillEmpty: Place | undefined;

test.each<[string, () => Buffer, RegExp]>([
  ["cut off in a chunk", () => bytes.subarray(0, bytes.length - 40), /不完整：在第 \d+ 块处断了/],
  [
    "cut off between chunks",
    () => Buffer.concat([chunks().header, ...chunks().frames.slice(0, -1)]),
    /不完整：在第 \d+ 块处断了/,
  ],
  ["one bit of the rows", () => flipped(4000), /已损坏：第 0 块/],
  ["one bit of the last chunk", () => flipped(bytes.length - 3), /已损坏：第 \d+ 块/],
  ["one bit of the salt", () => flipped(40), /已损坏：第 0 块/],
  ["two chunks swapped", () => swapped(false), /次序不对：第 1 块的位置上是第 2 块/],
  ["two chunks swapped and renumbered", () => swapped(true), /已损坏：第 1 块/],
  ["something behind the end", () => Buffer.concat([bytes, Buffer.from("x")]), /末尾多出了内容/],
  ["another file", () => Buffer.from("PGDMP and so on"), /不是本系统的备份文件/],
  ["an empty file", () => Buffer.alloc(0), /不是本系统的备份文件/],
])("%s is refused by its own sentence, and nothing is written", async (_, bad, sentence) => {
  expect(chunks().frames.length).toBeGreaterThan(4);
  const bent = path.join(scratch, "bent.backup");
  writeFileSync(bent, bad());
  stillEmpty ??= await emptyPlace();
  await expect(restore(stillEmpty, bent)).rejects.toThrow(sentence);
  await expectNothingWritten(stillEmpty);
});

test("a file that goes bad between the first reading and the loading leaves nothing behind either", async () => {
  const into = await emptyPlace();
  const good = await readWhole(file, keysDir);
  const bent = path.join(scratch, "late.backup");
  writeFileSync(bent, bytes.subarray(0, bytes.length - 40));
  await expect(restoreBackup({ ...into, file: bent, ...good })).rejects.toThrow(/不完整/);
  await expectNothingWritten(into);
  await restore(into, file);
  expect((await contents(into.ownerUrl)).get("household")).toMatch(/^12 /);
}, 30_000);

test("other keys are refused by name, and nothing is written", async () => {
  const into = await emptyPlace();
  const withKeys = (change: (folder: string) => void) => {
    const folder = path.join(scratch, "other-keys");
    rmSync(folder, { recursive: true, force: true });
    cpSync(keysDir, folder, { recursive: true });
    change(folder);
    return restore({ ...into, keysDir: folder }, file);
  };
  const other = (name: string) => (folder: string) =>
    writeFileSync(path.join(folder, name), randomBytes(32).toString("base64"), { mode: 0o600 });
  await expect(withKeys(other("backup"))).rejects.toThrow(/备份密钥不对：.*编号/);
  await expect(withKeys((folder) => rmSync(path.join(folder, "backup")))).rejects.toThrow(
    /没有备份密钥 backup/,
  );
  await expect(withKeys((folder) => rmSync(path.join(folder, "index")))).rejects.toThrow(/缺少 index。/);
  await expect(withKeys(other("kek"))).rejects.toThrow(/中的 kek 不是备份时用的密钥/);
  await expectNothingWritten(into);
});

test("a backup of a newer program is refused, one of an older program is brought up to date", async () => {
  await database.look(`insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    values ('future', 'future', '9999_future', now(), 1)`);
  const newer = await takeBackup(place, path.join(scratch, "newer"));
  await database.look("delete from _prisma_migrations where id = 'future'");
  const into = await emptyPlace();
  await expect(restore(into, newer.file)).rejects.toThrow(/更新的或不同的程序.*9999_future/);
  await expectNothingWritten(into);

  const names = migrationFiles().map(({ name }) => name);
  const past = await emptyPlace();
  await migrate(past.ownerUrl, { only: names.slice(0, -1) });
  await withClient(past.ownerUrl, (client) =>
    client.query("insert into setting (key, from_on, value) values ('old', '2026-01-01', '1')"),
  );
  const older = await takeBackup(past, path.join(scratch, "older"));
  expect(await restore(into, older.file)).toMatchObject({ newer: names.slice(-1) });
  expect((await contents(into.ownerUrl)).get("setting")).toMatch(/^1 /);
}, 60_000);

test("a backup is proved by restoring it; a trail that was changed by hand before does not pass", async () => {
  const { closing } = await verifyBackup(place, file);
  expect(closing.tables.find(({ name }) => name === "household")?.rows).toBe(12);
  await database.asAdmin("update audit_event set subject = 'visit:9' where subject = 'visit:3'");
  const { file: changed } = await takeBackup(place, path.join(scratch, "changed"));
  await expect(verifyBackup(place, changed)).rejects.toThrow(/审计记录 \d+ 至 \d+ 与封存不符/);
  expect(readdirSync(home)).toEqual(["files", "uploads"]);
}, 90_000);

test("a photo is sealed once for many backups, and a backup without its photos, or with others, is refused", async () => {
  const folder = path.join(scratch, "photos");
  const first = await takeBackup(place, folder);
  expect(first).toMatchObject({ newFiles: 1, missingFiles: 0 });
  const sealed = path.join(folder, "files", pictureName.slice(0, 2), `${pictureName}.sealed`);
  const before = readFileSync(sealed);
  expect(before.includes(picture.subarray(0, 64)), "it is sealed").toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const second = await takeBackup(place, folder);
  expect(second.newFiles).toBe(0);
  expect(readFileSync(sealed).equals(before)).toBe(true);
  const into = await emptyPlace();
  writeFileSync(sealed, before.subarray(0, before.length - 20));
  await expect(restore(into, second.file)).rejects.toThrow(/不完整/);
  await expectNothingWritten(into);
  rmSync(sealed);
  await expect(verifyBackup(place, second.file)).rejects.toThrow(/缺少 1 个照片或文件.*一起拷贝/);
  await expect(restore(into, second.file)).rejects.toThrow(/缺少 1 个/);
  await expectNothingWritten(into);
}, 90_000);

test("the night's work backs up, proves, tells the health page and takes away what is too old", async () => {
  const folder = path.join(scratch, "nights");
  mkdirSync(folder, { recursive: true });
  for (const day of Array.from({ length: 9 }, (_, at) => `2024010${at + 1}`)) {
    writeFileSync(path.join(folder, `qamdo-${day}-020000.backup`), "");
    writeFileSync(
      path.join(folder, `qamdo-${day}-020000.backup.files`),
      (day === "20240101" ? "cd" : "ab").repeat(32).concat("\n"),
    );
  }
  mkdirSync(path.join(folder, "files", "ab"), { recursive: true });
  const stale = path.join(folder, "files", "ab", `${"ab".repeat(32)}.sealed`);
  writeFileSync(stale, "");
  const forgotten = path.join(folder, "files", "ab", `${"cd".repeat(32)}.sealed`);
  writeFileSync(forgotten, "");
  const fresh = await emptyPlace();
  await migrate(fresh.ownerUrl);
  await nightsWork(fresh, folder);
  expect(readdirSync(folder).filter((name) => name.endsWith(".backup"))).toHaveLength(7);
  expect(existsSync(path.join(folder, "qamdo-20240103-020000.backup"))).toBe(false);
  expect(existsSync(stale), "the month's last backup still needs it").toBe(true);
  expect(existsSync(forgotten)).toBe(false);
  const told = await withClient(fresh.ownerUrl, (client) =>
    client.query(
      "select name, facts ->> 'file' as file from machine_pulse where name like 'backup%' order by name",
    ),
  );
  expect(told.rows).toEqual([
    { name: "backup", file: expect.stringMatching(/^qamdo-/) },
    { name: "backup verified", file: expect.stringMatching(/^qamdo-/) },
  ]);
}, 90_000);

test("seven days, five weeks and twelve months stay, each by its last", () => {
  const names = Array.from({ length: 800 }, (_, ago) => {
    const day = new Date(Date.UTC(2026, 10, 25) - ago * 86_400_000)
      .toISOString()
      .slice(0, 10)
      .replaceAll("-", "");
    return `qamdo-${day}-020000.backup`;
  });
  const stay = [...staying([...names, "qamdo-20261125-010000.backup", "notes.txt"])].sort().reverse();
  const days = stay.map((name) => name.slice(6, 14));
  expect(days.slice(0, 7)).toEqual([
    "20261125",
    "20261124",
    "20261123",
    "20261122",
    "20261121",
    "20261120",
    "20261119",
  ]);
  // Sundays of the weeks before, then the last days of the months before.
  expect(days.slice(7)).toEqual(
    "20261115 20261108 20261101 20261031 20260930 20260831 20260731 20260630 20260531 20260430 20260331 20260228 20260131 20251231".split(
      " ",
    ),
  );
  expect(isDue(new Date("2026-11-24T18:30:00Z"), scratch)).toBe(true);
  expect(isDue(new Date("2026-11-24T17:30:00Z"), scratch), "before two in the morning").toBe(false);
});

test.each(["backup", "backup:verify", "restore"])(
  "npm run %s says what it lacks",
  (script) => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const [, ...command] = scripts[script].split(" ");
    const nowhere = {
      ...process.env,
      DATABASE_URL: "",
      DATABASE_OWNER_URL: "",
      DATA_DIR: path.join(scratch, "nowhere"),
    };
    const { status, stdout } = spawnSync(process.execPath, command, { env: nowhere, encoding: "utf8" });
    expect(stdout).toMatch(script === "backup" ? /还没有数据库，没有可备份的/ : /请写明备份文件/);
    expect(status).toBe(1);
  },
  30_000,
);
