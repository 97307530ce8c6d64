/** The list of exports: one's own, and the requests that wait for one's decision. */
import * as z from "zod";
import { query } from "#lib/platform/query.ts";
import type { ExportLine } from "./export.ts";
import { mayExport } from "./policy.ts";

export const listExports = query({
  name: "exports.list",
  input: z.object({}),
  run: ({ sql, viewer }): Promise<ExportLine[]> => sql`
    select e.id, e.account_id as "accountId", e.account_name as "accountName", e.division_id as "divisionId", d.name as place, e.what, e.conditions, e.unmasked,
      e.reason, case when e.status = 'APPROVED' and e.expires_at <= now() then 'EXPIRED' else e.status end as status, e.rows, e.decided_name as "decidedName",
      e.refused_for as "refusedFor", to_char(e.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "createdAt",
      to_char(e.expires_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "expiresAt",
      (select count(*)::int from export_download l where l.export_id = e.id) as downloads
    from export e join division d on d.id = e.division_id
    where e.account_id = ${viewer.accountId} or (e.unmasked and (${viewer.seesAll} or e.division_id = any (${viewer.reach}::int[])))
    order by e.status = 'ASKED' desc, e.created_at desc limit 100`,
});

/** The units one may export: those of one's grants and what lies directly below. */
export const exportUnits = query({
  name: "exports.units",
  input: z.object({}),
  run: ({ sql, viewer }): Promise<{ id: number; name: string; parent: string | null }[]> => {
    const grants = viewer.grants
      .filter((grant) => mayExport(viewer, grant.divisionId))
      .map((grant) => grant.divisionId);
    return sql`
      select d.id, d.name, p.name as parent from division d left join division p on p.id = d.parent_id
      where d.closed_on is null and d.level <> 'GROUP' and (d.id = any (${grants}::int[]) or d.parent_id = any (${grants}::int[]))
      order by d.level = 'PREFECTURE' desc, d.level = 'COUNTY' desc, d.level = 'TOWNSHIP' desc, d.id`;
  },
});
