/**
 * The two scoped transactions. Reading: raw SQL, one repeatable-read snapshot, read only. Writing: Prisma.
 * Both carry the session token, so that row-level security answers for the person who asks (entry.md §4).
 */
import { createHash } from "node:crypto";
import type pg from "pg";
import { today } from "./clock.ts";
import { databases } from "./db.ts";
import { log } from "./log.ts";
import { Prisma } from "./prisma/client.ts";
import { signedOut } from "./problem.ts";
import { type Fragment, type Sql, sql } from "./sql.ts";
import { asViewer, type Viewer, type ViewerRow } from "./viewer.ts";

/** From where somebody acts: what the audit keeps beside the deed. */
export type Whence = { address: string; agent: string | null };

/** A session as the doors hand it on: the random token, the number of the request for the log and the audit, and from where. */
export type Session = { token: string; requestId?: string; from?: Whence };

/** A part of a page that may fail alone. */
export type Panel<T> = { ok: true; value: T } | { ok: false };

export type Scope = {
  viewer: Viewer;
  today: string;
  sql: Sql;
  panel<T>(name: string, load: () => Promise<T>): Promise<Panel<T>>;
};

/** One old and new value of a field, for the history on the screens. */
export type FieldChange = {
  entity: string;
  entityId: string;
  divisionId: number;
  householdId?: string | null;
  field: string;
  old: string | null;
  new: string | null;
  /** When a phone without a network wrote it down. */
  writtenAt?: Date | null;
  /** For whom, where it was taken in for a writer. */
  onBehalfOf?: string;
};

export type Work = {
  viewer: Viewer;
  /** Who really does it, where it is taken in for the viewer: the audit names this one. */
  hand?: Viewer;
  today: string;
  tx: Prisma.TransactionClient;
  sql: Sql;
  /** Notes a change of a field; written with the command's verb in the same transaction. */
  note(change: FieldChange): void;
};

const OPEN = `with s as materialized (select set_config('app.tok', $1, true)) select v.* from s, lateral (select * from sec.viewer() where s is not null) v`;

const names = new Map<string, string>();
/**
 * Prepared once per connection; a bound on how many, since filters make many shapes. The name is the text's own digest: bundlers
 * load this file more than once over the same connections, so a count would give one name to two texts.
 */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= 400) return known;
  const name = `q${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
  names.set(text, name);
  return name;
}

const runOn = (client: pg.PoolClient) => async (fragment: Fragment) =>
  (await client.query({ name: nameOf(fragment.text), text: fragment.text, values: [...fragment.values] }))
    .rows;

/**
 * Opens a transaction on the raw pool under the session's rights. The door for imports and streams as well, which need COPY or a cursor.
 * Throws the problem "signed-out" when the session is over.
 */
export async function scopedRaw<T>(
  session: Session,
  begin: "begin" | "begin isolation level repeatable read read only",
  work: (client: pg.PoolClient, viewer: Viewer) => Promise<T>,
): Promise<T> {
  const client = await databases().reads.connect();
  let broken = false;
  try {
    await client.query(begin);
    const { rows } = await client.query<ViewerRow>({ name: "viewer", text: OPEN, values: [session.token] });
    if (!rows[0]) throw signedOut();
    const value = await work(client, asViewer(rows[0]));
    await client.query("commit");
    return value;
  } catch (error) {
    broken = String((error as { code?: string }).code ?? "").startsWith("08");
    if (!broken) await client.query("rollback").catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Reads for one page or one query: everything in one snapshot, so that numbers and rows agree. */
export function reading<T>(session: Session, work: (scope: Scope) => Promise<T>): Promise<T> {
  return scopedRaw(session, "begin isolation level repeatable read read only", (client, viewer) => {
    const run = runOn(client);
    const scope: Scope = {
      viewer,
      today: today(),
      sql: ((strings, ...values) => run(sql(strings, ...values))) as Sql,
      async panel(name, load) {
        await client.query("savepoint panel");
        try {
          const value = await load();
          await client.query("release savepoint panel");
          return { ok: true, value };
        } catch (error) {
          await client.query("rollback to savepoint panel");
          log.error({ panel: name, requestId: session.requestId, err: error }, "panel failed");
          return { ok: false };
        }
      },
    };
    return work(scope);
  });
}

/** One write: check, change, history and audit row stand or fall together. */
export function writing<T>(
  session: Session,
  work: (work: Work, changes: FieldChange[]) => Promise<T>,
): Promise<T> {
  return databases().prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<
      ViewerRow[]
    >`with s as materialized (select set_config('app.tok', ${session.token}, true))
      select v.* from s, lateral (select * from sec.viewer() where s is not null) v`;
    if (!row) throw signedOut();
    const changes: FieldChange[] = [];
    const ask = (strings: TemplateStringsArray, ...values: unknown[]) => {
      const { strings: texts, values: flat } = sql(strings, ...values);
      return tx.$queryRaw(Prisma.sql([...texts], ...flat));
    };
    return work(
      {
        viewer: asViewer(row),
        today: today(),
        tx,
        sql: ask as Sql,
        note: (change) => void changes.push(change),
      },
      changes,
    );
  });
}
