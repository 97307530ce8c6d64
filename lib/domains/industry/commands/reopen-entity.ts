/** industry.reopen: its end was written down by mistake; it has operated all along. Asked twice, it is done once. */
import { command } from "#lib/platform/command.ts";
import { conflict } from "#lib/platform/problem.ts";
import { ReopenEntity } from "../input.ts";
import { entityOf, mayEdit } from "../inside/entity.ts";

export const reopenEntity = command({
  name: "industry.reopen",
  tells: "industryEntity.reopened",
  input: ReopenEntity,
  subject: (work, { id }) => entityOf(work.sql, id),
  may: mayEdit,
  run: async (work, { id, version }, { closedOn, closedWhy, divisionId, version: now }) => {
    if (closedOn === null && version < now) return { id };
    const { count } = await work.tx.industryEntity.updateMany({
      where: { id, version },
      data: { closedOn: null, closedWhy: null, version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    if (closedOn === null) return { id };
    const about = { entity: "industryEntity", entityId: id, divisionId };
    work.note({ ...about, field: "closedOn", old: `${closedOn} ${closedWhy}`, new: null });
    return { id };
  },
  fact: ({ id }, _input, { divisionId, closedOn }) => ({
    subject: `industryEntity:${id}`,
    division: divisionId,
    closedOn,
  }),
});
