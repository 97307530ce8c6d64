// Loads a backup into an empty database, whole or not at all: its own migrations, its rows, its sequences, in one transaction.

import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { idDigest, unsealIdNo } from "#lib/platform/seal.ts";
import { takeDown } from "../demo/bulk.ts";
import { HISTORY_TABLE } from "../migrate.ts";
import { type Migration, migrationFiles } from "../migrations.ts";
import { ROLES, withClient } from "../roles.ts";
import { StartProblem } from "../start-problem.ts";
import { type Closing, type Head, readArchive, type Table } from "./archive.ts";
import { countObjects, speakPlainly, tablesOf } from "./tables.ts";

type Load = {
  ownerUrl: string;
  file: string;
  key: Buffer;
  /** As a first reading of the whole file found them. */
  head: Head;
  closing: Closing;
  /** Where the files go; they are read past without. */
  filesTo?: string;
  /** The last words of the same transaction. */
  finish?: (client: pg.ClientBase) => Promise<void>;
};

export async function load({ ownerUrl, file, key, head, closing, filesTo, finish }: Load): Promise<void> {
  const migrations = migrationsOf(head);
  await withClient(ownerUrl, async (client) => {
    await refuseMissingRoles(client);
    await client.query("begin"); // a failure ends the connection, and with it the transaction
    await client.query("select pg_advisory_xact_lock(hashtext('qamdo.migrate'))");
    await refuseFull(client);
    await client.query(HISTORY_TABLE);
    for (const { sql } of migrations) await client.query(sql);
    await speakPlainly(client);
    const tables = await tablesOf(client);
    const names = tables.map(({ name }) => name);
    const putBack = await takeDown(client, names, names);
    await client.query(`truncate ${names.join(", ")}`); // what migrations write is in the backup, too
    await readArchive(file, key, {
      table: (table, data) => fill(client, { table, data, tables, closing }),
      file: filesTo === undefined ? undefined : (name, data) => writeFile(filesTo, name, data),
    });
    await putBack();
    for (const { name, last, called } of closing.sequences)
      await client.query("select setval($1::regclass, $2, $3)", [name, last, called]);
    await refuseUnreadable(client);
    await finish?.(client);
    await client.query("commit");
  });
}

/** The migrations that the backup had, as this program knows them. */
export function migrationsOf(head: Head): Migration[] {
  const files = migrationFiles();
  const strange = head.migrations.filter(
    ({ name, checksum }) => !files.some((file) => file.name === name && file.checksum === checksum),
  );
  if (strange.length > 0)
    throw new StartProblem(
      `备份来自更新的或不同的程序(版本 ${head.program})：它的迁移 ${strange.map(({ name }) => name).join("、")} 在本程序中没有。请换用备份时的或更新的程序；没有写入任何内容。`,
    );
  return files.filter((file) => head.migrations.some(({ name }) => name === file.name));
}

async function refuseMissingRoles(client: pg.ClientBase) {
  const { rows } = await client.query("select rolname from pg_roles where rolname = any ($1)", [[...ROLES]]);
  const missing = ROLES.filter((role) => !rows.some(({ rolname }) => rolname === role));
  if (missing.length > 0)
    throw new StartProblem(
      `数据库服务器上还没有角色 ${missing.join("、")}。请先按运维手册 3.1 建立三个角色和空库。`,
    );
}

async function refuseFull(client: pg.ClientBase) {
  if ((await countObjects(client)) === 0) return;
  const { rows } = await client.query("select current_database() as name");
  throw new StartProblem(
    `数据库 ${rows[0].name} 不是空的，恢复只写进空库，什么也没有改。请由数据库管理员另建一个空库(运维手册 3.1 中 create database 起的几行，换一个库名)，把 DATABASE_OWNER_URL 指向它，再运行一次。`,
  );
}

type Filling = { table: Table; data: AsyncIterable<Buffer>; tables: Table[]; closing: Closing };

async function fill(client: pg.ClientBase, { table, data, tables, closing }: Filling) {
  const here = tables.find(({ name }) => name === table.name);
  const columns = table.columns.join(", ");
  if (!here || table.columns.some((column) => !here.columns.includes(column)))
    throw new StartProblem(
      `备份中的表 ${table.name}(${columns}) 与迁移建出的不同，备份前数据库可能被人手工改过。请联系开发者；没有写入任何内容。`,
    );
  const into = client.query(copyFrom(`copy ${table.name} (${columns}) from stdin`));
  await pipeline(data, into);
  const expected = closing.tables.find(({ name }) => name === table.name)?.rows;
  if (into.rowCount !== expected)
    throw new StartProblem(
      `表 ${table.name} 应有 ${expected} 行，只写进 ${into.rowCount} 行。没有写入任何内容。`,
    );
}

async function writeFile(folder: string, name: string, data: AsyncIterable<Buffer>) {
  const target = path.resolve(folder, name);
  if (!target.startsWith(`${path.resolve(folder)}${path.sep}`))
    throw new StartProblem(`备份中的文件名 ${name} 指向目录之外，已拒绝。`);
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  await pipeline(data, createWriteStream(target, { mode: 0o600, flush: true }));
}

/** The proof that the keys are the ones: some numbers open, and their digests are found again. */
async function refuseUnreadable(client: pg.ClientBase) {
  const { rows } = await client.query<{ sealed: Buffer; digest: Buffer }>(
    "select id_no_sealed as sealed, id_no_digest as digest from person where id_no_sealed is not null limit 100",
  );
  for (const { sealed, digest } of rows) {
    const missing = lacking(sealed, digest);
    if (missing)
      throw new StartProblem(
        `备份中的证件号用现在的密钥${missing === "kek" ? "解不开" : "查不到"}：缺少当时的 ${missing}。请恢复备份时的整个密钥目录；没有写入任何内容。`,
      );
  }
}

function lacking(sealed: Buffer, digest: Buffer): "kek" | "index" | null {
  try {
    return idDigest(unsealIdNo(sealed, digest)).equals(digest) ? null : "index";
  } catch {
    return "kek";
  }
}
