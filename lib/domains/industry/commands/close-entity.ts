/** industry.close: it no longer operates from a day on; its links and its Party coverage stay as they were, and hold no longer than it does. */
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { CloseEntity } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { entityOf, mayEdit, stillOperating } from "../inside/entity.ts";

export const closeEntity = command({
  name: "industry.close",
  tells: "industryEntity.closed",
  input: CloseEntity,
  subject: (work, { id }) => entityOf(work.sql, id),
  may: mayEdit,
  run: async (work, { id, version, closedOn: typed, why }, entity) => {
    stillOperating(entity);
    const closedOn = dayTyped(typed, work.today, "closedOn");
    if (closedOn < entity.openedOn) throw rule("industry.closedEarly", { day: entity.openedOn }, "closedOn");
    const { count } = await work.tx.industryEntity.updateMany({
      where: { id, version },
      data: { closedOn: dayToColumn(closedOn), closedWhy: why, version: { increment: 1 } },
    });
    if (count === 0) throw conflict();
    const about = { entity: "industryEntity", entityId: id, divisionId: entity.divisionId };
    work.note({ ...about, field: "closedOn", old: null, new: `${closedOn} ${why}` });
    return { id, closedOn };
  },
  fact: ({ id, closedOn }, _input, { divisionId }) => ({
    subject: `industryEntity:${id}`,
    division: divisionId,
    closedOn,
  }),
});
