"use client";

/** Stands inside the form that makes recovery codes: shows them in the form's place, once. */

import type { ReactNode } from "react";
import { useForm } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";

const isMade = (value: unknown): value is { codes: string[] } =>
  Array.isArray((value as { codes?: unknown } | null)?.codes);

export function RecoveryCodes({
  words,
  children,
}: {
  words: { title: string; note: string };
  children: ReactNode;
}) {
  const { value } = useForm();
  if (!isMade(value)) return children;
  return (
    <div role="status">
      <Notice tone="ok" title={words.title}>
        <ul className="my-2 grid gap-1 pad:grid-cols-2">
          {value.codes.map((code) => (
            <li key={code} className="tabular select-all font-semibold">
              {code}
            </li>
          ))}
        </ul>
        <p>{words.note}</p>
      </Notice>
    </div>
  );
}
