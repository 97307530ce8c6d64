// Loads every module that makes a command or a query, so that the registry is whole, and calls one entry as somebody.
import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Problem } from "#lib/platform/problem.ts";
import { type Entry, registered } from "#lib/platform/registry.ts";
import { reading, type Scope, type Session } from "#lib/platform/scope.ts";

const DOMAINS = path.join(import.meta.dirname, "../../lib/domains");

export async function allEntries(): Promise<Entry[]> {
  const files = readdirSync(DOMAINS, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  for (const file of files) await import(pathToFileURL(path.join(DOMAINS, file)).href);
  return registered().filter(({ kind }) => kind === "command" || kind === "query");
}

export type Answer = { outcome: string; value: unknown };

/** What came of it: "ok", or the code of the problem. */
export async function call(
  entry: Entry,
  session: Session,
  input: unknown,
  lift = (scope: Scope) => scope,
): Promise<Answer> {
  const run = entry.run as (first: unknown, second: unknown) => Promise<unknown>;
  try {
    const value =
      entry.kind === "query"
        ? await reading(session, (scope) => run(lift(scope), input))
        : await run(session, input);
    return { outcome: "ok", value };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { outcome: error.code, value: null };
  }
}
