// A database of its own for a test file: cloned from the migrated template with the named world in it, dropped at the end.
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";

export type TestDatabase = {
  name: string;
  owner: string;
  rw: string;
  job: string;
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
    await asAdmin(adminUrl, [
      `create database ${name} template tpl owner app_owner`,
      `revoke all on database ${name} from public`,
      `grant connect, temporary on database ${name} to app_rw, app_job`,
    ]);
  });
  afterAll(async () => {
    await pool.end();
    await asAdmin(adminUrl, [`drop database if exists ${name} with (force)`]);
  });

  const { DATABASE_URL: rw = "", DATABASE_JOB_URL: job = "" } = process.env;
  const look: TestDatabase["look"] = async (text, values) => (await pool.query(text, values)).rows;
  return { name, owner, rw, job, look };
}

async function asAdmin(url: string, statements: string[]) {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.end();
  }
}
