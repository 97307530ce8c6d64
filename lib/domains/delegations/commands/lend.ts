/** delegations.lend: lends roles to a colleague for some days; delegations.end: ends it at once, by either side or an administrator. */
import { addDays, daysBetween, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { type Leaver, ownGrants } from "#lib/domains/accounts/leaver.ts";
import { mayLend } from "#lib/domains/accounts/roles.ts";
import { toAccount } from "#lib/domains/inbox/notice.ts";
import { sendNotice } from "#lib/domains/inbox/tell.ts";
import { command } from "#lib/platform/command.ts";
import { type FieldProblems, invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { FARTHEST_DAYS, type Held, type Lent, LONGEST_DAYS } from "../delegation.ts";
import { EndDelegation, Lend } from "../input.ts";
import { lenderOf, mayLendFor } from "../inside/lender.ts";

export const lendRoles = command({
  name: "delegations.lend",
  tells: "delegation.begun",
  asks: "fresh-proof",
  input: Lend,
  subject: (work, { accountId }) => lenderOf(work, accountId),
  may: mayLendFor,
  run: async (work, input, lender): Promise<Lent> => {
    const { fromOn, toOn } = termOf(input, work.today);
    const chosen = ownGrants(lender).filter(({ id }) => input.grants.includes(id));
    if (chosen.length < new Set(input.grants).size || !chosen.every(({ role }) => mayLend(role)))
      throw rule("delegation.notLendable", undefined, "grants");
    if (input.to === lender.id) throw rule("delegation.toOneself", undefined, "to");
    await nobodyElseThen(work, lender, fromOn, toOn);
    const [made] = await work.sql<{ id: string }>`
      select sec.lend(${lender.id}, ${input.to}, ${input.grants}::int[], ${fromOn}::date, ${toOn}::date, ${input.reason}) as id`;
    const id = made?.id ?? "";
    const details = { fromOn, toOn };
    await sendNotice(work, {
      to: toAccount(input.to),
      kind: "delegated",
      subject: `delegation:${id}`,
      details: { ...details, by: lender.name },
      key: `delegated:${id}`,
    });
    return { id, accountId: lender.id, divisionId: lender.divisionId, to: input.to, fromOn, toOn };
  },
  fact: (result, { grants, reason }) => ({
    subject: `account:${result.accountId}`,
    division: result.divisionId,
    to: result.to,
    fromOn: result.fromOn,
    toOn: result.toOn,
    grants: grants.map(String),
    reason,
  }),
});

function termOf(typed: { fromOn: string; toOn: string }, today: string) {
  const fields: FieldProblems = {};
  const fromOn = readDay(typed.fromOn, today);
  const toOn = readDay(typed.toOn, today);
  if (!fromOn) fields.fromOn = [dayProblem(typed.fromOn, today)];
  else if (fromOn < today) fields.fromOn = [{ key: "delegation.past" }];
  else if (fromOn > addDays(today, FARTHEST_DAYS))
    fields.fromOn = [{ key: "delegation.tooFar", values: { days: FARTHEST_DAYS } }];
  if (!toOn) fields.toOn = [dayProblem(typed.toOn, today)];
  else if (fromOn && toOn < fromOn) fields.toOn = [{ key: "delegation.endsBefore" }];
  else if (fromOn && daysBetween(fromOn, toOn) >= LONGEST_DAYS)
    fields.toOn = [{ key: "delegation.tooLong", values: { days: LONGEST_DAYS } }];
  if (Object.keys(fields).length > 0 || !fromOn || !toOn) throw invalid(fields);
  return { fromOn, toOn };
}

/** The database says so as well, for two at one moment; here with the name and the days. */
async function nobodyElseThen({ sql }: Work, lender: Leaver, fromOn: string, toOn: string) {
  const [other] = await sql<{ name: string; until: string }>`
    select to_name as name, ((to_at at time zone 'Asia/Shanghai')::date - 1)::text as until from delegation
    where from_account = ${lender.id} and ended_at is null
      and from_at < (${toOn}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      and to_at > ${fromOn}::date::timestamp at time zone 'Asia/Shanghai' and to_at > now() limit 1`;
  if (other) throw rule("delegation.already", { name: other.name, day: other.until }, "fromOn");
}

export const endDelegation = command({
  name: "delegations.end",
  tells: "delegation.ended",
  input: EndDelegation,
  subject: async ({ sql }, { id }): Promise<Held | null> => {
    const [held] = await sql<Held>`
      select d.id, d.from_account as "from", d.to_account as "to", d.from_name as "fromName", d.to_name as "toName",
        (select division_id from account where id = d.from_account) as "divisionId"
      from delegation d where d.id = ${id}::uuid`;
    return held ?? null;
  },
  // Who sees it is one of the two, or looks after one of them; the database lets the lender's side and the taker end it.
  may: () => true,
  run: async (work, { id }, held) => {
    const [done] = await work.sql<{ ended: boolean }>`select sec.end_delegation(${id}::uuid) as ended`;
    if (!done?.ended) throw rule("delegation.overAlready");
    const other = held.from === work.viewer.accountId ? held.to : held.from;
    for (const to of held.from === work.viewer.accountId || held.to === work.viewer.accountId
      ? [other]
      : [held.from, held.to])
      await sendNotice(work, {
        to: toAccount(to),
        kind: "delegationEnded",
        subject: `delegation:${id}`,
        details: { by: held.fromName, to: held.toName },
        key: `delegationEnded:${id}:${to}`,
      });
    return held;
  },
  fact: (held) => ({ subject: `account:${held.from}`, division: held.divisionId ?? null, to: held.to }),
});
