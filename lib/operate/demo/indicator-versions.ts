// What the demo's office published: stricter with needs since the year began, and an indicator of its own that was widened two months later. Before the months are closed.
import type pg from "pg";
import { firstDay, type Period, step } from "#lib/base/period.ts";
import { recountIfDeclaredAnew } from "#lib/indicators/fold.ts";
import type { Condition, Ratio } from "#lib/indicators/indicator.ts";
import { ownDeclaration } from "#lib/indicators/own.ts";
import { countingDigest } from "#lib/indicators/version.ts";
import { writtenAt } from "./written.ts";

export const OWN = "R2.Z1";

export async function publishVersions(pool: pg.Pool, today: string, last: Period): Promise<void> {
  await judgeOtherwise(pool, today);
  await publish(pool, poorPaired({ status: "POOR" }), step(last, -5), "先看未脱贫户的结对");
  await publish(
    pool,
    poorPaired({ status: { oneOf: ["POOR", "RETURNED"] } }),
    step(last, -2),
    "返贫户一并计入",
  );
  await pool.query(
    `insert into target (indicator, division_id, year, value)
     select $1, d.id, y.year, 9000 from division d, (select distinct extract(year from $2::date + n * 31)::int as year from generate_series(0, 8) n) y
     where d.level = 'PREFECTURE' on conflict do nothing`,
    [OWN, firstDay(step(last, -5))],
  );
  await recountIfDeclaredAnew(pool, today);
}

/** Since this year the office is stricter with needs: ▲ from 95 % of what is due. */
async function judgeOtherwise(pool: pg.Pool, today: string): Promise<void> {
  await pool.query(
    `insert into indicator_version (indicator, from_on, declaration, digest, origin, account_id, account_name, why)
     select v.indicator, date_trunc('year', $1::date), v.declaration || '{"watchFrom": 9500}', v.digest, 'OFFICE', a.id, a.name, '今年起从严'
     from indicator_version v, (${PUBLISHER}) a where v.indicator = 'R2.4'`,
    [today],
  );
}

const PUBLISHER =
  "select a.id, a.name from role_grant g join account a on a.id = g.account_id where g.role = 'PREFECTURE_ADMIN' order by a.id limit 1";

function poorPaired(whole: Condition<"households">): Ratio {
  return ownDeclaration({
    ...{ id: OWN, item: "R2", fact: "households", measure: "share" },
    name: { "zh-CN": "贫困户结对率", en: "Poor households paired" },
    ...{ caseUnit: "户", missing: "贫困户未结对", scored: true, due: "fixed" },
    definition: "期末还没有脱贫的户里，当天有人结对帮扶的占多少；脱贫户不计。",
    ...{
      periods: ["month", "quarter", "year"],
      whole: whole as Condition<never>,
      part: { paired: true } as Condition<never>,
    },
  })!;
}

async function publish(pool: pg.Pool, declaration: Ratio, from: Period, why: string): Promise<void> {
  await pool.query(
    `insert into indicator_version (indicator, from_on, declaration, digest, origin, account_id, account_name, why, created_at)
     select $1, $2, $3, $4, 'OFFICE', a.id, a.name, $5, $6 from (${PUBLISHER}) a`,
    [
      OWN,
      firstDay(from),
      JSON.stringify(declaration),
      countingDigest(declaration),
      why,
      writtenAt(firstDay(from), 9, 30),
    ],
  );
}
