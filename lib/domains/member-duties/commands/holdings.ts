/** duties.propose, duties.step, duties.endHolding, duties.review: a member applies or is recommended, the branch decides, publishes and signs; then it checks and gives stars. */
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, notFound, rule } from "#lib/platform/problem.ts";
import { NEXT, type Unfit } from "../duty.ts";
import { EndHolding, Propose, ReviewHolding, TakeStep } from "../input.ts";
import { dayTyped, heldHolding, heldPost, mayKeep, memberReadable, unfitSql } from "../inside/held.ts";

export const propose = command({
  name: "duties.propose",
  tells: "dutyHolding.proposed",
  input: Propose,
  subject: (work, { id }) => heldPost(work, id),
  may: mayKeep,
  run: async ({ sql, viewer, today }, { id, memberId, how, promise, proposedOn: typed }, post) => {
    if (post.toOn !== null) throw rule("duty.postClosed");
    const proposedOn = dayTyped(typed, today, "proposedOn");
    const [member] = await sql<{ name: string; unfit: Unfit | null; here: boolean }>`
      select m.name, ${unfitSql("m", today)} as unfit, exists (select 1 from party_membership s where s.member_id = m.id and s.org_id = ${post.orgId} and s.to_on is null) as here
      from party_member m where m.id = ${memberId}::uuid and m.status = 'ACTIVE' and ${memberReadable(viewer, "m.places")}`;
    if (!member) throw notFound();
    if (!member.here) throw rule("duty.otherRoster", { name: member.name }, "memberId");
    if (member.unfit) throw rule(`duty.unfit.${member.unfit}`, { name: member.name }, "memberId");
    const [again] =
      await sql`select 1 from duty_holding where post_id = ${id}::uuid and member_id = ${memberId}::uuid and status in ('PROPOSED', 'AGREED', 'PUBLISHED', 'SIGNED')`;
    if (again) throw rule("duty.proposedAlready", { name: member.name }, "memberId");
    await sql`insert into duty_holding (post_id, division_id, member_id, member_name, how, promise, proposed_on, account_id)
      values (${id}::uuid, ${post.divisionId}, ${memberId}::uuid, ${member.name}, ${how}, ${promise}, ${proposedOn}::date, ${viewer.accountId})`;
    return { id };
  },
  fact: ({ id }, { how }, { divisionId }) => ({ subject: `dutyPost:${id}`, division: divisionId, how }),
});

export const takeStep = command({
  name: "duties.step",
  tells: "dutyHolding.stepped",
  input: TakeStep,
  subject: (work, { id }) => heldHolding(work, id),
  may: mayKeep,
  run: async ({ sql, today }, { id, step, on: typed, why }, holding) => {
    if (!NEXT[holding.status].includes(step)) throw conflict("duty.stepMeanwhile");
    if (step === "REFUSED" && (why?.length ?? 0) < 2) throw invalid({ why: [{ key: "duty.whyRefused" }] });
    const on = dayTyped(typed, today, "on");
    const since = holding.publishedOn ?? holding.decidedOn ?? holding.proposedOn;
    if (on < since) throw rule("duty.beforeStep", { day: since }, "on");
    if (step === "SIGNED") {
      const [full] = await sql<{
        held: number;
      }>`select count(*)::int as held from duty_holding where post_id = ${holding.postId}::uuid and status = 'SIGNED'`;
      if ((full?.held ?? 0) >= holding.places) throw rule("duty.postFull", { count: holding.places });
    }
    const changed =
      await sql`update duty_holding set status = ${step}, why = ${step === "REFUSED" ? why : null},
        decided_on = case when ${step} in ('AGREED', 'REFUSED') then ${on}::date else decided_on end,
        published_on = case when ${step} = 'PUBLISHED' then ${on}::date when ${step} = 'REFUSED' then null else published_on end,
        signed_on = case when ${step} = 'SIGNED' then ${on}::date else signed_on end
      where id = ${id}::uuid and status = ${holding.status} returning id`;
    if (changed.length === 0) throw conflict();
    return { id: holding.postId };
  },
  fact: ({ id }, { step }, { divisionId }) => ({ subject: `dutyPost:${id}`, division: divisionId, step }),
});

export const endHolding = command({
  name: "duties.endHolding",
  tells: "dutyHolding.ended",
  input: EndHolding,
  subject: (work, { id }) => heldHolding(work, id),
  may: mayKeep,
  run: async ({ sql, today }, { id, on: typed, why }, holding) => {
    if (["REFUSED", "ENDED"].includes(holding.status)) throw conflict("duty.stepMeanwhile");
    const on = dayTyped(typed, today, "on");
    const since = holding.signedOn ?? holding.proposedOn;
    if (on < since) throw rule("duty.beforeStep", { day: since }, "on");
    await sql`update duty_holding set status = 'ENDED', ended_on = ${on}::date, why = ${why} where id = ${id}::uuid`;
    return { id: holding.postId };
  },
  fact: ({ id }, _input, { divisionId }) => ({ subject: `dutyPost:${id}`, division: divisionId }),
});

export const reviewHolding = command({
  name: "duties.review",
  tells: "dutyHolding.reviewed",
  input: ReviewHolding,
  subject: (work, { id }) => heldHolding(work, id),
  may: mayKeep,
  run: async ({ sql, viewer, today }, { id, year, part, result, stars, words }, holding) => {
    if (holding.signedOn === null) throw rule("duty.notSigned");
    if (year > Number(today.slice(0, 4)) || year < Number(holding.signedOn.slice(0, 4)))
      throw invalid({ year: [{ key: "choose" }] });
    if (part === "HALF" && !result) throw invalid({ result: [{ key: "choose" }] });
    if (part === "YEAR" && !stars) throw invalid({ stars: [{ key: "choose" }] });
    await sql`
      insert into duty_review (holding_id, division_id, year, part, result, stars, words, account_id, account_name)
      values (${id}::uuid, ${holding.divisionId}, ${year}, ${part}, ${part === "HALF" ? (result ?? null) : null}, ${part === "YEAR" ? Number(stars) : null}::int, ${words}, ${viewer.accountId}, ${viewer.name})
      on conflict (holding_id, year, part) do update set result = excluded.result, stars = excluded.stars, words = excluded.words,
        account_id = excluded.account_id, account_name = excluded.account_name, created_at = now()`;
    return { id: holding.postId };
  },
  fact: ({ id }, { part, year }, { divisionId }) => ({
    subject: `dutyPost:${id}`,
    division: divisionId,
    part,
    year,
  }),
});
