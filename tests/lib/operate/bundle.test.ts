// A bundle as it reaches a county: a whole one is taken for whole, and one that was cut off or changed anywhere is refused before anything is done.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SUMS, writeContents } from "#lib/operate/bundle/contents.ts";

const scratch = mkdtempSync(path.join(os.tmpdir(), "bundle-"));
const good = path.join(scratch, "good");

beforeAll(async () => {
  for (const folder of ["app/lib", "app/名称 with space", "node/bin"])
    mkdirSync(path.join(good, folder), { recursive: true });
  writeFileSync(path.join(good, "NAME"), "qamdo-334-0.1.0-test-linux-x64\n");
  writeFileSync(path.join(good, "versions.json"), "{}");
  writeFileSync(path.join(good, "app/lib/a.ts"), "export {};\n");
  writeFileSync(path.join(good, "app/名称 with space/[id].ts"), "export {};\n");
  writeFileSync(path.join(good, "node/bin/node"), "binary");
  symlinkSync("a.ts", path.join(good, "app/lib/b.ts"));
  symlinkSync("lib", path.join(good, "app/linked")); // a link to a folder is a link, not the files behind it
  cpSync("lib/operate/bundle/install.sh", path.join(good, "install.sh"));
  await writeContents(good);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function tried(name: string, spoil: (copy: string) => void, ...args: string[]) {
  const copy = path.join(scratch, name);
  cpSync(good, copy, { recursive: true, verbatimSymlinks: true });
  spoil(copy);
  const { status, stdout } = spawnSync(
    "sh",
    [path.join(copy, "install.sh"), ...(args.length > 0 ? args : ["--check"])],
    {
      encoding: "utf8",
    },
  );
  return { status, stdout };
}

test("a whole bundle passes, under any name of folder", () => {
  const { status, stdout } = tried("a copy 拷贝", () => {});
  expect(stdout).toBe("✓ 安装包完整：qamdo-334-0.1.0-test-linux-x64\n");
  expect(status).toBe(0);
});

test.each<[string, (copy: string) => void, RegExp]>([
  [
    "a changed file",
    (copy) => writeFileSync(path.join(copy, "app/lib/a.ts"), "evil();\n"),
    /app\/lib\/a\.ts[\s\S]*与校验清单不符/,
  ],
  ["a missing file", (copy) => rmSync(path.join(copy, "node/bin/node")), /与校验清单不符/],
  [
    "an added file",
    (copy) => writeFileSync(path.join(copy, "app/lib/extra.mjs"), "evil();\n"),
    /多出了清单上没有的文件/,
  ],
  [
    "a link that leads elsewhere",
    (copy) => {
      rmSync(path.join(copy, "app/lib/b.ts"));
      symlinkSync("/etc/passwd", path.join(copy, "app/lib/b.ts"));
    },
    /链接与清单不符/,
  ],
  ["no list", (copy) => rmSync(path.join(copy, SUMS)), /缺少校验清单/],
  ["an empty list", (copy) => writeFileSync(path.join(copy, SUMS), ""), /与校验清单不符|多出了/],
])("%s is refused by its sentence", (name, spoil, sentence) => {
  const { status, stdout } = tried(name, spoil);
  expect(stdout).toMatch(sentence);
  expect(stdout).toMatch(/什么也没有改/);
  expect(status).toBe(1);
});

test("nothing is installed from a bundle that was changed", () => {
  const target = path.join(scratch, "target");
  const { status } = tried("for-target", (copy) => writeFileSync(path.join(copy, "NAME"), "other\n"), target);
  expect(status).toBe(1);
  expect(existsSync(target)).toBe(false);
});

test("a program that does not answer is stopped again, and says so; data and keys are not touched", async () => {
  const dead = path.join(scratch, "dead");
  cpSync(good, dead, { recursive: true, verbatimSymlinks: true });
  writeFileSync(path.join(dead, "node/bin/node"), "#!/bin/sh\necho 坏了\nexit 1\n");
  chmodSync(path.join(dead, "node/bin/node"), 0o755);
  await writeContents(dead);
  const target = path.join(scratch, "dead-target");
  const { status, stdout } = spawnSync("sh", [path.join(dead, "install.sh"), target], {
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "test", READY_WITHIN: "2" },
  });
  expect(stdout).toMatch(/程序没有应答.*数据和密钥没有动/);
  expect(status).toBe(1);
  expect(existsSync(path.join(target, "data"))).toBe(false);
});
