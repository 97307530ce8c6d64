"use client";

/** A form that asks and changes nothing: its answer is a page, so it goes into the address; what was typed wrongly is said as in any form. */

import { type ReactNode, useId } from "react";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FormContext } from "#components/ui/form.tsx";
import type { ProblemView } from "#lib/base/outcome.ts";

type Props = { path: string; problem: ProblemView | null; children: ReactNode; className?: string };

export function AskForm({ path, problem, children, className }: Props) {
  const id = useId();
  return (
    <FormContext value={{ id, problem, pending: false }}>
      <form id={id} action={path} method="get" className={className} noValidate>
        {problem ? <ErrorSummary formId={id} problem={problem} /> : null}
        {children}
      </form>
    </FormContext>
  );
}
