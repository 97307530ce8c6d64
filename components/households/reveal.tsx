"use client";

/** Asks for one whole number and shows it for sixty seconds; works before scripts arrive, and forgets on the next page. */

import { useActionState, useEffect, useId, useState } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { inputClass } from "#components/ui/input-class.ts";
import { asksProof, ProofAsk } from "#components/ui/proof-ask.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Revealed } from "#lib/domains/households/household.ts";

export type RevealAction = FormAction<Revealed>;

type Props = {
  action: RevealAction;
  hidden: Record<string, string>;
  kind: "phone" | "idNo";
  /** With `open` the question stays folded until it is asked for. */
  words: { open?: string; of?: string; show: string; call?: string; reason?: string; hides: string };
  reasons?: readonly { value: string; label: string }[];
};

const SHOWN_MS = 60_000;

export function Reveal({ action, hidden, kind, words, reasons }: Props) {
  const [outcome, submit, pending] = useActionState(action, null);
  const [over, setOver] = useState<unknown>(null);
  const formId = useId();
  useEffect(() => {
    if (!outcome?.ok) return;
    const timer = setTimeout(() => setOver(outcome), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const problem = outcome && !outcome.ok ? outcome.problem : null;
  if (outcome?.ok && over !== outcome)
    return (
      <output className="tabular font-semibold">
        {kind === "phone" ? (
          <a href={`tel:${outcome.value.shown}`} className="inline-flex min-h-touch items-center">
            {words.call} {outcome.value.shown}
          </a>
        ) : (
          grouped(outcome.value.shown)
        )}
        <span className="block font-normal text-ink-2 text-note">{words.hides}</span>
      </output>
    );
  const form = (
    <form
      action={submit}
      className={`flex flex-wrap items-center gap-2 ${asksProof(problem) ? "w-72 max-w-full whitespace-normal" : ""}`}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {problem && asksProof(problem) ? <ProofAsk formId={formId} problem={problem} /> : null}
      {reasons ? (
        <label className="block">
          <span className="sr-only">{words.reason}</span>
          <select
            name="reason"
            defaultValue={problem?.values?.reason ?? ""}
            className={`${inputClass} max-w-52`}
          >
            <option value="">{words.reason}</option>
            {reasons.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <button type="submit" aria-disabled={pending} className={buttonClass({ size: "small" })}>
        {words.show}
      </button>
      {problem && !asksProof(problem) ? (
        <span role="alert" className="text-behind text-note">
          {problem.fields?.reason?.[0] ?? problem.message}
        </span>
      ) : null}
    </form>
  );
  if (!words.open) return form;
  return (
    <details open={problem !== null}>
      <summary className="inline-flex min-h-touch items-center text-link desk:min-h-6">
        {words.open}
        <span className="sr-only"> {words.of}</span>
      </summary>
      {form}
    </details>
  );
}

/** 540321 19900101 1234: read out without losing one's place. */
const grouped = (idNo: string) => idNo.replace(/^(\d{6})(\d{8})(.{4})(.*)$/, "$1 $2 $3 $4").trim();
