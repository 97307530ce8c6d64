/** Writes a version and, where it counts otherwise, has the figures counted anew in the background; until then they are counted live. */
import { countingDigest } from "#lib/indicators/version.ts";
import { enqueue } from "#lib/platform/jobs.ts";
import type { Work } from "#lib/platform/scope.ts";
import { RECOUNT_JOB } from "../indicator-version.ts";
import type { Proposed } from "./proposed.ts";

export type Root = { id: number };
export type Published = { indicator: string; fromOn: string; root: number };

/** The whole prefecture's business. */
export async function rootOf({ sql }: Pick<Work, "sql">): Promise<Root | null> {
  const [root] = await sql<Root>`select id from division where level = 'PREFECTURE'`;
  return root ?? null;
}

/** Versions are written one after the other: whoever comes second sees what the first has begun. */
export const oneAtATime = ({ sql }: Pick<Work, "sql">) =>
  sql`select pg_advisory_xact_lock(334002)::text as held`;

type Writing = Proposed & { why: string; retired?: boolean };

export async function publish(
  work: Work,
  root: Root,
  { declaration, fromOn, before, why, retired = false }: Writing,
): Promise<Published> {
  const { tx, viewer } = work;
  const digest = retired ? "retired" : countingDigest(declaration);
  await tx.$executeRaw`
    insert into indicator_version (indicator, from_on, declaration, digest, origin, account_id, account_name, why, retired)
    values (${declaration.id}, ${fromOn}::date, ${JSON.stringify(declaration)}::jsonb, ${digest}, 'OFFICE', ${viewer.accountId}, ${viewer.name}, ${why}, ${retired})`;
  if (before === null || digest !== countingDigest(before))
    await enqueue(work, RECOUNT_JOB, { indicator: declaration.id });
  work.note({
    ...{ entity: "indicator", entityId: declaration.id, divisionId: root.id, field: fromOn },
    ...{ old: before && JSON.stringify(before), new: retired ? null : JSON.stringify(declaration) },
  });
  return { indicator: declaration.id, fromOn, root: root.id };
}

export const told = ({ indicator, fromOn, root }: Published) => ({
  ...{ subject: `indicator:${indicator}`, division: root, fromOn },
});
