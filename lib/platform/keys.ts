// The keys of an installation: random files in a closed folder outside the database, made once and never overwritten.
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/** kek seals data keys; index makes blind indexes (HMAC); session signs cookies; pepper joins passwords. */
export const KEY_NAMES = ["kek", "index", "session", "pepper"] as const;
export type KeyName = (typeof KEY_NAMES)[number];
export type Keys = Readonly<Record<KeyName, Buffer>>;

const LENGTH = 32;

export class KeyProblem extends Error {
  override name = "KeyProblem";
}

export const missingKeys = (folder: string): KeyName[] =>
  KEY_NAMES.filter((name) => !existsSync(path.join(folder, name)));

export function loadKeys(folder: string): Keys {
  const missing = missingKeys(folder);
  if (missing.length === KEY_NAMES.length) makeKeys(folder);
  else if (missing.length > 0)
    throw new KeyProblem(
      `密钥目录 ${folder} 中缺少 ${missing.join("、")}。请从密钥备份恢复整个目录，不要只补其中一个。`,
    );
  refuseOpen(folder);
  return Object.fromEntries(KEY_NAMES.map((name) => [name, readKey(folder, name)])) as Keys;
}

/** All are made beside the place and moved there at once, so that a kill leaves all of them or none. */
function makeKeys(folder: string) {
  const half = `${path.resolve(folder)}.new.${process.pid}`;
  mkdirSync(path.dirname(half), { recursive: true }); // recursive together with a mode would close the parents, too
  mkdirSync(half, { mode: 0o700 });
  for (const name of KEY_NAMES)
    writeFileSync(path.join(half, name), randomBytes(LENGTH).toString("base64"), { mode: 0o600 });
  if (!existsSync(folder) || readdirSync(folder).length === 0) renameSync(half, folder);
  else {
    for (const name of KEY_NAMES) renameSync(path.join(half, name), path.join(folder, name));
    rmSync(half, { recursive: true });
  }
}

function readKey(folder: string, name: KeyName): Buffer {
  const file = path.join(folder, name);
  refuseOpen(file);
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (key.length !== LENGTH || key.every((byte) => byte === key[0]))
    throw new KeyProblem(`密钥文件 ${file} 已损坏(应为 ${LENGTH} 个随机字节的 base64)。请从密钥备份恢复。`);
  return key;
}

function refuseOpen(target: string) {
  if ((statSync(target).mode & 0o007) !== 0)
    throw new KeyProblem(`${target} 能被其他账户读取。请运行 chmod -R go-rwx ${target} 后重试。`);
}
