/** members.correct: what was entered of a member is put right; who a person is, where the roster alone keeps it. */
import { maskPhone } from "#lib/base/mask.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { keepSearchEntry } from "#lib/domains/people/search-entry.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { CorrectMember } from "../input.ts";
import { asColumns, checkedFacts, noteFacts } from "../inside/facts.ts";
import { about, type Member, mayEdit, memberOf } from "../inside/member.ts";
import { birthTyped, ethnicityTyped } from "../inside/person.ts";
import type { Deed } from "../member.ts";

export const correctMember = command({
  name: "members.correct",
  tells: "partyMember.corrected",
  input: CorrectMember,
  subject: (work, { id }) => memberOf(work, id),
  may: mayEdit,
  run: async (work, input, member): Promise<Deed> => {
    const { id, version } = input;
    const mine = await keptHere(work, member.personId);
    const birthOn = mine ? birthTyped(input.birthOn, work.today) : member.birthOn;
    const facts = checkedFacts(work, input, member, birthOn);
    const { count } = await work.tx.partyMember.updateMany({
      where: { id, version },
      data: { ...asColumns(facts), version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    noteFacts(work, member, member, facts);
    if (mine)
      await correctPerson(work, member, mine, {
        name: input.name ?? member.name,
        sex: input.sex || null,
        birthOn,
        ethnicity: ethnicityTyped(input.ethnicity),
        // A page never shows the whole number, so an empty field means that it stays.
        phone: input.phone ?? mine.phone,
      });
    return { id, on: null, to: null };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `partyMember:${id}`, division: divisionId }),
});

type Who = {
  name: string;
  sex: "M" | "F" | null;
  birthOn: string | null;
  ethnicity: string | null;
  phone: string | null;
};
type Kept = Who & { divisionId: number; hasIdNo: boolean; detail: string };

/** A family's member is mended with the family, somebody with an account by whoever looks after it. */
async function keptHere({ sql, viewer }: Work, personId: string): Promise<Kept | null> {
  const [person] = await sql<Kept>`
    select p.name, p.sex, p.birth_on::text as "birthOn", p.ethnicity, p.phone, p.division_id as "divisionId", p.id_no_digest is not null as "hasIdNo",
      coalesce(p.unit_name, '') as detail
    from person p where p.id = ${personId}::uuid and p.household_id is null and p.unit_name is null
      and ${reachable(viewer, { division: "p.division_id" })}`;
  return person ?? null;
}

async function correctPerson(work: Work, member: Member, before: Kept, typed: Who): Promise<void> {
  // Sex and birth stand in the number itself.
  const after = before.hasIdNo ? { ...typed, sex: before.sex, birthOn: before.birthOn } : typed;
  const { birthOn, ...rest } = after;
  const { count } = await work.tx.person.updateMany({
    where: { id: member.personId },
    data: {
      ...rest,
      birthOn: birthOn === null ? null : dayToColumn(birthOn),
      ...pinyinKeys(after.name),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw rule("member.personGone");
  for (const field of ["name", "sex", "birthOn", "ethnicity"] as const)
    if (before[field] !== after[field])
      work.note({ ...about(member), field, old: before[field], new: after[field] });
  const masked = (phone: string | null) => (phone === null ? null : maskPhone(phone));
  if (before.phone !== after.phone)
    work.note({ ...about(member), field: "phone", old: masked(before.phone), new: masked(after.phone) });
  if (before.name !== after.name)
    await keepSearchEntry(work, {
      kind: "person",
      subjectId: member.personId,
      divisionId: before.divisionId,
      householdId: null,
      title: after.name,
      detail: member.orgName ?? before.detail,
    });
}
