/** Leads to the step where the import stands, so that a link to it never goes stale. */

import { redirect } from "next/navigation";
import { stepOf } from "#lib/domains/imports/import.ts";
import { getImport } from "#lib/domains/imports/queries.ts";
import { page } from "#lib/platform/page.ts";

export default page({
  route: "/imports/[id]",
  load: (scope, { params }) => getImport(scope, { id: params.id ?? "" }),
  render: (found) => redirect(`/imports/${found.id}/${stepOf(found.status)}`),
});
