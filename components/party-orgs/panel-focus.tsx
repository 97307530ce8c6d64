"use client";

/** Takes the focus into a form that has just come up in the panel, and lets Escape leave it. */

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

type Props = { step: string | null; leaveHref: string; children: ReactNode };

export function PanelFocus({ step, leaveHref, children }: Props) {
  const router = useRouter();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step === null) return;
    const first = panel.current?.querySelector<HTMLElement>(
      "input:not([type=hidden]):not([tabindex='-1']), select, textarea, [type=submit]",
    );
    first?.focus();
  }, [step]);
  useEffect(() => {
    const held = panel.current;
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing && step !== null)
        router.push(leaveHref, { scroll: false });
    };
    held?.addEventListener("keydown", leave);
    return () => held?.removeEventListener("keydown", leave);
  }, [router, step, leaveHref]);
  return <div ref={panel}>{children}</div>;
}
