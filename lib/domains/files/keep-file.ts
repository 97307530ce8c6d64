/** Writes the row of a stored file, in the transaction of the command that owns it. */

import { isStored } from "#lib/platform/files/store.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { MOST_PER_DAY } from "./file.ts";
import type { TakenIn } from "./take-in.ts";

export type FileOwner = {
  owner: "visit" | "paper";
  ownerId: string;
  divisionId: number;
  householdId: string | null;
};

export async function keepFile(work: Work, file: TakenIn, owner: FileOwner): Promise<string> {
  // The sweeper takes this lock alone: from here to the commit nothing stored is taken away.
  await work.sql`select pg_advisory_xact_lock_shared(hashtext('qamdo.files'))::text`;
  for (const name of [file.sha256, file.previewSha256]) if (name && !(await isStored(name))) throw conflict();
  const { accountId } = work.hand ?? work.viewer;
  const [today] = await work.sql<{ n: number }>`select count(*)::int as n from stored_file
    where uploaded_by = ${accountId} and created_at > now() - interval '1 day'`;
  if ((today?.n ?? 0) >= MOST_PER_DAY) throw rule("files.tooManyToday", { count: MOST_PER_DAY });
  const { sha256, previewSha256, ...rest } = file;
  const { id } = await work.tx.storedFile.create({
    data: {
      ...rest,
      ...owner,
      sha256: fromHex(sha256),
      previewSha256: previewSha256 ? fromHex(previewSha256) : null,
      uploadedBy: accountId,
    },
    select: { id: true },
  });
  return id;
}

const fromHex = (digest: string) => new Uint8Array(Buffer.from(digest, "hex"));
