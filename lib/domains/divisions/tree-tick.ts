/** Carries out the dated changes of both trees whose day has come. */
import type pg from "pg";

const VERBS: Record<string, string> = {
  OPEN: "opened",
  RENAME: "renamed",
  MOVE: "moved",
  CLOSE: "closed",
  MERGE: "merged",
  SPLIT: "split",
};

type Outcome = { tree: string; kind: string; node: number; account: number | null; failed: string | null };

/**
 * Each event in its own transaction, told to the audit in the same; one that has become impossible is taken back by the database
 * with its reason, so that it does not hold the others. Gives how many were done.
 */
export async function applyDueTreeEvents(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    "select id from tree_event where status = 'SCHEDULED' and effective_on <= beijing_today() order by effective_on, created_at, id",
  );
  let done = 0;
  for (const { id } of rows) if (await applyOne(pool, id)) done += 1;
  return done;
}

async function applyOne(pool: pg.Pool, id: string): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ done: boolean }>("select sec.apply_tree_event($1) as done", [id]);
    const { rows: events } = await client.query<Outcome>(
      "select tree, kind, node_id as node, account_id as account, detail->>'failed' as failed from tree_event where id = $1 and status <> 'SCHEDULED'",
      [id],
    );
    const [event] = events;
    if (event) await client.query("select sec.tell($1, $2, $3, null)", tidings(id, event));
    await client.query("commit");
    return rows[0]?.done ?? false;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

function tidings(id: string, { tree, kind, node, account, failed }: Outcome): [string, string, string] {
  const noun = tree === "DIVISION" ? "division" : "partyOrg";
  const verb = failed ? "changeFailed" : VERBS[kind];
  return [`${noun}.${verb}`, `${noun}:${node}`, JSON.stringify({ change: id, scheduledBy: account, failed })];
}
