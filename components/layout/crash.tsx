"use client";

/** The words after a fault: what is safe, what to try, which number to read out. Stands without any provider. */

import { DeadEnd } from "#components/layout/dead-end.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import english from "#lib/i18n/messages/en/crash.json";
import chinese from "#lib/i18n/messages/zh-CN/crash.json";

type Props = { locale: string; reference?: string; retry: () => void };

export function Crash({ locale, reference, retry }: Props) {
  const words = locale === "en" ? english : chinese;
  return (
    <DeadEnd title={words.title} body={words.body}>
      <button type="button" onClick={retry} className={buttonClass({ kind: "primary" })}>
        {words.retry}
      </button>
      <a href="/" className={buttonClass({})}>
        {words.home}
      </a>
      {reference ? (
        <p className="w-full text-note text-ink-2">
          {words.reference} <span className="tabular select-all font-semibold">{reference}</span>
        </p>
      ) : null}
    </DeadEnd>
  );
}
