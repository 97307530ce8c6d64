"use client";

/** After a refusal that may be overruled: a box to tick that says so. It is not there before, so nobody ticks it by habit. */

import { useForm } from "#components/ui/form.tsx";

export function Overwrite({ label }: { label: string }) {
  const { problem } = useForm();
  if (problem?.code !== "conflict") return null;
  return (
    <label className="flex min-h-touch items-center gap-2 rounded-card border border-watch-fill bg-watch-tint px-4 py-2">
      <input type="checkbox" name="overwrite" value="yes" className="size-5 accent-link" />
      <span>{label}</span>
    </label>
  );
}
