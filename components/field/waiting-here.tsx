"use client";

/** At the door: what still waits on this phone, and what becomes of it. A phone whose sign-in was ended hands it over here, sealed. */

import { Notice } from "#components/ui/notice.tsx";
import { fill } from "#components/ui/words.tsx";
import { useStartedPhone } from "./use-phone.ts";

export function WaitingHere({ words }: { words: { gone: string; signedOut: string } }) {
  const { ready, account, items, stop } = useStartedPhone(null, false);
  if (!ready || account === null || items.length === 0) return null;
  const said = stop === "gone" ? words.gone : stop === "signedOut" ? words.signedOut : null;
  return said ? (
    <div role="status">
      <Notice tone="watch">{fill(said, { count: items.length })}</Notice>
    </div>
  ) : null;
}
