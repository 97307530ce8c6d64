/** The red dot: how many things wait and how many notices are new, in one statement; silent in the hours of quiet. */
import { settingOf } from "#lib/domains/settings/setting.ts";
import { query } from "#lib/platform/query.ts";
import { Nothing } from "../input.ts";
import { allWaiting } from "../inside/union.ts";
import { isQuiet, timeInBeijing } from "../quiet.ts";

export type Calling = {
  waiting: number;
  unread: number;
  quiet: boolean;
  from: string;
  to: string;
};

type Row = { waiting: number; unread: number; from: string | null; to: string | null; set: string | null };

export const countWaiting = query({
  name: "inbox.count",
  input: Nothing,
  run: async ({ sql, viewer, today }): Promise<Calling> => {
    const [row] = await sql<Row>`
      select (select count(*)::int from (${allWaiting(viewer, today)}) w) as waiting,
        (select count(*)::int from notice n where n.addressee in (select unnest(sec.my_addresses()))
          and not exists (select 1 from notice_read r where r.notice_id = n.id and r.account_id = ${viewer.accountId})) as unread,
        (select quiet_from from inbox_wish where account_id = ${viewer.accountId}) as from,
        (select quiet_to from inbox_wish where account_id = ${viewer.accountId}) as to,
        (select value #>> '{}' from setting where key = 'quiet-hours' and from_on <= ${today}::date order by from_on desc limit 1) as set`;
    const [from = "", to = ""] = (row?.set ?? String(settingOf("quiet-hours").usual)).split("-");
    const hours = { from: row?.from ?? from, to: row?.to ?? to };
    return {
      waiting: row?.waiting ?? 0,
      unread: row?.unread ?? 0,
      quiet: isQuiet(hours, timeInBeijing()),
      ...hours,
    };
  },
});
