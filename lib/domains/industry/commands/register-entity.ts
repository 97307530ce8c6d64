/** industry.register: puts an organization of the industry chain on the register, with the villages that it covers. */
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { RegisterEntity } from "../input.ts";
import { asColumns, checkedFacts, noteFacts } from "../inside/facts.ts";
import { writeVillages } from "../inside/write-villages.ts";

export const registerEntity = command({
  name: "industry.register",
  tells: "industryEntity.registered",
  input: RegisterEntity,
  subject: async ({ sql }, { divisionId }) => {
    const [seat] = await sql<{ id: number }>`select id from division where id = ${divisionId}`;
    return seat ?? null;
  },
  may: (viewer, seat) => may(viewer, "industry.edit", seat.id),
  run: async (work, input) => {
    const facts = await checkedFacts(work, input, null);
    const { id } = await work.tx.industryEntity.create({
      data: {
        ...asColumns(facts),
        openedOn: dayToColumn(facts.registeredOn ?? work.today),
        accountId: work.viewer.accountId,
      },
      select: { id: true },
    });
    await writeVillages(work, { id, divisionId: facts.divisionId }, input.villages);
    await noteFacts(work, id, null, facts);
    return { id };
  },
  fact: ({ id }, { divisionId, name, kind }) => ({
    subject: `industryEntity:${id}`,
    division: divisionId,
    name,
    kind,
  }),
});
