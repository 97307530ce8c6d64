/**
 * A form of many fields against what stands there by now: which of them the sender changed, and whether somebody else changed the
 * same ones meanwhile. Then nothing is kept until the sender has seen it and still means it.
 */
import { invalid, Problem } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";

type Sent = {
  household: { id: string };
  /** JSON of what stood in the form when it was opened, by field. */
  was: string;
  now: ReadonlyMap<string, string>;
  wanted: ReadonlyMap<string, string>;
  overwrite: boolean;
  /** Under which name the history keeps a field. */
  historyOf?: (field: string) => string;
};

/** The fields to write: changed by the sender, and not so already. */
export async function meanwhile(work: Work, sent: Sent): Promise<string[]> {
  const { household, now, wanted, overwrite, historyOf = (field: string) => field } = sent;
  const was = readWas(sent.was);
  const said = (field: string) => now.get(field) ?? "";
  const mine = [...wanted.keys()].filter((field) => wanted.get(field) !== (was[field] ?? ""));
  const clash = mine.filter(
    (field) => said(field) !== (was[field] ?? "") && said(field) !== wanted.get(field),
  );
  if (clash.length > 0 && !overwrite) throw await whoWasFaster(work, household.id, clash, historyOf);
  return mine.filter((field) => said(field) !== wanted.get(field));
}

function readWas(text: string): Record<string, string> {
  try {
    const was: unknown = JSON.parse(text);
    if (typeof was === "object" && was !== null)
      return Object.fromEntries(Object.entries(was).map(([field, value]) => [field, String(value ?? "")]));
  } catch {
    // Said below, in words.
  }
  throw invalid({ was: [{ key: "unknownField" }] });
}

/** Says who changed the same thing, in the words of the history; the fields carry the sentence, so that the eye lands there. */
async function whoWasFaster(
  { sql }: Work,
  id: string,
  fields: string[],
  historyOf: (field: string) => string,
) {
  const [last] = await sql<{ name: string | null }>`
    select account_name as name from change where household_id = ${id}::uuid and field = any (${fields.map(historyOf)}::text[]) order by id desc limit 1`;
  const words = { key: "household.changedMeanwhile", values: { name: last?.name ?? "" } };
  return new Problem("conflict", words, Object.fromEntries(fields.map((field) => [field, [words]])));
}
