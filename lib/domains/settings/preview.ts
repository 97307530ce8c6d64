/** The look before the deed: what a new setting or visit rule would change, counted on the rows of today; nothing is written. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import type { Sql } from "#lib/platform/sql.ts";
import { countedFrom, type DatedRule, dueMonths, type Helped } from "./due-months.ts";
import { SetSetting, SetVisitRule } from "./input.ts";
import { dayFromToday, noLaterRule, placeOf, proposedSetting } from "./inside/proposed.ts";
import { isRoles, type SettingKey, type Value } from "./setting.ts";

export const previewSetting = query({
  name: "settings.preview",
  input: SetSetting,
  may: (viewer) => mayAnywhere(viewer, "setting.edit"),
  run: async (scope, input) => {
    const place = await placeOf(scope, input.unit);
    if (!place) throw notFound();
    const { key, value, county, fromOn, before } = await proposedSetting(scope, input, place);
    const count = counts[key];
    const touched = count
      ? {
          before: await count(scope.sql, before, scope.today, place.id, value),
          after: await count(scope.sql, value, scope.today, place.id, value),
        }
      : null;
    return { key, before, after: value, fromOn, county, touched };
  },
});
export type SettingPreview = Awaited<ReturnType<typeof previewSetting>>;

type Count = (sql: Sql, value: Value, today: string, place: number, proposed: Value) => Promise<number>;
const one = async (rows: Promise<{ n: number }[]>) => (await rows)[0]?.n ?? 0;

/** What can be counted; hours and mornings cannot. */
const counts: Partial<Record<SettingKey, Count>> = {
  /** Households to be helped on the day proposed as the end. */
  "policy-period-end": (sql, end, today, _place, proposed) =>
    one(sql<{ n: number }>`
      select count(distinct household_id)::int as n from household_spell
      where from_on <= ${today}::date and (to_on is null or to_on > ${today}::date)
        and (status in ('POOR', 'PRE_EXIT', 'RETURNED') or (status = 'EXITED'
          and (${String(end ?? "")} = '' or coalesce(nullif(${String(proposed ?? "")}, '')::date, ${today}::date) < nullif(${String(end ?? "")}, '')::date)))`),
  /** Visits of the last ninety days that were written down later than so. */
  "late-days": (sql, days, today, place) =>
    one(sql<{ n: number }>`
      select count(*)::int as n from visit v join division_closure c on c.node_id = v.division_id and c.ancestor_id = ${place} and c.to_on is null
      where v.visited_on > ${today}::date - 90 and v.status <> 'WITHDRAWN'
        and (v.created_at at time zone 'Asia/Shanghai')::date - v.visited_on > ${Number(days)}::int`),
  /** Helpers with more households than their rank's limit. */
  "pairing-load": (sql, limits, today) =>
    one(sql<{ n: number }>`
      select count(*)::int as n from (
        select p.helper_id, count(distinct p.household_id) as load from pairing p
        where p.from_on <= ${today}::date and (p.to_on is null or p.to_on > ${today}::date) group by 1) l
      join person on person.id = l.helper_id where l.load > (${JSON.stringify(limits)}::jsonb ->> person.rank)::int`),
  /** Accounts whose role is asked for a second factor. */
  "second-factor": (sql, wanted) =>
    one(sql<{ n: number }>`
      select count(distinct a.id)::int as n from account a join role_grant g on g.account_id = a.id
      where a.status = 'ACTIVE' and g.from_at <= now() and (g.to_at is null or g.to_at > now())
        and g.role = any (${isRoles(wanted) ? wanted.roles : []}::text[])`),
  /** Accounts that nobody has used for so long. */
  "idle-days": (sql, days) =>
    one(sql<{ n: number }>`
      select count(*)::int as n from account where status = 'ACTIVE'
        and coalesce(last_sign_in_at, created_at) < now() - make_interval(days => ${Number(days)}::int)`),
};

export const previewVisitRule = query({
  name: "settings.previewVisitRule",
  input: SetVisitRule,
  may: (viewer) => mayAnywhere(viewer, "setting.edit"),
  run: async (scope, { helperKind, period, minCount, exemptMonths, remoteCounts, fromOn: typed }) => {
    const fromOn = dayFromToday(typed, scope.today);
    await noLaterRule(scope, helperKind, fromOn);
    const next: DatedRule = { helperKind, period, minCount, exemptMonths, fromOn, toOn: null };
    const rules = await scope.sql<DatedRule & { remoteCounts: boolean }>`
      select helper_kind as "helperKind", period, min_count as "minCount", exempt_months as "exemptMonths",
        remote_counts as "remoteCounts", from_on::text as "fromOn", to_on::text as "toOn" from visit_rule order by from_on desc`;
    const helped = await scope.sql<Helped>`
      select kinds, count(*)::int as households from (
        select p.household_id, array_agg(distinct p.kind) as kinds from pairing p
        join fact_households(${scope.today}::date) f on f.household_id = p.household_id
        where p.from_on <= ${scope.today}::date and (p.to_on is null or p.to_on > ${scope.today}::date) group by 1) h
      group by kinds`;
    return {
      helperKind,
      /** What holds on that day as things stand. */
      before:
        rules.find(
          (one) =>
            one.helperKind === helperKind && one.fromOn <= fromOn && (one.toOn === null || one.toOn > fromOn),
        ) ?? null,
      period,
      minCount,
      remoteCounts: remoteCounts === "yes",
      exemptMonths,
      fromOn,
      countedFrom: countedFrom(next),
      months: dueMonths(helped, rules, next),
    };
  },
});
export type RulePreview = Awaited<ReturnType<typeof previewVisitRule>>;
