// The figures of trainings said again person by person over the raw rows, sharing no line with the engine.
import { lastDay, type Period } from "#lib/base/period.ts";
import type { Wait } from "#lib/indicators/rows.ts";
import type { TestDatabase } from "#tests/support/database.ts";

type Row = Record<string, string | null>;

export async function trainingsByHand({ look }: Pick<TestDatabase, "look">, now: string) {
  const text = (table: string) =>
    look<{ j: Row }>(
      `select (select json_object_agg(key, value) from json_each_text(row_to_json(t))) j from ${table} t`,
    ).then((rows) => rows.map((row) => row.j));
  const [posts, tenures, trainings, attendees, members, memberships, closure, divisions] = (await Promise.all(
    [
      ...["post", "tenure", "training", "training_attendee"],
      ...["party_member", "party_membership", "division_closure", "division"],
    ].map(text),
  )) as [Row[], Row[], Row[], Row[], Row[], Row[], Row[], Row[]];
  const holds = (row: Row, day: string) =>
    (row.from_on as string) <= day && (row.to_on === null || (row.to_on as string) > day);
  /** Where each cadre is counted: by the post that leads, else by the oldest tenure. */
  const cadres = (day: string) => {
    const seats = new Map<string, string>();
    const leads = (row: Row) => posts.find(({ id }) => id === row.post_id)?.principal === "true";
    const held = tenures.filter((row) => holds(row, day));
    const order = (row: Row) => `${leads(row) ? 0 : 1} ${row.from_on} ${row.id}`;
    for (const row of held.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)))
      if (!seats.has(row.person_id as string)) seats.set(row.person_id as string, row.division_id as string);
    return [...seats].map(([person, division]) => ({ person, division }));
  };
  const herderMembers = (day: string) =>
    memberships
      .filter((row) => holds(row, day))
      .map((row) => ({ row, member: members.find(({ id }) => id === row.member_id) }))
      .filter(({ member }) => member?.member_group === "HERDER")
      .map(({ row, member }) => ({
        person: member?.person_id as string,
        division: row.division_id as string,
      }));
  const village = (division: string) => divisions.find(({ id }) => id === division)?.level === "VILLAGE";
  return (indicator: string, unit: number, period: Period) => {
    const asOf = lastDay(period) < now ? lastDay(period) : now;
    const nodes = new Set(
      closure
        .filter((row) => Number(row.ancestor_id) === unit && holds(row, asOf))
        .map((row) => row.node_id as string),
    );
    const roster = indicator === "F3.5" ? herderMembers(asOf) : cadres(asOf);
    const cases = roster
      .filter(({ division }) => nodes.has(division) && (indicator !== "F3.4" || village(division)))
      .map(({ person }) => {
        const been = trainings.filter(
          (row) =>
            row.status === "HELD" &&
            (row.from_on as string) <= asOf &&
            attendees.some((one) => one.training_id === row.id && one.person_id === person),
        );
        const thisYear = been.filter((row) => (row.from_on as string).slice(0, 4) === asOf.slice(0, 4));
        return {
          trained: thisYear.length > 0,
          tenths: thisYear.reduce((sum, row) => sum + Math.round(Number(row.hours) * 10), 0),
          last:
            been
              .map((row) => row.from_on as string)
              .toSorted()
              .at(-1) ?? null,
        };
      });
    const waiting = cases.filter((one) => (indicator === "F2.4" ? one.tenths > 0 : !one.trained));
    const first = waiting
      .map(({ last }) => last)
      .filter((day) => day !== null)
      .toSorted()[0];
    const wait: Wait = {
      days: first === undefined ? null : (Date.parse(asOf) - Date.parse(first)) / 86_400_000,
      never: waiting.filter(({ last }) => last === null).length,
    };
    const part =
      indicator === "F2.4"
        ? cases.reduce((sum, { tenths }) => sum + tenths, 0)
        : cases.filter(({ trained }) => trained).length;
    return { part, whole: cases.length, wait };
  };
}
