/** How the target of a unit for a year came to be what it is: each change with who, when and why, and the first month that it holds for. */
import type { Period } from "#lib/base/period.ts";
import type { Scope } from "#lib/platform/scope.ts";

export type TargetChange = {
  at: Date;
  by: string | null;
  /** As kept; null = withdrawn, undefined of a change of steps alone. */
  value: string | null;
  valueChanged: boolean;
  steps: string | null;
  stepsChanged: boolean;
  why: string | null;
  /** The first month that was open then; what is closed before keeps the target of its time. */
  since: Period;
};

export const targetHistory = (scope: Scope, indicator: string, unit: number, year: number) =>
  scope.sql<TargetChange>`
    select c.at, min(c.account_name) as by, min(c.new) filter (where c.field = 'value') as value, bool_or(c.field = 'value') as "valueChanged",
      min(c.new) filter (where c.field = 'steps') as steps, bool_or(c.field = 'steps') as "stepsChanged", min(c.new) filter (where c.field = 'why') as why,
      coalesce((select min(k.period) from closing k where k.period like '____-__' and k.closed_at > c.at),
        (select to_char(to_date(max(k.period), 'YYYY-MM') + interval '1 month', 'YYYY-MM') from closing k where k.period like '____-__'),
        to_char(c.at at time zone 'Asia/Shanghai', 'YYYY-MM')) as since
    from change c where c.entity = 'target' and c.entity_id = ${`${indicator}:${unit}:${year}`} group by c.at order by c.at desc limit 20`;
