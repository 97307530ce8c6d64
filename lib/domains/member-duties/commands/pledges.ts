/** duties.pledge, duties.deliver, duties.judge, duties.withdrawPledge: what a member promises, that it was done, and what another finds. */
import { addMonths, readDay } from "#lib/base/calendar.ts";
import { dayProblem } from "#lib/base/day-problem.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, refused, rule } from "#lib/platform/problem.ts";
import { Deliver, Judge, Pledge, WithdrawPledge } from "../input.ts";
import { dayTyped, heldMember, heldPledge, mayKeep } from "../inside/held.ts";

export const pledge = command({
  name: "duties.pledge",
  tells: "servicePledge.made",
  input: Pledge,
  subject: (work, { id }) => heldMember(work, id),
  may: mayKeep,
  run: async ({ sql, viewer, today }, { id, content, target, dueOn: typed }, member) => {
    if (member.orgId === null) throw rule("duty.noRoster", { name: member.name });
    const dueOn = readDay(typed, today);
    if (!dueOn) throw invalid({ dueOn: [dayProblem(typed, today)] });
    if (dueOn < today || dueOn > addMonths(today, 36)) throw invalid({ dueOn: [{ key: "duty.dueAhead" }] });
    await sql`insert into service_pledge (member_id, member_name, division_id, content, target, due_on, account_id)
      values (${id}::uuid, ${member.name}, ${member.divisionId}, ${content}, ${target}, ${dueOn}::date, ${viewer.accountId})`;
    return { id };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `partyMember:${id}`, division: divisionId }),
});

export const deliver = command({
  name: "duties.deliver",
  tells: "servicePledge.delivered",
  input: Deliver,
  subject: (work, { id }) => heldPledge(work, id),
  may: mayKeep,
  run: async ({ sql, viewer, today }, { id, on: typed, evidence }, { memberId, status }) => {
    if (status !== "OPEN" && status !== "DELIVERED") throw conflict("duty.pledgeSettled");
    const on = dayTyped(typed, today, "on");
    await sql`update service_pledge set status = 'DELIVERED', evidence = ${evidence}, delivered_on = ${on}::date, delivered_by = ${viewer.accountId} where id = ${id}::uuid`;
    return { id: memberId };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `partyMember:${id}`, division: divisionId }),
});

export const judge = command({
  name: "duties.judge",
  tells: "servicePledge.judged",
  input: Judge,
  subject: (work, { id }) => heldPledge(work, id),
  may: mayKeep,
  run: async ({ sql, viewer, today }, { id, verdict, words }, held) => {
    if (held.deliveredBy === viewer.accountId) throw refused("duty.ownPledge");
    if (verdict === "ACCEPTED" && held.status !== "DELIVERED") throw conflict("duty.notDelivered");
    if (verdict === "FAILED" && !["OPEN", "DELIVERED"].includes(held.status))
      throw conflict("duty.pledgeSettled");
    if (verdict === "FAILED" && held.dueOn > today) throw rule("duty.notDueYet", { day: held.dueOn });
    if (verdict === "FAILED" && (words?.length ?? 0) < 4)
      throw invalid({ words: [{ key: "duty.whyFailed" }] });
    await sql`update service_pledge set status = ${verdict}, judged_on = ${today}::date, judged_by = ${viewer.accountId}, judged_by_name = ${viewer.name}, verdict = ${words} where id = ${id}::uuid`;
    return { id: held.memberId };
  },
  fact: ({ id }, { verdict }, { divisionId }) => ({
    subject: `partyMember:${id}`,
    division: divisionId,
    verdict,
  }),
});

export const withdrawPledge = command({
  name: "duties.withdrawPledge",
  tells: "servicePledge.withdrawn",
  input: WithdrawPledge,
  subject: (work, { id }) => heldPledge(work, id),
  may: mayKeep,
  run: async ({ sql, today }, { id }, { memberId, status, dueOn }) => {
    if (status !== "OPEN") throw conflict("duty.pledgeSettled");
    if (dueOn < today) throw rule("duty.dueAlready", { day: dueOn });
    await sql`update service_pledge set status = 'WITHDRAWN' where id = ${id}::uuid`;
    return { id: memberId };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `partyMember:${id}`, division: divisionId }),
});
