// A recount of figures and waits by plain loops over the raw rows: the yardstick that the engine is held against.
import { firstDay, lastDay, type Period } from "#lib/base/period.ts";
import type { Wait } from "#lib/indicators/rows.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { postsByHand } from "./by-hand-posts.ts";
import { trainingsByHand } from "./by-hand-trainings.ts";

type Row = Record<string, string | null>;

/** The yardstick: every definition said again in plain loops over the raw rows, sharing no line with the engine. */
export async function byHand({ look }: Pick<TestDatabase, "look">, now: string) {
  const text = (table: string) =>
    look<Row>(`select (json_each_text(row_to_json(t))).* from ${table} t limit 0`).then(() =>
      look<{ j: Row }>(
        `select (select json_object_agg(key, value) from json_each_text(row_to_json(t))) j from ${table} t`,
      ).then((rows) => rows.map((row) => row.j)),
    );
  const [
    spells,
    pairings,
    visits,
    closure,
    terms,
    weak,
    orgs,
    needs,
    divisions,
    members,
    memberships,
    flags,
  ] = await Promise.all([
    text("household_spell"),
    text("pairing"),
    text("visit_visitor"),
    text("division_closure"),
    text("party_org_term"),
    text("party_org_weak"),
    text("party_org"),
    text("need"),
    text("division"),
    text("party_member"),
    text("party_membership"),
    text("party_member_flag"),
  ]);
  const tomorrow = new Date(Date.parse(`${now}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const holds = (row: Row, from: string, to: string, day: string) =>
    (row[from] as string) <= day && (row[to] === null || (row[to] as string) > day);
  // What an open period owes is owed by its ended months (its first month at least), and by its ended quarters.
  const monthsIn = (period: Period) => (period.includes("Q") ? 3 : period.includes("-") ? 1 : 12);
  const nth = (period: Period, months: number) =>
    new Date(Date.UTC(Number(period.slice(0, 4)), Number(firstDay(period).slice(5, 7)) - 1 + months, 1))
      .toISOString()
      .slice(0, 10);
  const ended = (period: Period, size: number) =>
    Array.from({ length: monthsIn(period) / size }, (_, at) => nth(period, (at + 1) * size)).filter(
      (after) => after <= tomorrow,
    ).length;
  const owes = (row: Row, period: Period) =>
    row.kind === "FIRST_HELPER"
      ? Math.max(1, ended(period, 1))
      : row.kind !== "SECOND_HELPER" || monthsIn(period) < 3
        ? 0
        : ended(period, 3);
  const latest = (days: unknown[]) => (days as string[]).toSorted().at(-1) ?? null;
  const waitOf = (since: (string | null)[], asOf: string): Wait => {
    const first = since.filter((day) => day !== null).toSorted()[0];
    return {
      days: first === undefined ? null : (Date.parse(asOf) - Date.parse(first)) / 86_400_000,
      never: since.filter((day) => day === null).length,
    };
  };
  const ofPosts = await postsByHand({ look }, now);
  const ofTrainings = await trainingsByHand({ look }, now);
  return (indicator: string, unit: number, period: Period) => {
    if (["F2.3", "F2.4", "F3.4", "F3.5"].includes(indicator)) return ofTrainings(indicator, unit, period);
    // Nobody moves, no register is kept and no file looked over or drawn there; check-facts.test.ts recounts them.
    if (["R1.5", "R1.6", "R2.7", "R3.4", "R3.5", "M4.2", "M4.3", "M4.4", "M4.5"].includes(indicator))
      return { part: 0, whole: 0, wait: { days: null, never: 0 } };
    if (indicator.startsWith("F2.")) return ofPosts(indicator, unit, period);
    // Nothing of it happens there; tests/lib/domains/talent recounts them.
    if (indicator.startsWith("F3.")) return { part: 0, whole: 0, wait: { days: null, never: 0 } };
    const asOf = lastDay(period) < now ? lastDay(period) : now;
    const nodes = new Set(
      closure
        .filter((row) => Number(row.ancestor_id) === unit && holds(row, "from_on", "to_on", asOf))
        .map((row) => Number(row.node_id)),
    );
    // Nobody opens a window there: every township and village of the day lacks one.
    if (indicator === "R3.6") {
      const places = divisions.filter(
        (row) =>
          ["TOWNSHIP", "VILLAGE"].includes(row.level ?? "") &&
          nodes.has(Number(row.id)) &&
          (row.opened_on as string) <= asOf &&
          (row.closed_on === null || (row.closed_on as string) > asOf),
      );
      return { part: 0, whole: places.length, wait: { days: null, never: places.length } };
    }
    // From the first of January on.
    const inYear = (day: unknown) => String(day).slice(0, 4) === asOf.slice(0, 4) && String(day) <= asOf;
    const told = (cases: Row[], met: (row: Row) => boolean, since: string) => {
      const missing = cases.filter((row) => !met(row)).map((row) => row[since] ?? null);
      return { part: cases.length - missing.length, whole: cases.length, wait: waitOf(missing, asOf) };
    };
    if (indicator === "F1.5") {
      const listed = weak.filter(
        (row) =>
          nodes.has(Number(row.division_id)) &&
          row.year === asOf.slice(0, 4) &&
          (row.found_on as string) <= asOf,
      );
      return told(
        listed,
        (row) => row.accepted_on !== null && (row.accepted_on as string) <= asOf,
        "found_on",
      );
    }
    if (indicator === "R2.4") {
      const due = needs.filter(
        (row) =>
          nodes.has(Number(row.counted_in)) &&
          row.status !== "WITHDRAWN" &&
          (row.first_due_on as string) >= firstDay(period) &&
          (row.first_due_on as string) <= asOf,
      );
      return told(
        due,
        (row) => row.status === "CLOSED" && (row.done_on as string) <= (row.first_due_on as string),
        "first_due_on",
      );
    }
    if (indicator === "R2.2") {
      const able = memberships.filter((row) => {
        const member = members.find(({ id }) => id === row.member_id);
        const marked = flags.some(
          (flag) =>
            flag.member_id === row.member_id &&
            (flag.flag === "DISABLED" || flag.flag === "MOBILE") &&
            holds(flag, "from_on", "to_on", asOf),
        );
        const full = member?.full_on !== null && (member?.full_on as string) <= asOf;
        return nodes.has(Number(row.division_id)) && holds(row, "from_on", "to_on", asOf) && full && !marked;
      });
      const linksOf = (row: Row) =>
        pairings.filter(
          (one) =>
            one.kind === "PARTY_MEMBER_LINK" &&
            one.helper_id === members.find(({ id }) => id === row.member_id)?.person_id &&
            one.to_on !== one.from_on,
        );
      const free = able.filter((row) => !linksOf(row).some((one) => holds(one, "from_on", "to_on", asOf)));
      const ends = free.map((row) =>
        latest(
          linksOf(row)
            .map((one) => one.to_on)
            .filter((day) => day !== null && day !== undefined && day <= asOf),
        ),
      );
      return { part: able.length - free.length, whole: able.length, wait: waitOf(ends, asOf) };
    }
    if (indicator === "F1.6") {
      const closed = new Map(orgs.map((org) => [org.id, org.closed_on ?? null]));
      const due = terms.filter((row) => {
        const end = closed.get(row.org_id ?? "") ?? null;
        return (
          nodes.has(Number(row.division_id)) &&
          inYear(row.due_on) &&
          (end === null || end > (row.due_on as string))
        );
      });
      return told(
        due,
        (row) => row.result !== null && row.result !== "LATE" && (row.reelected_on as string) <= asOf,
        "due_on",
      );
    }
    const active = spells.filter(
      (row) =>
        holds(row, "from_on", "to_on", asOf) &&
        row.status !== "REMOVED" &&
        nodes.has(Number(row.division_id)),
    );
    if (indicator === "R2.1") {
      const paired = active.filter((home) =>
        pairings.some(
          (row) => row.household_id === home.household_id && holds(row, "from_on", "to_on", asOf),
        ),
      );
      const unpaired = active.filter((home) => !paired.includes(home));
      const since = unpaired.map((home) =>
        latest(
          pairings
            .filter((row) => row.household_id === home.household_id)
            .map((row) => row.to_on)
            .filter((day) => day !== null && (day as string) <= asOf),
        ),
      );
      return { part: paired.length, whole: active.length, wait: waitOf(since, asOf) };
    }
    const owed = pairings.filter((row) => {
      const whole =
        (row.from_on as string) <= firstDay(period) && (row.to_on === null || (row.to_on as string) > asOf);
      return whole && active.some((home) => home.household_id === row.household_id) && owes(row, period) > 0;
    });
    const kept = owed.filter((row) => {
      const days = new Set(
        visits
          .filter(
            (visit) =>
              visit.household_id === row.household_id &&
              visit.person_id === row.helper_id &&
              visit.counts === "true" &&
              visit.remote === "false" &&
              (visit.visited_on as string) >= firstDay(period) &&
              (visit.visited_on as string) <= asOf,
          )
          .map((visit) => visit.visited_on),
      );
      return days.size >= owes(row, period);
    });
    const since = owed
      .filter((row) => !kept.includes(row))
      .map(
        (row) =>
          latest(
            visits
              .filter(
                (visit) =>
                  visit.household_id === row.household_id &&
                  visit.person_id === row.helper_id &&
                  visit.counts === "true" &&
                  (visit.visited_on as string) <= asOf,
              )
              .map((visit) => visit.visited_on),
          ) ?? (row.from_on as string),
      );
    return { part: kept.length, whole: owed.length, wait: waitOf(since, asOf) };
  };
}
