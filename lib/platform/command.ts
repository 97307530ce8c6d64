/** A write: parse, find the subject within reach, may the actor, run, tell the audit: in one transaction, always in this order. */
import type * as z from "zod";
import { tellAudit, writeChanges } from "./audit.ts";
import { asProblem } from "./database-problem.ts";
import { refuseWhenFull } from "./disk.ts";
import { mustBeFresh } from "./fresh-proof.ts";
import { invalidInput } from "./invalid-input.ts";
import { notFound, refused } from "./problem.ts";
import { register } from "./registry.ts";
import { type Session, type Work, writing } from "./scope.ts";
import { lenderFor, type Viewer } from "./viewer.ts";

/** What the audit keeps of a deed: ids, places and plain words, never a sensitive value. */
export type Fact = { subject: string; division: number | null } & Record<
  string,
  string | number | boolean | null | string[]
>;

type Door<Schema extends z.ZodType, Subject, Result> = {
  /** noun.verb, as in the registry */
  name: string;
  /** The verb of the audit, in the past: "visit.recorded" */
  tells: string;
  input: Schema;
  /** Only for somebody who has proved lately who they are; its action says how that is done again. */
  asks?: "fresh-proof";
  /** The thing acted upon, found within the actor's reach; null reads as "not found". */
  subject: (work: Work, input: z.output<Schema>) => Promise<Subject | null>;
  may: (viewer: Viewer, subject: Subject, input: z.output<Schema>) => boolean;
  run: (work: Work, input: z.output<Schema>, subject: Subject) => Promise<Result>;
  fact: (result: Result, input: z.output<Schema>, subject: Subject) => Fact;
};

export type Command<Schema extends z.ZodType, Result> = ((
  session: Session,
  raw: unknown,
) => Promise<Result>) & {
  door: string;
  input: Schema;
  asks?: "fresh-proof";
  /** For a later domain's command that does both in one transaction. */
  within: (work: Work, raw: unknown) => Promise<Result>;
};

export function command<Schema extends z.ZodType, Subject, Result>(
  door: Door<Schema, Subject, Result>,
): Command<Schema, Result> {
  const parse = (raw: unknown) => {
    const parsed = door.input.safeParse(raw);
    if (!parsed.success) throw invalidInput(parsed.error);
    return parsed.data;
  };
  const perform = async (work: Work, input: z.output<Schema>, session?: Session) => {
    const subject = await door.subject(work, input);
    if (subject === null) throw notFound();
    if (!door.may(work.viewer, subject, input)) throw refused();
    // A command within another leaves it to that one.
    if (door.asks && session) await mustBeFresh(work);
    const lender = lenderFor(work.viewer, (viewer) => door.may(viewer, subject, input));
    const result = await door.run(work, input, subject);
    const fact = door.fact(result, input, subject);
    await tellAudit(work, door.tells, lender ? { ...fact, onBehalfOf: lender.name } : fact, session);
    return { result, onBehalfOf: lender?.name ?? null };
  };
  const run = async (session: Session, raw: unknown) => {
    const input = parse(raw);
    await refuseWhenFull(door.name);
    try {
      return await writing(session, async (work, changes) => {
        const { result, onBehalfOf } = await perform(work, input, session);
        await writeChanges(work, door.tells, changes, onBehalfOf);
        return result;
      });
    } catch (error) {
      throw asProblem(error) ?? error;
    }
  };
  register({ kind: "command", name: door.name, run });
  return Object.assign(run, {
    door: door.name,
    input: door.input,
    asks: door.asks,
    within: async (work: Work, raw: unknown) => (await perform(work, parse(raw))).result,
  });
}
