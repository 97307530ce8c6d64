// The backup key, which lies beside the other keys and in no backup; and marks by which a backup knows the keys its rows were sealed with.
import { createHmac, randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { KEY_NAMES, type KeyName, loadKeys, missingKeys } from "#lib/platform/keys.ts";
import { StartProblem } from "../start-problem.ts";

const LENGTH = 32;
const fileOf = (keysDir: string) => path.join(keysDir, "backup");

/** Made once, whole or not at all; true when it was made now. */
export function makeBackupKey(keysDir: string): boolean {
  if (existsSync(fileOf(keysDir))) return false;
  const half = `${fileOf(keysDir)}.new.${process.pid}`;
  writeFileSync(half, randomBytes(LENGTH).toString("base64"), { mode: 0o600, flush: true });
  try {
    linkSync(half, fileOf(keysDir)); // unlike a rename it never replaces one that another process just made
    return true;
  } catch (problem) {
    if (existsSync(fileOf(keysDir))) return false;
    throw problem;
  } finally {
    rmSync(half, { force: true });
  }
}

export function backupKey(keysDir: string): Buffer {
  const file = fileOf(keysDir);
  if (!existsSync(file))
    throw new StartProblem(
      `密钥目录 ${keysDir} 中没有备份密钥 backup，打不开备份。请从密封的副本恢复整个密钥目录。`,
    );
  if ((statSync(file).mode & 0o007) !== 0)
    throw new StartProblem(`${file} 能被其他账户读取。请运行 chmod go-rwx ${file} 后重试。`);
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (key.length !== LENGTH)
    throw new StartProblem(`备份密钥 ${file} 已损坏。请从密封的副本恢复，不要删除后重新生成。`);
  return key;
}

export function marksOf(keysDir: string): Record<KeyName, string> {
  const keys = loadKeys(keysDir);
  const mark = (name: KeyName) => createHmac("sha256", keys[name]).update("qamdo key mark").digest("hex");
  return Object.fromEntries(KEY_NAMES.map((name) => [name, mark(name)])) as Record<KeyName, string>;
}

/** What the rows were sealed with must be here, or they could never be read again. */
export function refuseOtherKeys(keysDir: string, wanted: Record<KeyName, string>) {
  const missing = missingKeys(keysDir);
  if (missing.length > 0)
    throw new StartProblem(
      `密钥目录 ${keysDir} 中缺少 ${missing.join("、")}。没有它们，恢复出的证件号无法解密。请先从密封的副本恢复整个密钥目录；没有写入任何内容。`,
    );
  const found = marksOf(keysDir);
  const other = KEY_NAMES.filter((name) => found[name] !== wanted[name]);
  if (other.length > 0)
    throw new StartProblem(
      `密钥目录 ${keysDir} 中的 ${other.join("、")} 不是备份时用的密钥，恢复出的证件号和密码将无法使用。请换上备份时的整个密钥目录；没有写入任何内容。`,
    );
}
