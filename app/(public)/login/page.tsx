/** The address that people type from habit leads to sign-in. */

import { redirect } from "next/navigation";
import { publicPage } from "#lib/platform/page.ts";

export default publicPage({ route: "/login", load: async () => redirect("/sign-in"), render: () => null });
