// The figures of teams and secretaries said again day by day over the raw rows, sharing no line with the engine.
import { firstDay, lastDay, type Period } from "#lib/base/period.ts";
import type { Wait } from "#lib/indicators/rows.ts";
import type { TestDatabase } from "#tests/support/database.ts";

type Row = Record<string, string | null>;

const DAY = 86_400_000;
const shift = (day: string, by: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY).toISOString().slice(0, 10);

export async function postsByHand({ look }: Pick<TestDatabase, "look">, now: string) {
  const text = (table: string) =>
    look<{ j: Row }>(
      `select (select json_object_agg(key, value) from json_each_text(row_to_json(t))) j from ${table} t`,
    ).then((rows) => rows.map((row) => row.j));
  const [posts, quotas, tenures, tags, closure, divisions] = await Promise.all(
    ["post", "post_quota", "tenure", "tenure_tag", "division_closure", "division"].map(text),
  );
  const holds = (row: Row, day: string) =>
    (row.from_on as string) <= day && (row.to_on === null || (row.to_on as string) > day);
  const places = (post: Row, day: string) =>
    Number(
      (quotas ?? [])
        .filter((row) => row.post_id === post.id && (row.from_on as string) <= day)
        .toSorted((a, b) => ((a.from_on as string) < (b.from_on as string) ? 1 : -1))[0]?.places ?? 0,
    );
  const holders = (post: Row, day: string) =>
    (tenures ?? []).filter((row) => row.post_id === post.id && holds(row, day));
  const short = (post: Row, day: string) => holders(post, day).length < places(post, day);
  const since = (post: Row, day: string): string | null => {
    if (!short(post, day)) return null;
    let first = day;
    while (short(post, shift(first, -1))) first = shift(first, -1);
    return first;
  };
  const waitOf = (days: (string | null)[], asOf: string): Wait => {
    const first = days.filter((day) => day !== null).toSorted()[0];
    return {
      days: first === undefined ? null : (Date.parse(asOf) - Date.parse(first)) / DAY,
      never: days.filter((day) => day === null).length,
    };
  };
  return (indicator: string, unit: number, period: Period) => {
    const asOf = lastDay(period) < now ? lastDay(period) : now;
    const nodes = new Set(
      (closure ?? [])
        .filter((row) => Number(row.ancestor_id) === unit && holds(row, asOf))
        .map((row) => row.node_id),
    );
    const villages = (divisions ?? []).filter((row) => row.level === "VILLAGE" && nodes.has(row.id ?? ""));
    if (indicator === "F2.1") {
      const teams = villages
        .map((village) =>
          (posts ?? []).filter((post) => post.division_id === village.id && post.core === "true"),
        )
        .filter((own) => own.some((post) => places(post, asOf) > 0));
      const led = (own: Row[]) =>
        own.some(
          (post) => post.principal === "true" && post.party_org_id !== null && holders(post, asOf).length > 0,
        );
      const complete = teams.filter((own) => led(own) && !own.some((post) => short(post, asOf)));
      const waits = teams
        .filter((own) => !complete.includes(own))
        .map(
          (own) =>
            own
              .map((post) => since(post, asOf))
              .filter((day) => day !== null)
              .toSorted()[0] ?? null,
        );
      return { part: complete.length, whole: teams.length, wait: waitOf(waits, asOf) };
    }
    const secretaries = (posts ?? []).filter(
      (post) =>
        post.party_org_id !== null &&
        post.principal === "true" &&
        villages.some((one) => one.id === post.division_id),
    );
    const counted = secretaries.map((post) => {
      let [owed, empty] = [0, 0];
      for (let day = firstDay(period); day <= asOf; day = shift(day, 1)) {
        owed += places(post, day);
        empty += Math.max(0, places(post, day) - holders(post, day).length);
      }
      return { post, owed, empty, held: holders(post, asOf) };
    });
    const kept = counted.filter(({ owed }) => owed > 0);
    if (indicator === "F2.2") {
      const missing = kept.filter(({ empty }) => empty > 0).map(({ post }) => since(post, asOf));
      return {
        part: kept.reduce((sum, { empty }) => sum + empty, 0),
        whole: kept.length,
        wait: waitOf(missing, asOf),
      };
    }
    const inPost = kept.filter(({ held }) => held.length > 0);
    const assessed = inPost.filter(({ held }) =>
      (tags ?? []).some(
        (row) =>
          held.some((one) => one.id === row.tenure_id) &&
          ["PROSPERITY_LEADER", "KNOWS_RURAL"].includes(row.tag as string) &&
          row.assessed_in !== null &&
          Number(row.assessed_in) <= Number(asOf.slice(0, 4)),
      ),
    );
    return {
      part: assessed.length,
      whole: inPost.length,
      wait: waitOf(
        inPost.filter((one) => !assessed.includes(one)).map(() => null),
        asOf,
      ),
    };
  };
}
