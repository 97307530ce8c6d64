/** papers.add: puts a paper to what it is about; its bytes are stored already, its title is the file's name until somebody corrects it. */
import { randomUUID } from "node:crypto";
import { keepFile } from "#lib/domains/files/keep-file.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { AddPaper } from "../input.ts";
import { type Subject, subjectOf } from "../inside/subject.ts";
import { inOneLine, MOST_PAPERS, mayKeepPapers, titleFrom } from "../paper.ts";

export const addPaper = command({
  name: "papers.add",
  tells: "paper.added",
  input: AddPaper,
  subject: ({ sql }, { subject }) => subjectOf(sql, subject.kind, subject.id),
  may: (viewer, { owner, divisionId }) => mayKeepPapers(viewer, owner.kind, divisionId),
  run: async (work, { file }, about) => {
    if (!about.open) throw rule("paper.changeWithdrawn");
    await refuseTooMany(work, about, file.sha256);
    const title = titleFrom(file.name);
    const { kind: subjectKind, id: subjectId, divisionId, documentNo, owner } = about;
    const { viewer, tx } = work;
    const id = randomUUID();
    const fileId = await keepFile(work, file, { owner: "paper", ownerId: id, divisionId, householdId: null });
    await tx.paper.create({
      data: {
        ...{ id, fileId, subjectKind, subjectId, divisionId, title, documentNo },
        ...{ uploadedBy: viewer.accountId, uploadedByName: viewer.name },
      },
      select: { id: true },
    });
    const now = inOneLine({ title, documentNo, datedOn: null });
    work.note({ entity: owner.kind, entityId: owner.id, divisionId, field: "paper", old: null, new: now });
    return { id, owner };
  },
  fact: (result, { file }, { owner, divisionId }) => ({
    subject: `${owner.kind}:${owner.id}`,
    division: divisionId,
    paper: result.id,
    sha256: file.sha256,
  }),
});

/** One after the other for one thing, so that the same file sent twice at once is kept once. */
async function refuseTooMany({ sql }: Work, { kind, id }: Subject, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`paper ${kind} ${id}`}))::text`;
  const [kept] = await sql<{ n: number; same: boolean }>`
    select count(*)::int as n, coalesce(bool_or(f.sha256 = decode(${sha256}, 'hex')), false) as same
    from paper p left join stored_file f on f.id = p.file_id
    where p.subject_kind = ${kind} and p.subject_id = ${id} and p.removed_at is null`;
  if (kept?.same) throw rule("paper.already");
  if ((kept?.n ?? 0) >= MOST_PAPERS) throw rule("paper.full", { count: MOST_PAPERS });
}
