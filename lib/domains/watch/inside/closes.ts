/** Which visits close an entry: made on its day or later, written down after it was found, with somebody of the family seen in person. */
import { type Fragment, sql } from "#lib/platform/sql.ts";

/** Over a visit v and an entry w of the same household. */
export const CLOSES: Fragment = sql`v.status in ('SUBMITTED', 'CONFIRMED') and v.visited_on >= w.found_on and v.created_at > w.found_at
  and v.kind <> 'PHONE' and v.met_with is distinct from 'NOBODY_HOME'`;
