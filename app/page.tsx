/** The front door leads everybody to their own desk. */

import { redirect } from "next/navigation";
import { homeOf } from "#lib/domains/accounts/return-path.ts";
import { page } from "#lib/platform/page.ts";

export default page({
  route: "/",
  load: async ({ viewer }) => homeOf(viewer),
  render: (home) => redirect(home),
});
