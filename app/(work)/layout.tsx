/** Around all work: nobody signed in is led to the door; the navigation shows what the viewer may open. */

import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "#components/layout/app-shell.tsx";
import { toPreferences } from "#lib/base/preferences.ts";
import { isField, mayAnywhere, VERBS } from "#lib/domains/accounts/roles.ts";
import { env } from "#lib/platform/env.ts";
import { layoutViewer } from "#lib/platform/session.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { signOut } from "../(public)/sign-in/actions.ts";
import { savePreferences } from "./me/actions.ts";

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const viewer = await layoutViewer();
  // The page itself leads to the door: only a page knows its address, and thus the way back.
  if (!viewer) return children;
  const folded = (await cookies()).get("rail")?.value === "folded";
  return (
    <AppShell
      verbs={verbsOf(viewer)}
      inTheField={isField(viewer)}
      demo={env.DEMO}
      folded={folded}
      user={{ name: viewer.name, preferences: toPreferences(viewer), savePreferences, signOut }}
    >
      {children}
    </AppShell>
  );
}

/** What the viewer may do somewhere; households of one's own open the registry and the visits. */
function verbsOf(viewer: Viewer): Set<string> {
  const verbs = new Set<string>(VERBS.filter((verb) => mayAnywhere(viewer, verb)));
  if (viewer.households.length > 0) for (const verb of ["household.view", "visit.record"]) verbs.add(verb);
  return verbs;
}
