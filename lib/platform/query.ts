/** A read: parse, may the viewer, run. What is out of reach is not there, because the scope's rows end at the viewer's reach. */
import type * as z from "zod";
import { invalidInput } from "./invalid-input.ts";
import { refused } from "./problem.ts";
import { register } from "./registry.ts";
import type { Scope } from "./scope.ts";
import type { Viewer } from "./viewer.ts";

type Door<Schema extends z.ZodType, Result> = {
  /** noun.verb, as in the registry */
  name: string;
  input: Schema;
  /** Left out where everybody signed in may ask (and sees only their reach). */
  may?: (viewer: Viewer, input: z.output<Schema>) => boolean;
  run: (scope: Scope, input: z.output<Schema>) => Promise<Result>;
};

export type Query<Schema extends z.ZodType, Result> = ((
  scope: Scope,
  raw: z.input<Schema>,
) => Promise<Result>) & { door: string };

export function query<Schema extends z.ZodType, Result>(door: Door<Schema, Result>): Query<Schema, Result> {
  const run = async (scope: Scope, raw: z.input<Schema>) => {
    const parsed = door.input.safeParse(raw);
    if (!parsed.success) throw invalidInput(parsed.error);
    if (door.may && !door.may(scope.viewer, parsed.data)) throw refused();
    return door.run(scope, parsed.data);
  };
  register({ kind: "query", name: door.name, run });
  return Object.assign(run, { door: door.name });
}
