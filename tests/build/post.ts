// Builds posts with their places, and tenures with what the holders are known for.
import { traitsOf } from "#lib/domains/posts/post.ts";
import { insert, type Owner } from "./owner.ts";

export type PostGiven = {
  id?: string;
  divisionId: number;
  partyOrgId?: number | null;
  kind: string;
  principal?: boolean;
  /** [from, places] */
  quotas?: readonly (readonly [string, number])[];
};

export async function aPost(owner: Owner, given: PostGiven): Promise<{ id: string; divisionId: number }> {
  const { principal, core } = traitsOf(given.kind);
  const { id } = await insert<{ id: string }>(owner, "post", {
    id: given.id,
    division_id: given.divisionId,
    party_org_id: given.partyOrgId,
    kind: given.kind,
    principal: given.principal ?? principal,
    core,
  });
  for (const [fromOn, places] of given.quotas ?? [["2026-01-01", 1]])
    await insert(owner, "post_quota", {
      post_id: id,
      division_id: given.divisionId,
      from_on: fromOn,
      places,
    });
  return { id, divisionId: given.divisionId };
}

export type TenureGiven = {
  id?: string;
  post: { id: string; divisionId: number };
  person: { id: string; name: string };
  fromOn: string;
  toOn?: string | null;
  source?: string;
  endReason?: string;
  /** Tag → the year of its assessment. */
  tags?: Record<string, number | null>;
};

export async function aTenure(owner: Owner, given: TenureGiven): Promise<{ id: string }> {
  const { post, person } = given;
  const { id } = await insert<{ id: string }>(owner, "tenure", {
    id: given.id,
    post_id: post.id,
    division_id: post.divisionId,
    person_id: person.id,
    person_name: person.name,
    from_on: given.fromOn,
    to_on: given.toOn,
    source: given.source ?? "ELECTED",
    end_reason: given.toOn ? (given.endReason ?? "TERM_OVER") : null,
  });
  for (const [tag, year] of Object.entries(given.tags ?? {}))
    await insert(owner, "tenure_tag", {
      tenure_id: id,
      division_id: post.divisionId,
      tag,
      assessed_in: year,
    });
  return { id };
}
