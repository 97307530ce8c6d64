"use client";

/** The way out of a phone: shut while something was not delivered, and nothing is left behind by whoever has gone. */

import { type ReactNode, useEffect } from "react";
import { deviceAllows } from "./about-phone.ts";
import { phoneNow } from "./phone-state.ts";
import { leave } from "./wipe.ts";

export function GuardedLeave({ children }: { children: ReactNode }) {
  return (
    <div
      onSubmitCapture={(event) => {
        if (phoneNow().items.every(({ held }) => held)) return;
        event.preventDefault();
        event.stopPropagation();
        location.assign("/sync?out=1");
      }}
    >
      {children}
    </div>
  );
}

/** On the page that one is led to after signing out, wherever one did it. */
export function LeftBehind() {
  useEffect(() => {
    if (deviceAllows()) void leave();
  }, []);
  return null;
}
