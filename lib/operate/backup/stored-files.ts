// Photos and papers in a backup: each sealed once under the digest of its content, beside the backups, and named by every backup that needs it.
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { placeOf } from "#lib/platform/files/store.ts";
import { StartProblem } from "../start-problem.ts";
import { measure } from "./archive.ts";
import type { KeptFile } from "./kept-file.ts";
import { sealed, unsealed } from "./sealed-stream.ts";

type Folder = { folder: string; key: Buffer };

export const storeIn = (home: string) => path.join(home, "files");
const sealedFile = (folder: string, sha256: string) =>
  path.join(folder, "files", `${placeOf(sha256)}.sealed`);
export const isSealed = (folder: string, sha256: string) => existsSync(sealedFile(folder, sha256));
const listOf = (backup: string) => `${backup}.files`;

/** What the rows of this snapshot name. */
export async function namedFiles(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select encode(sha256, 'hex') as name from stored_file
     union select encode(preview_sha256, 'hex') from stored_file where preview_sha256 is not null order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Seals what is not sealed yet; says how many were new, and which the store itself has lost. */
export async function keepFiles({ folder, key }: Folder, home: string, names: string[]) {
  const files: KeptFile[] = [];
  const missing: string[] = [];
  let added = 0;
  for (const sha256 of names) {
    const from = path.join(storeIn(home), placeOf(sha256));
    const into = sealedFile(folder, sha256);
    if (!existsSync(from) && !existsSync(into)) missing.push(sha256);
    else if (existsSync(into)) files.push({ sha256, bytes: existsSync(from) ? sizeOf(from) : 0 });
    else {
      files.push({ sha256, bytes: await sealOne(from, into, { sha256, key }) });
      added++;
    }
  }
  return { files, missing, added };
}

const sizeOf = (file: string) => statSync(file).size;

async function sealOne(from: string, into: string, { sha256, key }: { sha256: string; key: Buffer }) {
  mkdirSync(path.dirname(into), { recursive: true, mode: 0o700 });
  const half = `${into}.part`;
  const measured = measure();
  const source = async function* () {
    for await (const part of createReadStream(from)) {
      measured.add(part as Buffer);
      yield part as Buffer;
    }
  };
  await pipeline(sealed(source(), key), createWriteStream(half, { mode: 0o600, flush: true }));
  const found = measured.result();
  if (found.sha256 !== sha256) {
    rmSync(half, { force: true });
    throw new StartProblem(
      `${from} 的内容与它的校验值不符，磁盘可能坏了。请从较早的备份恢复这个文件，再备份一次。`,
    );
  }
  renameSync(half, into);
  sync(path.dirname(into));
  return found.bytes;
}

/** Beside the backup, so that what no backup needs any more can be found without opening any. */
export function writeList(backup: string, files: KeptFile[]) {
  writeFileSync(listOf(backup), files.map(({ sha256 }) => `${sha256}\n`).join(""), {
    mode: 0o600,
    flush: true,
  });
}

function refuseGone(folder: string, files: KeptFile[]) {
  const gone = files.filter(({ sha256 }) => !existsSync(sealedFile(folder, sha256)));
  if (gone.length > 0)
    throw new StartProblem(
      `备份旁边的 ${path.join(folder, "files")} 中缺少 ${gone.length} 个照片或文件。备份要和它的 files 目录放在一起，请一起拷贝。`,
    );
}

/** Refuses a backup whose files are not with it. Opening each takes as long as restoring it, so of very many some are opened. */
export async function checkFiles(
  { folder, key }: Folder,
  files: KeptFile[],
  most = Number.POSITIVE_INFINITY,
) {
  refuseGone(folder, files);
  for (const file of sampleOf(files, most))
    for await (const _ of opened(sealedFile(folder, file.sha256), key, file.sha256));
}

export async function restoreFiles({ folder, key }: Folder, files: KeptFile[], into: string) {
  refuseGone(folder, files); // before the first is written
  for (const { sha256 } of files) {
    const target = path.join(into, placeOf(sha256));
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    await pipeline(
      opened(sealedFile(folder, sha256), key, sha256),
      createWriteStream(target, { mode: 0o600, flush: true }),
    );
  }
}

async function* opened(file: string, key: Buffer, sha256: string): AsyncGenerator<Buffer> {
  const measured = measure();
  try {
    for await (const part of unsealed(createReadStream(file), key)) {
      measured.add(part);
      yield part;
    }
  } catch (problem) {
    if (problem instanceof StartProblem) throw new StartProblem(`${file}：${problem.message}`);
    throw problem;
  }
  if (measured.result().sha256 !== sha256)
    throw new StartProblem(`${file} 的内容与它的名字不符，被换过了。请换一个副本。`);
}

function sampleOf<T>(all: T[], most: number): T[] {
  if (all.length <= most) return all;
  return all.filter(() => Math.random() < most / all.length);
}

/** Takes away sealed files that no backup in this folder names; keeps all when a backup lacks its list. */
export function pruneFiles(folder: string): number {
  const backups = readdirSync(folder).filter((name) => name.endsWith(".backup"));
  if (backups.some((name) => !existsSync(listOf(path.join(folder, name))))) return 0;
  const named = new Set(
    backups.flatMap((name) => readFileSync(listOf(path.join(folder, name)), "utf8").split("\n")),
  );
  const under = path.join(folder, "files");
  if (!existsSync(under)) return 0;
  const entries = readdirSync(under, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const gone = entries.filter(({ name }) => !named.has(name.replace(/\.sealed$/, "")));
  for (const { parentPath, name } of gone) rmSync(path.join(parentPath, name));
  return gone.length;
}

function sync(folder: string) {
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
