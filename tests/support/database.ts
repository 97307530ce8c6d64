// A database of its own for a test file: cloned from the migrated template with the named world in it, dropped at the end.
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { on } from "#lib/operate/roles.ts";

export type TestDatabase = {
  name: string;
  owner: string;
  rw: string;
  job: string;
  /** Statements in this database as a superuser: to plant what the owner could do on a bad day. */
  asAdmin: (...statements: string[]) => Promise<void>;
  /** SQL as the owner, whom no policy binds: to look at what is really there. */
  look: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
};

/** Call it at the top of a file; the addresses are known at once, the database exists from `beforeAll` on. */
export function testDatabase(): TestDatabase {
  const { adminUrl, problem } = inject("cluster");
  const name = process.env.TEST_DATABASE ?? "";
  const owner = process.env.DATABASE_OWNER_URL ?? "";
  const pool = new pg.Pool({ connectionString: owner, max: 2 });
  pool.on("error", () => {}); // dropping the database ends what is still connected

  beforeAll(async () => {
    if (problem) throw new Error(`the template database could not be prepared:\n${problem}`);
    await run(adminUrl, [
      `create database ${name} template tpl owner app_owner`,
      `revoke all on database ${name} from public`,
      `grant connect, temporary on database ${name} to app_rw, app_job`,
    ]);
  });
  afterAll(async () => {
    await pool.end();
    await run(adminUrl, [`drop database if exists ${name} with (force)`]);
  });

  const { DATABASE_URL: rw = "", DATABASE_JOB_URL: job = "" } = process.env;
  const look: TestDatabase["look"] = async (text, values) => (await pool.query(text, values)).rows;
  const asAdmin = (...statements: string[]) => run(on(adminUrl, { database: name }), statements);
  return { name, owner, rw, job, asAdmin, look };
}

async function run(url: string, statements: string[]) {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    for (const statement of statements.filter(Boolean)) await admin.query(statement);
  } finally {
    await admin.end();
  }
}
