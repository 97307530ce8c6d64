// Runs a loader on a real scope and writes down every statement it sends: how many, how long, and how PostgreSQL plans them.
import { performance } from "node:perf_hooks";
import { reading, type Scope, type Session, scopedRaw } from "#lib/platform/scope.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";

export type Statement = { fragment: Fragment; ms: number };

/** The statements of one run, without those that open and close the transaction (begin, who asks, commit). */
export async function statementsOf(
  session: Session,
  load: (scope: Scope) => Promise<unknown>,
): Promise<Statement[]> {
  const seen: Statement[] = [];
  await reading(session, (scope) => {
    const watched: Scope = {
      ...scope,
      sql: (async (strings, ...values) => {
        const fragment = sql(strings, ...values);
        const began = performance.now();
        const rows = await scope.sql`${fragment}`;
        seen.push({ fragment, ms: performance.now() - began });
        return rows;
      }) as Scope["sql"],
    };
    return load(watched);
  });
  return seen;
}

export type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: PlanNode[];
};
export type Plan = { ms: number; hits: number; reads: number; nodes: PlanNode[] };

/** The plan as the runtime role gets it, under row-level security and with the same values. */
export async function planOf(session: Session, { fragment }: Statement): Promise<Plan> {
  const rows = await scopedRaw(session, "begin", async (client) => {
    const answer = await client.query<{ "QUERY PLAN": [{ Plan: PlanNode; "Execution Time": number }] }>(
      `explain (analyze, buffers, format json) ${fragment.text}`,
      [...fragment.values],
    );
    return answer.rows;
  });
  const [{ Plan: top, "Execution Time": ms }] = rows[0]!["QUERY PLAN"];
  const buffers = top as unknown as { "Shared Hit Blocks": number; "Shared Read Blocks": number };
  return { ms, hits: buffers["Shared Hit Blocks"], reads: buffers["Shared Read Blocks"], nodes: flat(top) };
}

const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];

/** Tables that grow with the work of years; the trees and the settings are small and may be read whole. */
const BIG = new Set([
  "household",
  "household_year",
  "household_spell",
  "membership_year",
  "living_year",
  "production_year",
  "livestock",
  "income_item",
  "life_change",
  "person",
  "pairing",
  "visit",
  "visit_visitor",
  "search_entry",
  "change",
  "audit_event",
  "import_row",
]);

/** Whole reads of big tables: each is either asked for (a recount of everything) or a missing index. */
export function wholeReads({ nodes }: Plan): string[] {
  return nodes
    .filter((node) => node["Node Type"] === "Seq Scan" && BIG.has(node["Relation Name"] ?? ""))
    .filter((node) => node["Actual Loops"] > 0)
    .map((node) => node["Relation Name"]!);
}

/** The kinds of nodes, each once with how often it stands there. */
export function nodeKinds({ nodes }: Plan): string {
  const kinds = new Map<string, number>();
  for (const node of nodes) {
    const relation = node["Relation Name"] ? ` ${node["Relation Name"]}` : "";
    const kind = `${node["Node Type"]}${relation}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return [...kinds].map(([kind, times]) => (times > 1 ? `${kind} ×${times}` : kind)).join(", ");
}
