// Builds a Party member: his row, the rosters in which he stood, and what held of him.
import { insert, type Owner } from "./owner.ts";

export type SpellGiven = {
  org: { id: number; divisionId: number };
  fromOn: string;
  how?: "ADMITTED" | "FOUND" | "TRANSFERRED" | "CAME";
};
export type MemberGiven = {
  id?: string;
  personId: string;
  /** One after the other; each ends when the next begins. */
  spells: readonly SpellGiven[];
  joinedOn: string;
  fullOn?: string | null;
  memberGroup?: string;
  partyPost?: string;
  duty?: string;
  flags?: readonly { flag: string; fromOn: string; toOn?: string; whereTo?: string }[];
  end?: { how: "OUT" | "DIED" | "EXPELLED"; on: string; wentTo?: string };
};

export async function aPartyMember(owner: Owner, given: MemberGiven): Promise<{ id: string }> {
  const { spells, end } = given;
  const last = spells.at(-1);
  const [person] = await owner.look<{ name: string; sex: string; birth_on: string; ethnicity: string }>(
    "select name, sex, birth_on::text, ethnicity from person where id = $1",
    [given.personId],
  );
  if (!last || !person) throw new Error("a member stands in a roster and is somebody");
  const { id } = await insert<{ id: string }>(owner, "party_member", {
    id: given.id,
    person_id: given.personId,
    ...person,
    joined_on: given.joinedOn,
    full_on: given.fullOn,
    member_group: given.memberGroup ?? "HERDER",
    party_post: given.partyPost,
    duty: given.duty,
    division_id: last.org.divisionId,
    // Whole only with his roster, which comes in a statement of its own.
    status: end?.how ?? "OUT",
    status_on: end?.on ?? given.joinedOn,
  });
  for (const [at, spell] of spells.entries()) {
    const next = spells[at + 1];
    const leaving = next
      ? { to_on: next.fromOn, ended: "TRANSFERRED", to_org_id: next.org.id }
      : end
        ? { to_on: end.on, ended: end.how, went_to: end.wentTo }
        : {};
    const row = {
      member_id: id,
      org_id: spell.org.id,
      division_id: spell.org.divisionId,
      from_on: spell.fromOn,
      how: spell.how ?? (at > 0 ? "TRANSFERRED" : "ADMITTED"),
      ...leaving,
    };
    if (next || end) await insert(owner, "party_membership", row);
    else
      await owner.look(
        `with on_the_rolls as (update party_member set status = 'ACTIVE', status_on = null where id = $1)
         insert into party_membership (member_id, org_id, division_id, from_on, how) values ($1, $2, $3, $4, $5)`,
        [id, row.org_id, row.division_id, row.from_on, row.how],
      );
  }
  for (const { flag, fromOn, toOn, whereTo } of given.flags ?? [])
    await insert(owner, "party_member_flag", {
      member_id: id,
      flag,
      from_on: fromOn,
      to_on: toOn,
      where_to: whereTo,
    });
  return { id };
}
