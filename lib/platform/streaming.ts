/**
 * A file of any length out of the database: one read-only snapshot under the session's rights, its rows in portions through a cursor,
 * so memory stays flat. A few at a time, because each holds a connection for as long as its reader reads.
 */
import { today } from "./clock.ts";
import { busy } from "./problem.ts";
import { type Scope, type Session, scopedRaw } from "./scope.ts";
import { type Fragment, type Sql, sql } from "./sql.ts";

export type Stream = Pick<Scope, "viewer" | "today" | "sql"> & {
  rows<Row>(query: Fragment): AsyncGenerator<Row>;
};

const MOST_AT_ONCE = 4;
const PORTION = 1_000;
let running = 0;

export async function streaming<T>(session: Session, work: (stream: Stream) => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) throw busy();
  running++;
  try {
    return await scopedRaw(
      session,
      "begin isolation level repeatable read read only",
      async (client, viewer) => {
        // A reader on a thin line may pause between portions; it may not pause for ever.
        await client.query("set local idle_in_transaction_session_timeout = '60s'");
        await client.query("set local statement_timeout = '60s'");
        let cursors = 0;
        const ask = async (strings: TemplateStringsArray, ...values: unknown[]) => {
          const query = sql(strings, ...values);
          return (await client.query(query.text, [...query.values])).rows;
        };
        return work({
          viewer,
          today: today(),
          sql: ask as Sql,
          async *rows<Row>(query: Fragment) {
            const name = `stream_${++cursors}`;
            await client.query(`declare ${name} no scroll cursor for ${query.text}`, [...query.values]);
            for (;;) {
              const { rows } = await client.query(`fetch ${PORTION} from ${name}`);
              yield* rows as Row[];
              if (rows.length < PORTION) return;
            }
          },
        });
      },
    );
  } finally {
    running--;
  }
}
