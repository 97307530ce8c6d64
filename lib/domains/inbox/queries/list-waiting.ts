/** What waits for me, grouped by what is to be done, the oldest first; with the notices not read yet. */
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { DEEDS, type Deed } from "#lib/platform/waiting.ts";
import { InboxPage, Nothing } from "../input.ts";
import { allWaiting } from "../inside/union.ts";
import { type NoticeRow, PAGE_SIZE } from "../notice.ts";

export type WaitingRow = {
  kind: string;
  deed: Deed;
  id: string;
  name: string | null;
  place: string | null;
  since: string;
  due: string | null;
  href: string;
  who: string | null;
};

export const listWaiting = query({
  name: "inbox.waiting",
  input: Nothing,
  run: async ({ sql, viewer, today }) => {
    const rows = await sql<WaitingRow>`
      select w.kind, w.deed, w.id, w.name, w.place, to_char(w.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since, w.due::text as due, w.href, w.who
      from (${allWaiting(viewer, today)}) w order by coalesce(w.due, (w.since at time zone 'Asia/Shanghai')::date), w.since, w.id limit 500`;
    return DEEDS.map((deed) => ({ deed, rows: rows.filter((row) => row.deed === deed) })).filter(
      (group) => group.rows.length > 0,
    );
  },
});

/** Subjects are named under the reader's own rights: what is out of reach has no name. */
export const listNotices = query({
  name: "inbox.notices",
  input: InboxPage,
  run: async ({ sql, viewer }: Scope, { before }): Promise<{ rows: NoticeRow[]; more: boolean }> => {
    const rows = await sql<NoticeRow>`
      select n.id::text as id, n.kind, n.details, n.from_name as "fromName",
        to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt", r.read_at is not null as read,
        coalesce(h.head_name || ' · ' || hd.name, i.file_name, e.reason, d.name, o.name, y.account_name) as name,
        case when h.id is not null then '/households/' || h.id when i.id is not null then '/imports/' || i.id when e.id is not null then '/exports'
          when d.id is not null then '/divisions/' || d.id when o.id is not null then '/orgs/' || o.id
          when y.id is not null then '/instructions/' || y.id when n.kind = 'digest' then '/inbox' when n.kind = 'handedOver' then '/today' when n.kind in ('delegated', 'delegationEnded') then '/me/delegation' end as href
      from (select * from notice where addressee in (select unnest(sec.my_addresses())) and (${before ?? null}::bigint is null or id < ${before ?? null}::bigint)
        order by id desc limit ${PAGE_SIZE + 1}) n
      left join notice_read r on r.notice_id = n.id and r.account_id = ${viewer.accountId}
      left join household h on h.id = case when n.subject ^@ 'household:' then substr(n.subject, 11)::uuid end left join division hd on hd.id = h.division_id
      left join import i on i.id = case when n.subject ^@ 'import:' then substr(n.subject, 8)::uuid end
      left join export e on e.id = case when n.subject ^@ 'export:' then substr(n.subject, 8)::uuid end
      left join division d on d.id = case when n.subject ^@ 'division:' then substr(n.subject, 10)::int end
      left join party_org o on o.id = case when n.subject ^@ 'partyOrg:' then substr(n.subject, 10)::int end
      left join instruction y on y.id = case when n.subject ^@ 'instruction:' then substr(n.subject, 13)::uuid end
      order by n.id desc`;
    return { rows: rows.slice(0, PAGE_SIZE), more: rows.length > PAGE_SIZE };
  },
});
