"use client";

/** A deed that asks first: its button unfolds what it will touch and the button that alone does it; without scripts too. Stands inside its form. */

import type { ReactNode } from "react";
import { type ButtonLook, buttonClass } from "#components/ui/button-class.ts";
import { useForm } from "#components/ui/form.tsx";

type Props = ButtonLook & { label: string; children: ReactNode; button: ReactNode };

export function AskedFirst({ label, children, button, ...look }: Props) {
  const { problem } = useForm();
  return (
    <details open={problem !== null || undefined} className="group" suppressHydrationWarning>
      <summary className={buttonClass(look)}>{label}</summary>
      <div className="mt-2 grid max-w-xl gap-3 rounded-card border border-line bg-card p-3 text-left text-ink">
        <p>{children}</p>
        <div>{button}</div>
      </div>
    </details>
  );
}
