"use client";

/** A part of a form that unfolds when it is wanted, and stays open when it came back with a question. */

import type { ReactNode } from "react";
import { useForm } from "#components/ui/form.tsx";

export function Folded({ title, children }: { title: string; children: ReactNode }) {
  const { problem } = useForm();
  return (
    <details open={problem !== null || undefined}>
      <summary className="inline-flex min-h-touch cursor-pointer items-center text-link desk:min-h-control">
        {title}
      </summary>
      <div className="mt-2 grid gap-3">{children}</div>
    </details>
  );
}
