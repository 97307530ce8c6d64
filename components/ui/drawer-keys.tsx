"use client";

/** Brings the focus into an opened drawer and back to the link that opened it; Escape follows the drawer's closing link. */

import { useEffect } from "react";

export function DrawerKeys({ peek }: { peek: string }) {
  useEffect(() => {
    document.getElementById("drawer")?.focus({ preventScroll: true });
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
      // What hangs over the drawer, or is being typed in, has the first word.
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest("input, textarea, select, dialog")) return;
      if (document.querySelector("dialog[open], details[data-popover][open]")) return;
      document.getElementById("drawer-close")?.click();
    };
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("keydown", leave);
      document.querySelector<HTMLElement>(`[data-peek="${CSS.escape(peek)}"]`)?.focus();
    };
  }, [peek]);
  return null;
}
