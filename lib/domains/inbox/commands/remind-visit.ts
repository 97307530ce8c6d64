/** An officer reminds the helpers of a household of a visit that is due (催办): each of them at most once in 24 hours. */

import { firstDay, lastDay, periodOf } from "#lib/base/period.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { reachable } from "#lib/domains/divisions/place.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { Scope, Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { RemindVisit } from "../input.ts";
import { toPerson } from "../notice.ts";
import { sendNotice } from "../tell.ts";

export const mayRemind = (viewer: Viewer, divisionId: number) =>
  may(viewer, "visit.review", divisionId) || may(viewer, "pairing.edit", divisionId);

type Subject = { id: string; divisionId: number };
type Owing = { helperId: string; name: string; byOn: string; againAt: string | null; signsIn: boolean };

export const remindVisit = command({
  name: "inbox.remindVisit",
  tells: "visit.reminded",
  input: RemindVisit,
  subject: async ({ sql, viewer }, { household }): Promise<Subject | null> => {
    const [row] = await sql<Subject>`
      select h.id, h.division_id as "divisionId" from household h
      where h.id = ${household}::uuid and ${reachable(viewer, { division: "h.division_id", household: "h.id" })}`;
    return row ?? null;
  },
  may: (viewer, { divisionId }) => mayRemind(viewer, divisionId),
  run: async (work, _input, household) => {
    const owing = await whoOwes(work, household.id);
    if (owing.length === 0) throw rule("inbox.nothingDue");
    const open = owing.filter(({ againAt }) => againAt === null);
    if (open.length === 0)
      throw rule("inbox.tooSoon", { when: owing.map(({ againAt }) => againAt).sort()[0] ?? "" });
    for (const helper of open) await remind(work, household, helper);
    const byPhone = open.filter(({ signsIn }) => !signsIn).map(({ name }) => name);
    return { id: household.id, told: open.length, byPhone };
  },
  fact: ({ told }, _input, { id, divisionId }) => ({
    subject: `household:${id}`,
    division: divisionId,
    told,
  }),
});

async function remind(
  { tx, viewer, ...work }: Work,
  { id, divisionId }: Subject,
  helper: Owing,
): Promise<void> {
  const subject = `visit:${id}`;
  // Raw, since both moments must come from one clock.
  await tx.$executeRaw`
    insert into reminder (subject, receiver, receiver_name, household_id, division_id, from_account_id, from_name, sent_at, again_at)
    values (${subject}, ${toPerson(helper.helperId)}, ${helper.name}, ${id}::uuid, ${divisionId}, ${viewer.accountId}, ${viewer.name},
      now(), now() + interval '24 hours')`;
  const key = `reminded:${subject}:${helper.helperId}:${new Date().toISOString()}`;
  await sendNotice(
    { tx, viewer, ...work },
    {
      to: toPerson(helper.helperId),
      kind: "reminded",
      subject: `household:${id}`,
      details: { due: helper.byOn },
      key,
    },
  );
}

/** Helpers of today whose running month or quarter still misses visits, and from when on each may be reminded again. */
function whoOwes({ sql, today }: Pick<Scope, "sql" | "today">, household: string): Promise<Owing[]> {
  const [month, quarter] = [periodOf(today, "month"), periodOf(today, "quarter")];
  const [monthEnd, quarterEnd] = [lastDay(month), lastDay(quarter)];
  return sql<Owing>`
    with owed as (
      select 'MONTH' as period, f.pairing_id, f.required, f.done, ${monthEnd}::date as by_on
      from fact_duties(${firstDay(month)}::date, ${today}::date, ${monthEnd}::date) f where f.household_id = ${household}::uuid
      union all
      select 'QUARTER', f.pairing_id, f.required, f.done, ${quarterEnd}::date
      from fact_duties(${firstDay(quarter)}::date, ${today}::date, ${quarterEnd}::date) f where f.household_id = ${household}::uuid)
    select p.helper_id as "helperId", min(p.helper_name) as name, min(o.by_on)::text as "byOn", sec.signs_in(p.helper_id) as "signsIn",
      (select to_char(max(m.again_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') from reminder m
        where m.subject = ${`visit:${household}`} and m.receiver = 'person:' || p.helper_id and m.again_at > now()) as "againAt"
    from pairing p join owed o on o.pairing_id = p.id and o.required > o.done
    join lateral (select period from visit_rule where helper_kind = p.kind and from_on <= ${today}::date
      and (to_on is null or to_on > ${today}::date) order by from_on desc limit 1) r on r.period = o.period
    where p.household_id = ${household}::uuid and p.from_on <= ${today}::date and (p.to_on is null or p.to_on > ${today}::date)
    group by p.helper_id`;
}
