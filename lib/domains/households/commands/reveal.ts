/** Shows one whole ID number or phone number, to somebody who works with the family, for this answer only; each look is audited. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { unsealIdNo } from "#lib/platform/seal.ts";
import { REVEALS_A_DAY, type Revealed } from "../household.ts";
import { RevealIdNo, RevealPhone } from "../input.ts";
import { worksWith } from "../subject.ts";

type Subject = { id: string; divisionId: number; sealed: Uint8Array; digest: Uint8Array };

export const revealIdNo = command({
  name: "households.revealIdNo",
  tells: "idNumber.revealed",
  asks: "fresh-proof",
  input: RevealIdNo,
  subject: async (work, { householdId, personId }): Promise<Subject | null> => {
    const [row] = await work.sql<Subject>`
      select h.id, h.division_id as "divisionId", p.id_no_sealed as sealed, p.id_no_digest as digest
      from person p join household h on h.id = p.household_id
      where p.id = ${personId}::uuid and h.id = ${householdId}::uuid and p.id_no_sealed is not null`;
    return row ?? null;
  },
  may: worksWith,
  run: async (work, input, person): Promise<Revealed> => {
    await countReveal(work);
    return {
      shown: unsealIdNo(person.sealed, person.digest),
      subject: `person:${input.personId}`,
      divisionId: person.divisionId,
    };
  },
  fact: (result, input) => ({
    subject: result.subject,
    division: result.divisionId,
    reason: input.reason,
    field: "idNo",
  }),
});

export const revealPhone = command({
  name: "households.revealPhone",
  tells: "phone.revealed",
  asks: "fresh-proof",
  input: RevealPhone,
  subject: async (work, { householdId }) => {
    const [row] = await work.sql<{ id: string; divisionId: number; phone: string }>`
      select id, division_id as "divisionId", phone from household where id = ${householdId}::uuid and phone is not null`;
    return row ?? null;
  },
  may: worksWith,
  run: async (_work, _input, household): Promise<Revealed> => ({
    shown: household.phone,
    subject: `household:${household.id}`,
    divisionId: household.divisionId,
  }),
  fact: (result) => ({ subject: result.subject, division: result.divisionId, field: "phone" }),
});

/** One bucket per account and day of Beijing, counted before the number is opened. */
async function countReveal({ sql, viewer, today }: Work) {
  const [hit] = await sql<{ count: number }>`
    select sec.throttle_hit(${`reveal:${viewer.accountId}:${today}`}, interval '2 days') as count`;
  if ((hit?.count ?? 0) > REVEALS_A_DAY) throw rule("person.revealsUsedUp", { maximum: REVEALS_A_DAY });
}
