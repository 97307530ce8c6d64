"use client";

/** What is wrong, on top, with links to the fields: the same words stand there. The form moves the focus here. */

import { useEffect, useState } from "react";
import { Shape } from "#components/ui/shape.tsx";
import { fill, useWords } from "#components/ui/words.tsx";
import type { ProblemView } from "#lib/base/outcome.ts";

type Labels = Record<string, string>;

/** `kept`: something was typed, and is still there. */
type Props = { formId: string; problem: ProblemView; kept?: boolean };

export function ErrorSummary({ formId, problem, kept = true }: Props) {
  const words = useWords();
  const [labels, setLabels] = useState<Labels>({});
  const lines = Object.entries(problem.fields ?? {}).flatMap(([name, messages]) =>
    messages.map((message) => ({ name, message })),
  );
  // Without scripts the fields' names are not known up here: what is said of several of them stands once, and beside each.
  const named = Object.keys(labels).length > 0;
  const told = named
    ? lines
    : lines.filter(({ message }, at) => lines.findIndex((one) => one.message === message) === at);

  useEffect(() => {
    setLabels(labelsIn(document.getElementById(formId)));
    const title = document.title;
    if (!title.startsWith(words.errorPrefix)) document.title = words.errorPrefix + title;
    return () => {
      document.title = document.title.replace(words.errorPrefix, "");
    };
  }, [formId, words]);

  return (
    <div
      id={`${formId}-summary`}
      role="alert"
      tabIndex={-1}
      className="mb-4 rounded-card border-2 border-behind-fill bg-behind-tint px-4 py-3"
    >
      <h2 className="flex items-center gap-2 text-h3">
        <Shape state="behind" />
        {lines.length > 0
          ? fill(words.summary, { count: lines.length })
          : kept
            ? words.summaryPlain
            : problem.message}
      </h2>
      {lines.length > 0 ? (
        <ul className="mt-1">
          {told.map(({ name, message }) => (
            <li key={`${name} ${message}`}>
              <SummaryLine target={`${formId}-${name}`} label={labels[name]} message={message} />
            </li>
          ))}
        </ul>
      ) : kept ? (
        <p className="mt-1">{problem.message}</p>
      ) : null}
      {kept || problem.reference ? (
        <p className="mt-1 text-note text-ink-2">
          {[kept ? words.kept : "", problem.reference ? `${words.reference} ${problem.reference}` : ""]
            .filter(Boolean)
            .join(" ")}
        </p>
      ) : null}
    </div>
  );
}

function SummaryLine({ target, label, message }: { target: string; label?: string; message: string }) {
  const text = label ? `${label}：${message}` : message;
  if (label === undefined) return <span>{text}</span>;
  return (
    <a
      href={`#${target}`}
      className="inline-flex min-h-6 items-center font-semibold text-behind underline"
      onClick={(event) => {
        const control = document.getElementById(target);
        if (!control) return;
        event.preventDefault();
        control.scrollIntoView({ block: "center" });
        control.focus({ preventScroll: true });
      }}
    >
      {text}
    </a>
  );
}

function labelsIn(form: HTMLElement | null): Labels {
  const fields = form?.querySelectorAll<HTMLElement>("[data-field]") ?? [];
  return Object.fromEntries(
    Array.from(fields, (field) => [field.dataset.field ?? "", field.dataset.label ?? ""]),
  );
}
