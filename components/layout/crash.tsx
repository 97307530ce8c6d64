"use client";

/** The words after a fault: what is safe, what to try, which number to read out. */

import { DeadEnd } from "#components/layout/dead-end.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords, type Words } from "#components/ui/words.tsx";

type Props = {
  reference?: string;
  retry: () => void;
  /** Brought along where the layout itself failed. */
  words?: Words;
};

export function Crash({ reference, retry, words: brought }: Props) {
  const words = useWords(brought);
  return (
    <DeadEnd title={words.crashTitle} body={words.crashBody}>
      <button type="button" onClick={retry} className={buttonClass({ kind: "primary" })}>
        {words.crashRetry}
      </button>
      <a href="/" className={buttonClass({})}>
        {words.crashHome}
      </a>
      {reference ? (
        <p className="w-full text-note text-ink-2">
          {words.reference} <span className="tabular select-all font-semibold">{reference}</span>
        </p>
      ) : null}
    </DeadEnd>
  );
}
