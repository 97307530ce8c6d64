/** talent.fillPlace, talent.releasePlace: a talent takes a place of a demand from a day on, and gives it back. */
import { reachable } from "#lib/domains/divisions/place.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { FillPlace, ReleasePlace } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { demandOf, mayKeep, stillOpen, talentOf } from "../inside/subject.ts";

const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);

export const fillPlace = command({
  name: "talent.fillPlace",
  tells: "talentDemand.filled",
  input: FillPlace,
  subject: (work, { id }) => demandOf(work, id),
  may: mayKeep,
  run: async (work, { id, talentId, fromOn: typed }, demand) => {
    stillOpen(demand, "talent.demandClosed");
    const fromOn = dayTyped(typed, work.today, "fromOn");
    const talent = await talentOf(work, talentId);
    if (!talent) throw rule("talent.talentGone", undefined, "talentId");
    if (fromOn < demand.fromOn) throw rule("talent.listedLater", { day: demand.fromOn }, "fromOn");
    if (fromOn < talent.fromOn || (talent.toOn !== null && fromOn >= talent.toOn))
      throw rule("talent.notServing", { name: talent.name, day: fromOn }, "fromOn");
    const toOn = earlier(talent.toOn, demand.toOn);
    const { id: filling } = await work.tx.talentFilling.create({
      data: {
        demandId: id,
        talentId,
        divisionId: demand.divisionId,
        fromOn: dayToColumn(fromOn),
        toOn: toOn === null ? null : dayToColumn(toOn),
        accountId: work.viewer.accountId,
      },
      select: { id: true },
    });
    const about = { entity: "talentDemand", entityId: id, divisionId: demand.divisionId };
    work.note({ ...about, field: "place", old: null, new: `${talent.name} ${fromOn}` });
    return { id, filling };
  },
  fact: ({ id }, { talentId }, { divisionId }) => ({
    subject: `talentDemand:${id}`,
    division: divisionId,
    talent: talentId,
  }),
});

export const releasePlace = command({
  name: "talent.releasePlace",
  tells: "talentDemand.released",
  input: ReleasePlace,
  subject: async ({ sql, viewer }, { filling }) => {
    const [row] = await sql<{
      demandId: string;
      divisionId: number;
      name: string;
      fromOn: string;
      toOn: string | null;
    }>`
      select f.demand_id as "demandId", f.division_id as "divisionId", coalesce(t.name, '') as name, f.from_on::text as "fromOn", f.to_on::text as "toOn"
      from talent_filling f left join talent t on t.id = f.talent_id
      where f.id = ${filling}::uuid and ${reachable(viewer, { division: "f.division_id" })}`;
    return row ?? null;
  },
  may: mayKeep,
  run: async (work, { filling, toOn: typed, why }, held) => {
    if (held.toOn !== null && held.toOn <= work.today)
      throw rule("talent.releasedAlready", { day: held.toOn });
    const toOn = dayTyped(typed, work.today, "toOn");
    if (toOn < held.fromOn) throw rule("talent.endsBefore", undefined, "toOn");
    await work.tx.talentFilling.update({
      where: { id: filling },
      data: { toOn: dayToColumn(toOn), releasedWhy: why },
    });
    const about = { entity: "talentDemand", entityId: held.demandId, divisionId: held.divisionId };
    work.note({
      ...about,
      field: "place",
      old: `${held.name} ${held.fromOn}`,
      new: `${held.name} ${toOn} ${why}`,
    });
    return { id: held.demandId };
  },
  fact: ({ id }, { filling }, { divisionId }) => ({
    subject: `talentDemand:${id}`,
    division: divisionId,
    filling,
  }),
});
