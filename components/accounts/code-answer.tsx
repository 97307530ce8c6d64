"use client";

/** Stands inside a form whose answer is a one-time code: shows it in the form's place, once, with whom it is for. */

import type { ReactNode } from "react";
import { useForm } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";

type Coded = { id: number; username: string; code: string };
type Words = { title: string; note: string; forWhom: string; code: string; valid: string; open?: string };

const isCoded = (value: unknown): value is Coded =>
  typeof value === "object" && value !== null && "code" in value && "username" in value;

export function CodeAnswer({ words, children }: { words: Words; children: ReactNode }) {
  const { value } = useForm();
  if (!isCoded(value)) return children;
  return (
    <div role="status">
      <Notice tone="ok" title={words.title}>
        <dl className="my-2 grid gap-1">
          <dt className="text-ink-2 text-note">{words.forWhom}</dt>
          <dd className="select-all font-semibold">{value.username}</dd>
          <dt className="text-ink-2 text-note">{words.code}</dt>
          <dd className="tabular select-all font-semibold text-h2">{value.code}</dd>
        </dl>
        <p>{words.valid}</p>
        <p>{words.note}</p>
        {words.open ? (
          <p>
            <Link href={`/admin/accounts/${value.id}`}>{words.open}</Link>
          </p>
        ) : null}
      </Notice>
    </div>
  );
}
