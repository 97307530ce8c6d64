/** instructions.give: a leader asks somebody at a unit below, about a figure as it stands or freely. Stored once however often it is sent. */

import { spanOf } from "#lib/indicators/fact.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, notFound, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { GiveInstruction } from "../input.ts";
import { dueTyped } from "../inside/due.ts";
import { figureNow } from "../inside/stood.ts";
import { asksForAnswer } from "../instruction.ts";
import { mayGive } from "../policy.ts";

type Addressee = { name: string | null; unit: string; role: string };
type Place = { divisionId: number };

export const giveInstruction = command({
  name: "instructions.give",
  tells: "instruction.given",
  input: GiveInstruction,
  subject: async ({ sql, viewer }, { divisionId }): Promise<Place | null> => {
    const [place] =
      await sql<Place>`select id as "divisionId" from division where id = ${divisionId} and closed_on is null`;
    return place && reaches(viewer, place.divisionId) ? place : null;
  },
  may: (viewer, { divisionId }) => mayGive(viewer, divisionId),
  run: async (work, { id, to, kind, words, indicator: asked, period, ...input }, { divisionId }) => {
    const { sql, tx, viewer, today } = work;
    const [before] = await sql<{ mine: boolean }>`
      select account_id = ${viewer.accountId} and division_id = ${divisionId} as mine from instruction where id = ${id}::uuid`;
    if (before && !before.mine) throw notFound();
    if (before) return { id, repeated: true };
    if (kind === "OTHER" && !words) throw rule("instruction.words", undefined, "words");
    const whom = await addresseeAt(work, divisionId, to);
    const dueOn = asksForAnswer(kind) ? await dueTyped(work, divisionId, input.dueOn) : null;
    const indicator =
      asked && period ? (await catalogOf(work)).on(asked, spanOf(period, today).asOf) : undefined;
    if (asked && !(indicator && period)) throw invalid({ indicator: [{ key: "unknownChoice" }] });
    const stood = indicator && period ? await figureNow(work, { indicator, unit: divisionId, period }) : null;
    const made = await tx.$executeRaw`
      insert into instruction (id, division_id, from_division, account_id, account_name, kind, words, addressee, to_name, to_unit, to_role, given_on, due_on,
        indicator, period, part, whole, light, missing)
      values (${id}::uuid, ${divisionId}, ${await seatOf(work, divisionId)}, ${viewer.accountId}, ${viewer.name}, ${kind}, ${words}, ${to}, ${whom.name}, ${whom.unit},
        ${whom.role}, ${today}::date, ${dueOn}::date, ${stood?.indicator ?? null}, ${stood?.period ?? null}, ${stood?.part ?? null}::int,
        ${stood?.whole ?? null}::int, ${stood?.light ?? null}, ${stood?.missing ?? null}::int)
      on conflict (id) do nothing`;
    if (made === 0) throw notFound();
    return { id, repeated: false };
  },
  fact: ({ id, repeated }, { kind, to, indicator }, { divisionId }) => ({
    ...{ subject: `instruction:${id}`, division: divisionId, kind, to },
    ...(indicator ? { indicator } : {}),
    ...(repeated ? { repeated } : {}),
  }),
});

async function addresseeAt({ sql }: Work, place: number, to: string): Promise<Addressee> {
  const [found] = await sql<Addressee>`
    select name, unit, role from sec.instruction_addressees(${place}) where addressee = ${to} limit 1`;
  if (!found) throw invalid({ to: [{ key: "unknownChoice" }] });
  return found;
}

/** In whose name: the highest of the viewer's own units that leads this one. */
async function seatOf({ sql, viewer }: Work, place: number): Promise<number> {
  const seats = viewer.grants
    .filter((grant) => mayGive({ ...viewer, grants: [grant] }, place))
    .map(({ divisionId }) => divisionId);
  const [seat] = await sql<{ id: number }>`
    select ancestor_id as id from division_closure where node_id = ${place} and to_on is null and ancestor_id = any (${seats}::int[]) order by depth desc limit 1`;
  return seat?.id ?? place;
}
