/** Takes in the papers of a posted form, one after the other; what is refused is said once and does not stop the others. */
import { takeIn } from "#lib/domains/files/take-in.ts";
import { FileRefused } from "#lib/platform/files/refused.ts";
import { readPostedFiles } from "#lib/platform/posted-form.ts";
import { notFound, Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import { reading } from "#lib/platform/scope.ts";
import { addPaper } from "./commands/add-paper.ts";
import { subjectFrom } from "./input.ts";
import { MOST_AT_ONCE, type Owner } from "./paper.ts";
import { mayAddPapers } from "./queries/may-add.ts";

export type PapersReceived = { owner: Owner; added: string[]; refused: string | null };

export async function receivePapers(session: Session, request: Request): Promise<PapersReceived> {
  const { fields, files } = await readPostedFiles(request);
  const asked = subjectFrom(fields.get("subject"));
  if (!asked.success) throw notFound();
  const subject = asked.data;
  const owner = await reading(session, (scope) => mayAddPapers(scope, subject)); // before anything is stored for nobody
  const added: string[] = [];
  let refused: string | null = null;
  let seen = 0;
  for await (const file of files) {
    if (file.name === "") continue; // a field left empty
    if (++seen > MOST_AT_ONCE) {
      refused = "tooMany";
      continue;
    }
    const outcome = await add(session, subject, file);
    if ("id" in outcome) added.push(outcome.id);
    else refused = outcome.reason;
  }
  return { owner, added, refused: seen === 0 ? "none" : refused };
}

type Posted = Parameters<typeof takeIn>[0];
type Subject = { kind: string; id: string };

async function add(
  session: Session,
  subject: Subject,
  posted: Posted,
): Promise<{ id: string } | { reason: string }> {
  try {
    const { id } = await addPaper(session, { subject, file: await takeIn(posted, "PAPER") });
    return { id };
  } catch (error) {
    if (error instanceof FileRefused) return { reason: error.reason };
    const reason = error instanceof Problem && error.code === "rule" ? RULES[error.words.key] : undefined;
    if (reason) return { reason };
    throw error;
  }
}

const RULES: Record<string, string> = {
  "paper.already": "already",
  "paper.full": "full",
  "paper.changeWithdrawn": "changeWithdrawn",
  "files.tooManyToday": "quota",
};
