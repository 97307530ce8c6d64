/** Around all work: nobody signed in is led to the door; the navigation shows what the viewer may open. */

import { cookies } from "next/headers";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FieldChip } from "#components/field/field-chip.tsx";
import { AppShell } from "#components/layout/app-shell.tsx";
import { toPreferences } from "#lib/base/preferences.ts";
import { isField, mayAnywhere, VERBS } from "#lib/domains/accounts/roles.ts";
import { readDictionaryWhenStale } from "#lib/domains/dictionaries/refresh.ts";
import { countWaiting } from "#lib/domains/inbox/queries/count-waiting.ts";
import { env } from "#lib/platform/env.ts";
import { reading } from "#lib/platform/scope.ts";
import { currentSession } from "#lib/platform/session.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { signOut } from "../(public)/sign-in/actions.ts";
import { savePreferences } from "./me/actions.ts";

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const shell = await shellNow();
  // The page itself leads to the door: only a page knows its address, and thus the way back.
  if (!shell) return children;
  const { viewer, asking } = shell;
  const folded = (await cookies()).get("rail")?.value === "folded";
  return (
    <AppShell
      verbs={verbsOf(viewer)}
      inTheField={isField(viewer)}
      demo={env.DEMO}
      folded={folded}
      call={await callOf(asking)}
      sync={isField(viewer) ? await syncOf(viewer) : null}
      user={{
        name: viewer.name,
        standsIn: lendersOf(viewer),
        preferences: toPreferences(viewer),
        savePreferences,
        signOut,
      }}
    >
      {children}
    </AppShell>
  );
}

/** Who is signed in and how much waits, in one transaction; decides what is shown, never what is allowed. */
async function shellNow() {
  const session = await currentSession();
  if (!session) return null;
  return reading(session, async (scope) => {
    await readDictionaryWhenStale(scope.sql);
    const { waiting, unread, quiet } = await countWaiting(scope, {});
    return { viewer: scope.viewer, asking: quiet ? 0 : waiting + unread };
  }).catch(() => null);
}

async function callOf(asking: number) {
  if (asking === 0) return null;
  const t = await getTranslations("inbox");
  return { count: asking, words: t("calls", { count: asking }) };
}

async function syncOf({ accountId }: Viewer) {
  const { chip, lock } = (await getMessages()).field;
  // While the program is being written its files change under the same names: nothing may be kept of them.
  return (
    <FieldChip account={accountId} words={chip} lockWords={lock} worker={env.NODE_ENV === "production"} />
  );
}

function lendersOf({ grants }: Viewer) {
  const lenders = grants.flatMap(({ lent }) => lent ?? []);
  return lenders.filter((one, index) => lenders.findIndex(({ name }) => name === one.name) === index);
}

/** What the viewer may do somewhere; households of one's own open the registry and the visits. */
function verbsOf(viewer: Viewer): Set<string> {
  const verbs = new Set<string>(VERBS.filter((verb) => mayAnywhere(viewer, verb)));
  if (viewer.households.length > 0) for (const verb of ["household.view", "visit.record"]) verbs.add(verb);
  return verbs;
}
