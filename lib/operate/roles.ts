// Makes the three roles of the database and the database itself; doing it twice changes nothing.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

export const ROLES = ["app_owner", "app_rw", "app_job"] as const;
export type RoleName = (typeof ROLES)[number];
export type RolePasswords = Record<RoleName, string>;
export type RoleUrls = { ownerUrl: string; rwUrl: string; jobUrl: string };

const LIMITS: Record<RoleName, Record<string, string>> = {
  app_owner: {},
  app_rw: { statement_timeout: "15s", idle_in_transaction_session_timeout: "20s", lock_timeout: "5s" },
  app_job: { statement_timeout: "10min", idle_in_transaction_session_timeout: "2min", lock_timeout: "30s" },
};

type Wanted = { adminUrl: string; database: string; passwords: RolePasswords };

export async function ensureRoles({ adminUrl, database, passwords }: Wanted): Promise<RoleUrls> {
  await withClient(adminUrl, async (admin) => {
    for (const role of ROLES) await ensureRole(admin, role, passwords[role]);
    const found = await admin.query("select 1 from pg_database where datname = $1", [database]);
    const name = pg.escapeIdentifier(database);
    if (!found.rowCount) await admin.query(`create database ${name} owner app_owner`);
    await admin.query(`alter database ${name} owner to app_owner`);
    await admin.query(`revoke all on database ${name} from public`);
    await admin.query(`grant connect, temporary on database ${name} to app_rw, app_job`);
  });
  await withClient(on(adminUrl, { database }), async (admin) => {
    await admin.query("alter schema public owner to app_owner");
    await admin.query("revoke create on schema public from public");
    await admin.query("grant usage on schema public to app_rw, app_job");
  });
  const urlOf = (user: RoleName) => on(adminUrl, { database, user, password: passwords[user] });
  return { ownerUrl: urlOf("app_owner"), rwUrl: urlOf("app_rw"), jobUrl: urlOf("app_job") };
}

async function ensureRole(admin: pg.Client, role: RoleName, password: string) {
  const found = await admin.query("select 1 from pg_roles where rolname = $1", [role]);
  if (!found.rowCount) await admin.query(`create role ${role}`);
  const powers = "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";
  await admin.query(`alter role ${role} with ${powers} password ${pg.escapeLiteral(password)}`);
  for (const [name, value] of Object.entries(LIMITS[role]))
    await admin.query(`alter role ${role} set ${name} = ${pg.escapeLiteral(value)}`);
}

/** The roles' passwords of an embedded database, made once and kept where only this account reads them. */
export function rolePasswords(dataDir: string): RolePasswords {
  const file = path.join(dataDir, "roles.json");
  if (!existsSync(file)) {
    const made = Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString("base64url")]));
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The same server's address with another database or role. */
export function on(
  url: string,
  { database, user, password }: { database?: string; user?: string; password?: string },
): string {
  const changed = new URL(url);
  if (database) changed.pathname = `/${database}`;
  if (user) changed.username = user;
  if (password) changed.password = password;
  return changed.href;
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
