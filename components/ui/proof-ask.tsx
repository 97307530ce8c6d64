"use client";

/** Asks again who sits there, inside the very form that was sent: what was typed stays, and its own button sends it all once more. */

import { useEffect, useRef } from "react";
import { inputClass } from "#components/ui/input-class.ts";
import { useWords } from "#components/ui/words.tsx";
import type { ProblemView } from "#lib/base/outcome.ts";

export const asksProof = (problem: ProblemView | null): boolean =>
  problem?.code === "proof-factor" || problem?.code === "proof-password";

export function ProofAsk({ formId, problem }: { formId: string; problem: ProblemView }) {
  const words = useWords();
  const id = `${formId}-proof`;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (problem) input.current?.focus();
  }, [problem]);
  const code = problem.code === "proof-factor";
  return (
    <div role="alert" className="mb-2 w-full rounded-card border-2 border-watch-fill bg-watch-tint px-4 py-3">
      <p className="font-semibold">{words.proofTitle}</p>
      <p id={`${id}-why`} className="text-note">
        {problem.message} {words.proofKept}
      </p>
      <label htmlFor={id} className="mt-2 block font-semibold">
        {code ? words.proofCode : words.proofPassword}
      </label>
      <div className="mt-1 max-w-64">
        <input
          ref={input}
          id={id}
          name="proof"
          type={code ? "text" : "password"}
          autoComplete={code ? "one-time-code" : "current-password"}
          aria-describedby={`${id}-why`}
          maxLength={1024}
          className={inputClass}
        />
      </div>
    </div>
  );
}
