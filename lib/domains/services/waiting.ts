/** For the inbox: parts that were handed to me by name, and cases of my windows whose result can be told. */
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { sql } from "#lib/platform/sql.ts";
import type { WaitingSource } from "#lib/platform/waiting.ts";

export const servicePartsWaiting: WaitingSource = {
  kind: "servicePart",
  deed: "handle",
  rows: ({ accountId }) => sql`
    select 'servicePart:' || p.id as id, c.number || ' · ' || p.department as name, d.name as place, c.created_at as since, c.due_on as due,
      '/service-desk/cases/' || c.id as href, null::text as who
    from service_part p join service_case c on c.id = p.case_id join division d on d.id = c.division_id
    where p.handler_id = ${accountId} and p.done_on is null and c.state = 'OPEN'`,
};

export const serviceResultsWaiting: WaitingSource = {
  kind: "serviceResult",
  deed: "handle",
  rows: (viewer) =>
    mayAnywhere(viewer, "service.accept")
      ? sql`
    select 'serviceCase:' || c.id as id, c.number || ' · ' || c.item_name as name, d.name as place,
      (select max(p.done_on) from service_part p where p.case_id = c.id)::timestamp at time zone 'Asia/Shanghai' as since, c.due_on as due,
      '/service-desk/cases/' || c.id as href, null::text as who
    from service_case c join division d on d.id = c.division_id
    where c.state = 'OPEN' and c.account_id = ${viewer.accountId}
      and not exists (select 1 from service_part p where p.case_id = c.id and p.done_on is null)`
      : null,
};
