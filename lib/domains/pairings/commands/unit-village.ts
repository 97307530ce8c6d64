/** unitVillages.take, .end, .replace, .withdraw: a unit takes a village from a day on, leaves it with a reason, is followed by another. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { reaches, type Viewer } from "#lib/platform/viewer.ts";
import { dayTyped } from "../inside/days.ts";
import { EndUnit, ReplaceUnit, TakeVillage, UnitVillageId } from "../unit-village-input.ts";

type At = { divisionId: number };
type Held = At & {
  id: string;
  unit: string;
  fromOn: string;
  toOn: string | null;
  version: number;
  /** Entered today by the viewer. */
  fresh: boolean;
};
type Unit = { unit: string; orgId?: number | undefined; contact: string | null };

const mayEdit = (viewer: Viewer, { divisionId }: At) => may(viewer, "pairing.edit", divisionId);

async function held({ sql, viewer }: Work, id: string): Promise<Held | null> {
  const [row] = await sql<Held>`
    select id, division_id as "divisionId", unit, from_on::text as "fromOn", to_on::text as "toOn", version,
      account_id = ${viewer.accountId} and to_on is null and (created_at at time zone 'Asia/Shanghai')::date = beijing_today() as fresh
    from unit_village where id = ${id}::uuid for update`;
  return row && reaches(viewer, row.divisionId) ? row : null;
}

async function take(work: Work, divisionId: number, { unit, orgId, contact }: Unit, fromOn: string) {
  if (orgId) {
    const [org] = await work.sql`select id from party_org where id = ${orgId} and closed_on is null`;
    if (!org) throw rule("pairing.orgGone", undefined, "orgId");
  }
  const [made] = await work.sql<{ id: string }>`
    insert into unit_village (division_id, unit, org_id, contact, from_on, account_id)
    values (${divisionId}, ${unit}, ${orgId ?? null}::int, ${contact}, ${fromOn}::date, ${work.viewer.accountId}) returning id`;
  const { id } = made!;
  note(work, { id, divisionId }, null, `${unit} ${fromOn}`);
  return id;
}

async function end(work: Work, before: Held, input: { version: number; toOn: string; reason: string }) {
  if (before.version !== input.version) throw conflict();
  const toOn = dayTyped(input.toOn, work.today, "toOn");
  if (before.toOn !== null) throw rule("pairing.endedAlready", { day: before.toOn });
  if (toOn <= before.fromOn) throw rule("pairing.endsBeforeItBegins", { day: before.fromOn }, "toOn");
  await work.sql`update unit_village set to_on = ${toOn}::date, end_reason = ${input.reason}, version = version + 1 where id = ${before.id}::uuid returning id`;
  note(work, before, before.unit, `${before.unit} ${toOn}`);
  return toOn;
}

const note = (work: Work, { id, divisionId }: At & { id: string }, old: string | null, said: string | null) =>
  work.note({ entity: "unitVillage", entityId: id, divisionId, field: "villageUnit", old, new: said });

export const takeVillage = command({
  name: "unitVillages.take",
  tells: "unitVillage.taken",
  input: TakeVillage,
  subject: async ({ sql, viewer }, { divisionId }): Promise<At | null> => {
    const [village] =
      await sql`select id from division where id = ${divisionId} and level = 'VILLAGE' and closed_on is null`;
    return village && reaches(viewer, divisionId) ? { divisionId } : null;
  },
  may: mayEdit,
  run: async (work, input, { divisionId }) => ({
    id: await take(work, divisionId, input, dayTyped(input.fromOn, work.today, "fromOn")),
    divisionId,
  }),
  fact: ({ id, divisionId }) => ({ subject: `unitVillage:${id}`, division: divisionId }),
});

export const endUnit = command({
  name: "unitVillages.end",
  tells: "unitVillage.ended",
  input: EndUnit,
  subject: (work, { id }) => held(work, id),
  may: mayEdit,
  run: async (work, input, before) => ({
    id: before.id,
    divisionId: before.divisionId,
    toOn: await end(work, before, input),
  }),
  fact: ({ id, divisionId, toOn }, { reason }) => ({
    ...{ subject: `unitVillage:${id}`, division: divisionId, toOn, reason },
  }),
});

export const replaceUnit = command({
  name: "unitVillages.replace",
  tells: "unitVillage.replaced",
  input: ReplaceUnit,
  subject: (work, { id }) => held(work, id),
  may: mayEdit,
  run: async (work, input, before) => {
    const toOn = await end(work, before, input);
    const fromOn = dayTyped(input.fromOn, work.today, "fromOn");
    if (fromOn < toOn) throw rule("pairing.successorTooEarly", { day: toOn }, "fromOn");
    const next = await take(work, before.divisionId, input, fromOn);
    return { id: before.id, divisionId: before.divisionId, next, toOn, fromOn };
  },
  fact: ({ id, divisionId, next, toOn, fromOn }, { reason }) => ({
    ...{ subject: `unitVillage:${id}`, division: divisionId, next, toOn, fromOn, reason },
  }),
});

/** By whoever entered it, on the same day; the row stays, with no day in it. */
export const withdrawUnit = command({
  name: "unitVillages.withdraw",
  tells: "unitVillage.withdrawn",
  input: UnitVillageId,
  subject: (work, { id }) => held(work, id),
  may: mayEdit,
  run: async (work, _input, before) => {
    if (!before.fresh) throw rule("pairing.withdrawToday");
    await work.sql`update unit_village set to_on = from_on, end_reason = 'MISTAKE', version = version + 1 where id = ${before.id}::uuid returning id`;
    note(work, before, before.unit, null);
    return { id: before.id, divisionId: before.divisionId };
  },
  fact: ({ id, divisionId }) => ({ subject: `unitVillage:${id}`, division: divisionId }),
});
