// A county without a network: the bundle installs where no route leads out, a later one that does not answer is taken back by itself, one
// that does updates, and from there the handbook's way back (the old program on the backup taken before) leads to the old rows.
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { createHash, createHmac, randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeContents } from "#lib/operate/bundle/contents.ts";
import { on, rolePasswords } from "#lib/operate/roles.ts";
import { loadKeys } from "#lib/platform/keys.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const PORT = 4810;
const scratch = mkdtempSync(path.join(os.tmpdir(), "county-"));
const target = path.join(scratch, "opt/qamdo-334");
const backups = path.join(scratch, "other-disk");

/** A network of its own with nothing in it but itself; whoever may not make one cannot prove this. */
const ours = process.getuid?.() === 0 ? ["-n"] : ["-rn"];
const mayCutOff = spawnSync("unshare", [...ours, "ip", "link", "set", "lo", "up"]).status === 0;
const island = mayCutOff
  ? spawn("unshare", [...ours, "sh", "-c", "ip link set lo up && exec sleep 7200"], { stdio: "ignore" })
  : null;

/** With nothing of the developer's machine in it. */
const bare = {
  PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
  HOME: scratch,
  LANG: "C.UTF-8",
  NODE_ENV: "production" as const,
};

function inside(command: string, args: string[], env: Record<string, string> = {}): SpawnSyncReturns<string> {
  const enter = [
    "-t",
    String(island?.pid),
    "-n",
    ...(ours[0] === "-rn" ? ["-U", "--preserve-credentials"] : []),
  ];
  return spawnSync("nsenter", [...enter, "--", command, ...args], {
    encoding: "utf8",
    env: { ...bare, ...env },
    maxBuffer: 1 << 26,
  });
}

/** An unpacked bundle; BUNDLE names one that is there already, which saves the minutes of making it. */
let first: string;
let node: string;

beforeAll(async () => {
  if (!mayCutOff) return;
  chmodSync(scratch, 0o755); // PostgreSQL runs as another account when we are root
  if (process.env.BUNDLE) first = process.env.BUNDLE;
  else await makeBundle();
  mkdirSync(target, { recursive: true });
  writeFileSync(
    path.join(target, "settings.env"),
    `PORT=${PORT}\nORIGIN=http://127.0.0.1:${PORT}\nBACKUP_DIR=${backups}\nBACKUP_HOUR=0\nDEMO_SCALE=0.05\nREADY_WITHIN=240\n`,
  );
  node = path.join(target, "current/node/bin/node");
}, 20 * 60_000);

async function makeBundle() {
  // From a clone, as the bundle is made of what is committed, and beside nobody else's build.
  const clone = path.join(scratch, "clone");
  expect(spawnSync("git", ["clone", "-q", ROOT, clone]).status).toBe(0);
  symlinkSync(path.join(ROOT, "node_modules"), path.join(clone, "node_modules"));
  const { NODE_ENV: _, ...outer } = process.env;
  const made = spawnSync(process.execPath, ["lib/operate/start.mjs", "--bundle", path.join(scratch, "usb")], {
    cwd: clone,
    env: { ...outer, NODE_ENV: "production" },
    encoding: "utf8",
  });
  expect(made.stdout).toMatch(/安装包：/);
  const archive = readdirSync(path.join(scratch, "usb")).find((name) => name.endsWith(".tar.gz"))!;
  expect(spawnSync("sha256sum", ["-c", `${archive}.sha256`], { cwd: path.join(scratch, "usb") }).status).toBe(
    0,
  );
  expect(spawnSync("tar", ["xzf", archive], { cwd: path.join(scratch, "usb") }).status).toBe(0);
  first = path.join(scratch, "usb", archive.replace(".tar.gz", ""));
  rmSync(clone, { recursive: true });
}

afterAll(() => {
  stop();
  island?.kill("SIGKILL");
  rmSync(scratch, { recursive: true, force: true });
});

function stop() {
  const file = path.join(target, "pid");
  const pid = spawnSync("cat", [file], { encoding: "utf8" }).stdout.trim();
  if (pid)
    spawnSync("sh", [
      "-c",
      `kill -TERM ${pid}; n=0; while kill -0 ${pid} 2>/dev/null && [ $n -lt 60 ]; do sleep 1; n=$((n+1)); done`,
    ]);
  rmSync(file, { force: true });
}

const install = (bundle: string) => inside("sh", [path.join(bundle, "install.sh"), target]);

/** As a browser in the county would see it. */
function look(where: string, cookie = "") {
  const script =
    "const [url, cookie] = process.argv.slice(1); const a = await fetch(url, { headers: { cookie }, redirect: 'manual' }); console.log(a.status); console.log(await a.text())";
  const { stdout, stderr } = inside(node, [
    "--input-type=module",
    "-e",
    script,
    `http://127.0.0.1:${PORT}${where}`,
    cookie,
  ]);
  const [status = "", ...text] = `${stdout}${stderr}`.split("\n");
  return { status: Number(status), text: text.join("\n") };
}

async function asOwner<T>(
  work: (client: pg.Client) => Promise<T>,
  home = path.join(target, "data"),
): Promise<T> {
  const [, , , port, sockets = ""] = readFileSync(path.join(home, "pg/postmaster.pid"), "utf8").split("\n");
  const url = `postgresql://app_owner@localhost:${port}/qamdo?host=${encodeURIComponent(sockets)}`;
  const client = new pg.Client({
    connectionString: on(url, { user: "app_owner", password: rolePasswords(home).app_owner }),
  });
  await client.connect();
  try {
    await client.query("set row_security = off");
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What is in it, and whether the deed is there that was done on the old program. */
const rowsOf = (home?: string) =>
  asOwner(async (client) => {
    const { rows } = await client.query<Record<string, number>>(
      `select (select count(*)::int from household) as households, (select count(*)::int from person) as persons,
         (select count(*)::int from visit) as visits, (select count(*)::int from household where group_name = '老版本写下的组') as deeds`,
    );
    return rows[0]!;
  }, home);

const migrationsOf = () =>
  asOwner(
    async (client) =>
      (await client.query("select migration_name from _prisma_migrations where migration_name like '9%'"))
        .rowCount,
  );

/** The page of the machine's state, for its administrator. */
async function versionShown(home?: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await asOwner(async (client) => {
    await client.query(
      `insert into session (digest, account_id, expires_at)
       select $1, account_id, now() + interval '1 hour' from role_grant where role = 'SYSTEM_ADMIN' limit 1`,
      [createHash("sha256").update(token).digest()],
    );
  }, home);
  const { session } = loadKeys(path.join(target, "data/keys"));
  const secret = createHmac("sha256", session).update("next-auth").digest("base64");
  const sealed = await encode({ token: { tok: token }, secret, maxAge: 3600 });
  const { status, text } = look("/admin/health", `next-auth.session-token=${sealed}`);
  expect(status).toBe(200);
  return /\d+\.\d+\.\d+\+[0-9a-z]+/.exec(text)?.[0] ?? text.slice(0, 2000);
}

/** A later program: one commit and one migration more; and, when it is to fail, nothing that answers behind it. */
async function later(commit: string, broken: boolean): Promise<string> {
  const bundle = path.join(scratch, "usb", commit);
  cpSync(first, bundle, { recursive: true, verbatimSymlinks: true });
  const name = readFileSync(path.join(first, "NAME"), "utf8")
    .trim()
    .replace(/[0-9a-f]{12}/, commit);
  const versions = JSON.parse(readFileSync(path.join(first, "versions.json"), "utf8"));
  writeFileSync(path.join(bundle, "NAME"), `${name}\n`);
  writeFileSync(path.join(bundle, "versions.json"), JSON.stringify({ ...versions, name, commit }));
  const migration = path.join(bundle, "app/prisma/migrations/9000_a_later_year");
  mkdirSync(migration);
  writeFileSync(path.join(migration, "migration.sql"), "comment on table household is '后来的版本';\n");
  if (broken)
    writeFileSync(
      path.join(bundle, "app/lib/operate/recount.ts"),
      "export const recountIfNeeded = async () => { throw new Error('坏掉的版本'); };\n",
    );
  await writeContents(bundle);
  return bundle;
}

const commitOf = () => JSON.parse(readFileSync(path.join(first, "versions.json"), "utf8")).commit as string;

test.skipIf(!mayCutOff)(
  "installs where no route leads out, answers, and tells which version it is",
  async () => {
    const routes = inside("ip", ["route"]);
    expect([routes.status, routes.stdout]).toEqual([0, ""]);
    expect(inside("sh", [path.join(first, "install.sh"), "--check"]).stdout).toMatch(/✓ 安装包完整/);
    const { status, stdout } = install(first);
    expect(stdout).toMatch(/✓ 已装好/);
    expect(status).toBe(0);
    await asOwner((client) =>
      client.query(
        "update household set group_name = '老版本写下的组' where id = (select min(id::text)::uuid from household)",
      ),
    );
    expect((await rowsOf()).deeds).toBe(1);
    expect(await versionShown()).toMatch(new RegExp(`\\+${commitOf()}$`));
  },
);

test.skipIf(!mayCutOff)("the night's backup begins by itself inside the service, and is proved", async () => {
  const until = Date.now() + 6 * 60_000;
  const told = () =>
    asOwner(async (client) =>
      (await client.query("select name from machine_pulse where name like 'backup%'")).rows
        .map(({ name }) => name)
        .sort(),
    );
  while (!(await told()).includes("backup verified") && Date.now() < until)
    await new Promise((done) => setTimeout(done, 2000));
  expect(await told()).toEqual(["backup", "backup verified"]);
  expect(readdirSync(backups).filter((name) => name.endsWith(".backup"))).toHaveLength(1);
});

test.skipIf(!mayCutOff)(
  "an update that does not answer is taken back: old program, old tables, same rows",
  async () => {
    const before = await rowsOf();
    const { status, stdout } = install(await later("badbadbadbad", true));
    expect(stdout).toMatch(/退回/);
    expect(stdout).toMatch(/已退回原来的程序 .*，它在应答/);
    expect(status).toBe(1);
    expect(look("/ready").status).toBe(200);
    expect(await migrationsOf()).toBe(0);
    expect(await rowsOf()).toEqual(before);
    expect(await versionShown()).toMatch(new RegExp(`\\+${commitOf()}$`));
  },
);

test.skipIf(!mayCutOff)(
  "an update that answers keeps every row and shows its version; run once more, nothing changes",
  async () => {
    const before = await rowsOf();
    const bundle = await later("abcabcabcabc", false);
    const { status, stdout } = install(bundle);
    expect(stdout).toMatch(/更新之前先备份[\s\S]*备份文件[\s\S]*✓ 已装好/);
    expect(status).toBe(0);
    expect(await migrationsOf()).toBe(1);
    expect(await rowsOf()).toEqual(before);
    expect(await versionShown()).toMatch(/\+abcabcabcabc$/);
    expect(install(bundle).stdout).toMatch(/已经是这个版本/);
    expect(await rowsOf()).toEqual(before);
  },
);

test.skipIf(!mayCutOff)(
  "back to the program before by the handbook: its release, an empty folder, the backup taken before the update",
  async () => {
    const before = await rowsOf();
    const old = readdirSync(path.join(target, "releases")).find((name) => name.includes(commitOf()))!;
    // The newest whose migrations the old program knows: the ones after the update are refused in words.
    const files = readdirSync(backups)
      .filter((name) => name.endsWith(".backup"))
      .sort()
      .reverse();
    stop();
    const home = path.join(target, "data-back");
    const env = { DATA_DIR: home, KEYS_DIR: path.join(target, "data/keys") };
    const oldNode = path.join(target, "releases", old, "node/bin/node");
    const start = path.join(target, "releases", old, "app/lib/operate/start.mjs");
    const newest = inside(oldNode, [start, "--restore", path.join(backups, files[0]!)], env);
    expect(newest.stdout).toMatch(/备份来自更新的或不同的程序/);
    rmSync(home, { recursive: true, force: true });
    const restored = inside(oldNode, [start, "--restore", path.join(backups, files[1]!)], env);
    expect(restored.stdout).toMatch(/已恢复/);
    const settings = path.join(target, "settings.env");
    writeFileSync(settings, `${readFileSync(settings, "utf8")}DATA_DIR=${home}\nKEYS_DIR=${env.KEYS_DIR}\n`);
    spawnSync("ln", ["-sfn", `releases/${old}`, path.join(target, "current")]);
    const again = install(first); // the bundle of the old program starts it again with the settings as they are
    expect(again.stdout).toMatch(/已经是这个版本[\s\S]*✓ 已装好/);
    expect(await rowsOf(home)).toEqual(before);
    expect(await versionShown(home)).toMatch(new RegExp(`\\+${commitOf()}$`));
  },
);
