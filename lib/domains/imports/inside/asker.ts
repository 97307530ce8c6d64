/** The connection of a job as the questions of other domains know it. */
import type pg from "pg";
import type { Scope } from "#lib/platform/scope.ts";
import { type Sql, sql } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export type Asker = Pick<Scope, "sql" | "viewer">;

export const askerOn = (client: pg.PoolClient, viewer: Viewer): Asker => ({
  viewer,
  sql: (async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const { text, values: given } = sql(strings, ...values);
    return (await client.query(text, [...given])).rows;
  }) as Sql,
});
