/** A post or a tenure as the subject of a deed, held until the deed is done, so that two deeds on one post follow each other. */
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { sql as part, raw } from "#lib/platform/sql.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

export type HeldPost = {
  id: string;
  divisionId: number;
  partyOrgId: number | null;
  kind: string;
  principal: boolean;
  /** Of the Party organization, or of the division. */
  team: string;
  /** When the organization or the division closed. */
  closedOn: string | null;
};

const POST =
  raw(`p.id, p.division_id as "divisionId", p.party_org_id as "partyOrgId", p.kind, p.principal, coalesce(o.name, d.name) as team,
  least(d.closed_on, o.closed_on)::text as "closedOn"`);
const FROM = raw(
  "post p join division d on d.id = p.division_id left join party_org o on o.id = p.party_org_id",
);
const within = (viewer: Viewer) => part`${reachable(viewer, { division: "p.division_id" })}`;

export async function heldPost({ sql, viewer }: Work, id: string): Promise<HeldPost | null> {
  const [post] =
    await sql<HeldPost>`select ${POST} from ${FROM} where p.id = ${id}::uuid and ${within(viewer)} for no key update of p`;
  return post ?? null;
}

export type HeldTenure = {
  id: string;
  personId: string;
  personName: string;
  fromOn: string;
  toOn: string | null;
  source: string;
  documentNo: string | null;
  endReason: string | null;
  version: number;
  post: HeldPost;
};

export async function heldTenure(work: Work, id: string): Promise<HeldTenure | null> {
  const [tenure] = await work.sql<Omit<HeldTenure, "post"> & { postId: string }>`
    select t.id, t.post_id as "postId", t.person_id as "personId", t.person_name as "personName", t.from_on::text as "fromOn", t.to_on::text as "toOn",
      t.source, t.document_no as "documentNo", t.end_reason as "endReason", t.version
    from tenure t where t.id = ${id}::uuid and ${reachable(work.viewer, { division: "t.division_id" })} for update of t`;
  const post = tenure ? await heldPost(work, tenure.postId) : null;
  return tenure && post ? { ...tenure, post } : null;
}

export const mayEdit = (viewer: Viewer, { divisionId }: { divisionId: number }) =>
  may(viewer, "post.edit", divisionId);
export const mayEditTenure = (viewer: Viewer, { post }: HeldTenure) => mayEdit(viewer, post);

/** A team that is no more takes nobody in any more. */
export function stillThere({ team, closedOn }: HeldPost, day: string, field: string): void {
  if (closedOn !== null && closedOn <= day) throw rule("post.closed", { team, day: closedOn }, field);
}

/** What was taken back is nothing to work on. */
export function notTakenBack({ endReason }: HeldTenure): void {
  if (endReason === "MISTAKE") throw rule("post.takenBack");
}

/** The history of a post tells who came, who went and how many places there were. */
export function notePost(
  work: Work,
  post: HeldPost,
  field: string,
  old: string | null,
  next: string | null,
): void {
  if (old === next) return;
  work.note({ entity: "post", entityId: post.id, divisionId: post.divisionId, field, old, new: next });
}
