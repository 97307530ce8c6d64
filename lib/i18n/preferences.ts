/** The reader's wishes for this request: the signed-in person's, else the cookies', else the defaults. */

import { cookies } from "next/headers";
import { cache } from "react";
import { type Preferences, preferenceCookies, toPreferences } from "#lib/base/preferences.ts";
import { layoutViewer } from "#lib/platform/session.ts";

export const readPreferences = cache(async (): Promise<Preferences> => {
  const viewer = await layoutViewer();
  if (viewer) return toPreferences(viewer);
  const jar = await cookies();
  return toPreferences({
    locale: jar.get(preferenceCookies.locale)?.value,
    theme: jar.get(preferenceCookies.theme)?.value,
    textSize: jar.get(preferenceCookies.textSize)?.value,
    density: jar.get(preferenceCookies.density)?.value,
    colorSafe: jar.get(preferenceCookies.colorSafe)?.value,
  });
});
