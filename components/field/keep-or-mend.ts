/** The end of a form on the phone: what was filled in lies in the outbox, anew or in place of what waited there, and the next page comes. */
import type { Outcome } from "#lib/base/outcome.ts";
import type { Draft } from "./fill-outbox.ts";
import { sync } from "./sync-now.ts";
import type { Keeping } from "./use-unfinished.ts";
import { mend, writeDown } from "./write-down.ts";

type Words = { noSpace: string; sentMeanwhile: string };

export async function keepOrMend(
  draft: Draft,
  { mending, pause }: Keeping,
  words: Words,
  next: string,
): Promise<Outcome<unknown>> {
  const refusal = (message: string) => ({ ok: false as const, problem: { code: "storage", message } });
  try {
    if (mending) {
      if (!(await mend(mending.id, draft.content, []))) return refusal(words.sentMeanwhile);
    } else await writeDown([draft]);
  } catch {
    return refusal(words.noSpace);
  }
  await pause();
  void sync("just written");
  location.assign(next);
  return new Promise(() => undefined); // the form stays as it is until the next page stands there
}
