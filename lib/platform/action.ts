/** The door of a form: a command, and where to go next. Works before scripts arrive, since React posts the form as HTML. */
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type * as z from "zod";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Command } from "./command.ts";
import { invalidInput } from "./invalid-input.ts";
import { Problem } from "./problem.ts";
import { problemView } from "./problem-view.ts";
import { register } from "./registry.ts";
import type { Session } from "./scope.ts";
import { goOnUnderNewToken, requireSession } from "./session.ts";
import { type Stranger, strangerHere } from "./stranger.ts";

type After<Result> = {
  /** Pages whose content the deed changes. */
  changes?: (result: Result) => string[];
  goTo?: (result: Result) => string;
  /** Takes the proof that was typed, for commands that ask for a fresh one. */
  proves?: Proves;
};
/** Answers whether something was proved just now; nothing is when the last proof is still fresh. */
export type Proves = (session: Session, proof: string, stranger: Stranger) => Promise<boolean>;

/** "name[]" gives a list, also when one or none is ticked; everything else one text. Files are left out: they have their own door. */
export function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || name === PROOF) continue;
    const texts = form.getAll(name).filter((value): value is string => typeof value === "string");
    if (name.endsWith("[]")) values[name.slice(0, -2)] = texts.filter(Boolean);
    else if (texts.length > 0) values[name] = texts.at(-1) ?? "";
  }
  return values;
}

/** The field of the proof: taken by the door itself, never by a command. */
const PROOF = "proof";

export function action<Schema extends z.ZodType, Result>(
  command: Command<Schema, Result>,
  after: After<Result> = {},
): FormAction<Result> {
  if (command.asks && !after.proves)
    throw new Error(`${command.door} asks for a proof that its action cannot take`);
  return async (_previous, form) => {
    let result: Result;
    let requestId: string | undefined;
    try {
      const session = await requireSession();
      requestId = session.requestId;
      const proof = form.get(PROOF);
      const proved =
        after.proves !== undefined &&
        typeof proof === "string" &&
        proof.trim() !== "" &&
        (await after.proves(session, proof, await strangerHere()));
      try {
        result = await command(session, formValues(form));
      } finally {
        // Last of all, so that the deed is still done under the token that asked for it.
        if (proved) await goOnUnderNewToken(session);
      }
    } catch (error) {
      if (error instanceof Problem && error.code === "signed-out" && !form.has("stay")) redirect("/sign-in");
      return { ok: false, problem: { ...(await problemView(error, requestId)), values: typedIn(form) } };
    }
    for (const path of after.changes?.(result) ?? []) revalidatePath(path);
    if (after.goTo) redirect(after.goTo(result));
    return { ok: true, value: result };
  };
}

/** What was typed, for a form that fills itself in again; what is secret is never sent back. */
function typedIn(form: FormData): Record<string, string> {
  const pairs = [...form].filter(
    (pair): pair is [string, string] =>
      typeof pair[1] === "string" && !pair[0].startsWith("$") && !/password|code|^proof$/i.test(pair[0]),
  );
  const typed: Record<string, string> = {};
  // Several ticks under one name go back together, as the boxes read them.
  for (const [name, value] of pairs)
    typed[name] = name.endsWith("[]") && typed[name] ? `${typed[name]},${value}` : value;
  return typed;
}

type OpenDoor<Schema extends z.ZodType> = {
  /** noun.verb, as in the registry */
  name: string;
  input: Schema;
  /** Answers where to go next. */
  run: (input: z.output<Schema>, stranger: Stranger) => Promise<string>;
};

/** The door of a form that needs no session: sign-in, sign-out, one-time codes. */
export function publicAction<Schema extends z.ZodType>(door: OpenDoor<Schema>): FormAction<never> {
  register({ kind: "action", name: door.name, run: door.run, open: true });
  return async (_previous, form) => {
    let next: string;
    const stranger = await strangerHere();
    try {
      const parsed = door.input.safeParse(formValues(form));
      if (!parsed.success) throw invalidInput(parsed.error);
      next = await door.run(parsed.data, stranger);
    } catch (error) {
      return {
        ok: false,
        problem: { ...(await problemView(error, stranger.requestId)), values: typedIn(form) },
      };
    }
    redirect(next);
  };
}
