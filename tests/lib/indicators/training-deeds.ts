// What can happen to trainings and to the roster of members in a random life; what the database refuses does not happen.
import fc from "fast-check";
import type { TestDatabase } from "#tests/support/database.ts";

export type TrainingDeed =
  | { do: "train"; helper: number; days: number; hours: number; mode: string }
  | { do: "join"; training: number; helper: number }
  | { do: "leaveOut"; attendee: number }
  | { do: "correct"; training: number; days: number; hours: number; status: string }
  | { do: "enroll"; helper: number; village: number; days: number; group: string }
  | { do: "transfer"; helper: number; village: number; days: number }
  | { do: "regroup"; helper: number; group: string }
  | { do: "mark"; helper: number; flag: string; days: number; ends: number | null }
  | { do: "makeFull"; helper: number; days: number };

const helper = fc.integer({ min: 1, max: 4 });
const nth = fc.nat({ max: 7 });
const hours = fc.integer({ min: 1, max: 80 });
const days = fc.nat({ max: 500 });
const group = fc.constantFrom("HERDER", "AGENCY");

export const trainingDeed = (villages: readonly number[]): fc.Arbitrary<TrainingDeed> =>
  fc.oneof(
    fc.record({
      do: fc.constant("train" as const),
      ...{ helper, days, hours },
      mode: fc.constantFrom("COURSE", "STUDY_TOUR", "ON_SITE"),
    }),
    fc.record({ do: fc.constant("join" as const), training: nth, helper }),
    fc.record({ do: fc.constant("leaveOut" as const), attendee: nth }),
    fc.record({
      do: fc.constant("correct" as const),
      ...{ training: nth, days, hours },
      status: fc.constantFrom("HELD", "WITHDRAWN"),
    }),
    fc.record({
      do: fc.constant("enroll" as const),
      ...{ helper, days, group },
      village: fc.constantFrom(...villages),
    }),
    fc.record({
      do: fc.constant("transfer" as const),
      ...{ helper, days },
      village: fc.constantFrom(...villages),
    }),
    fc.record({ do: fc.constant("regroup" as const), helper, group }),
    fc.record({
      do: fc.constant("mark" as const),
      ...{ helper, days, ends: fc.option(fc.nat({ max: 100 })) },
      flag: fc.constantFrom("DISABLED", "MOBILE", "FRAIL"),
    }),
    fc.record({ do: fc.constant("makeFull" as const), helper, days }),
  );

type Look = TestDatabase["look"];
const person = (nth: number) => `00000000-0000-7000-8000-00000000000${nth}`;

/** Tenths of hours, since days of teaching are not always whole. */
export async function performOnTrainings(look: Look, deed: TrainingDeed, daysAgo: (days: number) => string) {
  const write = (text: string, values: unknown[]) => look(text, values).catch(() => undefined);
  const row = async (table: string, index: number) => {
    const rows = await look<Record<string, string>>(`select * from ${table} order by 1, 2`);
    return rows[index % Math.max(1, rows.length)];
  };
  const attend = (training: string | undefined, who: number) =>
    write(
      "insert into training_attendee (training_id, host_id, person_id, division_id, name, standing) values ($1, 1, $2, 1, 'x', 'KNOWN')",
      [training, person(who)],
    );
  switch (deed.do) {
    case "train": {
      const [training] = await look<{ id: string }>(
        "insert into training (id, division_id, title, mode, audience, topic, level, from_on, to_on, hours, recorded_by) values (gen_random_uuid(), 1, 't', $1, 'CADRES', 'POLICY', 'COUNTY', $2, $2, $3::numeric / 10, 0) returning id",
        [deed.mode, daysAgo(deed.days), deed.hours],
      );
      return attend(training?.id, deed.helper);
    }
    case "join":
      return attend((await row("training", deed.training))?.id, deed.helper);
    case "leaveOut":
      return write("delete from training_attendee where id = $1", [
        (await row("training_attendee", deed.attendee))?.id,
      ]);
    case "correct":
      return write(
        "update training set from_on = $2, to_on = $2, hours = $3::numeric / 10, status = $4::text, withdrawn_for = case when $4::text = 'WITHDRAWN' then 'x' end where id = $1",
        [(await row("training", deed.training))?.id, daysAgo(deed.days), deed.hours, deed.status],
      );
    case "enroll":
      return write(
        `with m as (insert into party_member (person_id, name, joined_on, full_on, member_group, division_id)
           select id, name, $2::date, $2::date, $3, $4::int from person where id = $1 on conflict do nothing returning id)
         insert into party_membership (member_id, org_id, division_id, from_on, how) select id, $4::int, $4::int, $2::date, 'ADMITTED' from m`,
        [person(deed.helper), daysAgo(deed.days), deed.group, deed.village],
      );
    case "transfer":
      return write(
        `with s as (update party_membership s set to_on = $2::date, ended = 'TRANSFERRED', to_org_id = $3::int from party_member m
           where m.id = s.member_id and m.person_id = $1 and s.to_on is null and s.from_on < $2::date and s.org_id <> $3::int returning s.member_id)
         insert into party_membership (member_id, org_id, division_id, from_on, how) select member_id, $3::int, $3::int, $2::date, 'TRANSFERRED' from s`,
        [person(deed.helper), daysAgo(deed.days), deed.village],
      );
    case "mark":
      return write(
        "insert into party_member_flag (member_id, flag, from_on, to_on) select id, $2, $3::date, $3::date + $4::int from party_member where person_id = $1",
        [person(deed.helper), deed.flag, daysAgo(deed.days), deed.ends],
      );
    case "makeFull":
      return write("update party_member set full_on = greatest(joined_on, $2::date) where person_id = $1", [
        person(deed.helper),
        daysAgo(deed.days),
      ]);
    case "regroup":
      return write("update party_member set member_group = $2 where person_id = $1", [
        person(deed.helper),
        deed.group,
      ]);
  }
}
