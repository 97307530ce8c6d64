// Instructions of two years: the prefecture and the county ask about figures as they stood, most are answered in time, one was sent back, one is late, some wait.
import type pg from "pg";
import { addDays, addMonths } from "#lib/base/calendar.ts";
import { type Period, periodOf } from "#lib/base/period.ts";
import { addWorkingDays } from "#lib/domains/workdays/workday.ts";
import { indicatorById } from "#lib/indicators/catalog.ts";
import { dueByNow, lightOf } from "#lib/indicators/light.ts";
import { OFFICE, TOLD, type Told } from "./instructions.data.ts";
import { HOME } from "./story.ts";
import { writtenAt } from "./written.ts";

const PLAIN = { national: new Map(), local: new Map() };

/** After the roll-ups, since an instruction keeps the figure as it stood. */
export async function addInstructions(client: pg.ClientBase, today: string): Promise<void> {
  for (const told of TOLD) await addOne(client, told, today);
}

async function addOne(client: pg.ClientBase, told: Told, today: string): Promise<void> {
  const givenOn = addDays(today, -told.ago);
  const due = told.kind === "PRAISE" ? null : addWorkingDays(givenOn, 3, PLAIN);
  const { rows: places } = await client.query<{ unit: number; seat: number; giver: number; office: number }>(
    `select d.id as unit, g.division_id as seat, a.id as giver, k.id as office from account a join role_grant g on g.account_id = a.id and g.delegation_id is null
     cross join division k cross join division d join division p on p.id = d.parent_id
     where a.name = $1 and k.name = $3 and k.level = 'COUNTY' and d.name = $2 and d.closed_on is null
       and exists (select 1 from division_closure c where c.ancestor_id = k.id and c.node_id = d.id and c.to_on is null) order by g.id limit 1`,
    [told.by, told.unit, HOME.county],
  );
  const at = places[0];
  if (!at) return;
  const whom = await addresseeOf(client, told.to, at.office);
  if (!whom) return;
  const stood = told.about ? await stoodAt(client, told.about, at.unit, givenOn) : null;
  const { rows } = await client.query<{ id: string }>(
    `insert into instruction (id, division_id, from_division, account_id, account_name, kind, words, addressee, to_name, to_unit, to_role, given_on, due_on,
       indicator, period, part, whole, light, missing, created_at)
     values (new_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) returning id`,
    [
      ...[at.unit, at.seat, at.giver, told.by, told.kind, told.words ?? null],
      ...[whom.addressee, whom.name, whom.unit, whom.role, givenOn, due],
      ...[stood?.indicator, stood?.period, stood?.part, stood?.whole, stood?.light, stood?.missing],
      writtenAt(givenOn, 9, 20),
    ],
  );
  const id = rows[0]!.id;
  const answerer = whom.account;
  const giver = { id: at.giver, name: told.by };
  const step = async (
    after: number,
    kind: string,
    by: { id: number; name: string },
    words: string | null,
    dueOn: string | null = null,
  ) => {
    const day = addDays(givenOn, after);
    if (day > today) return;
    await client.query(
      `insert into instruction_step (instruction_id, division_id, nth, kind, on_day, words, due_on, account_id, account_name, created_at)
       values ($1, 0, 0, $2, $3, $4, $5, $6, $7, $8)`,
      [id, kind, day, words, dueOn, by.id, by.name, writtenAt(day, 10 + Math.min(after, 7), 15)],
    );
  };
  if (told.withdrawn) return step(told.withdrawn[0], "WITHDRAWN", giver, told.withdrawn[1]);
  if (told.read !== undefined) await step(told.read, "READ", answerer, null);
  if (told.reminded) await step(told.reminded, "REMINDED", giver, null);
  if (told.reply) await step(told.reply[0], "REPLIED", answerer, told.reply[1]);
  if (told.back) {
    const [after, why, again, words] = told.back;
    await step(after, "RETURNED", giver, why, addDays(givenOn, again + 1));
    await step(again, "REPLIED", answerer, words);
  }
  if (told.accept) await step(told.accept, "ACCEPTED", giver, null);
}

type Whom = {
  addressee: string;
  name: string | null;
  unit: string;
  role: string;
  account: { id: number; name: string };
};
async function addresseeOf(client: pg.ClientBase, to: string, office: number): Promise<Whom | null> {
  const { rows } = await client.query<{ id: number; name: string; unit: string; role: string }>(
    `select a.id, a.name, d.name as unit, g.role from account a join role_grant g on g.account_id = a.id and g.delegation_id is null join division d on d.id = g.division_id
     where a.name = $1 or (g.role = $1 and g.division_id = $2) order by g.id limit 1`,
    [to, office],
  );
  const found = rows[0];
  if (!found) return null;
  const named = to !== OFFICE;
  return {
    ...{ addressee: named ? `account:${found.id}` : `${OFFICE}@${office}`, name: named ? found.name : null },
    ...{ unit: found.unit, role: found.role, account: { id: found.id, name: found.name } },
  };
}

/** Of the month that had ended when it was given, as the roll-ups have it. */
async function stoodAt(client: pg.ClientBase, about: string, unit: number, givenOn: string) {
  const indicator = indicatorById(about);
  const period: Period = periodOf(addMonths(givenOn, -1), "month");
  const { rows } = await client.query<{ part: number; whole: number; target: number | null }>(
    `select r.numerator::int as part, r.denominator::int as whole, (select t.value::int from target t join division_closure c on c.ancestor_id = t.division_id and c.to_on is null
       where c.node_id = r.division_id and t.indicator = r.indicator and t.year = $4 order by c.depth limit 1) as target
     from rollup r where r.indicator = $1 and r.division_id = $2 and r.period = $3`,
    [about, unit, period, Number(period.slice(0, 4))],
  );
  const kept = rows[0];
  if (!indicator || !kept) return null;
  const light = lightOf(kept, dueByNow(indicator, kept.target, period, givenOn), indicator);
  return {
    indicator: about,
    period,
    part: kept.part,
    whole: kept.whole,
    light,
    missing: kept.whole - kept.part,
  };
}
