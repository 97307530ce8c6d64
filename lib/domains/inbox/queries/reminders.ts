/** Who was reminded of a household's visits, when and by whom; seen on the household itself. */
import { query } from "#lib/platform/query.ts";
import { HouseholdReminders } from "../input.ts";

export type ReminderRow = {
  id: string;
  receiverName: string;
  fromName: string;
  sentAt: string;
  /** Reminded within a day and without an account: only a call reaches this helper. */
  byPhone: boolean;
};

export const remindersOfHousehold = query({
  name: "inbox.remindersOfHousehold",
  input: HouseholdReminders,
  run: ({ sql }, { household }): Promise<ReminderRow[]> => sql`
    select id::text as id, receiver_name as "receiverName", from_name as "fromName",
      to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sentAt",
      again_at > now() and receiver ^@ 'person:' and not sec.signs_in(substr(receiver, 8)::uuid) as "byPhone"
    from reminder where subject = ${`visit:${household}`} order by sent_at desc limit 5`,
});
