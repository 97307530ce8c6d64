"use client";

/** The answer to a list of names: the rehearsal line by line, or the slips, each once, on paper with lines to cut along. */

import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { useForm } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { fill } from "#components/ui/words.tsx";
import type { PlanLine, Rehearsal, Slip, Slips } from "#lib/domains/accounts/name-list.ts";

export type BulkWords = {
  roles: Record<string, string>;
  problems: Record<NonNullable<PlanLine["problem"]>, string>;
  hints: Record<NonNullable<PlanLine["hint"]>, string>;
  fine: string;
  summary: string;
  left: string;
  madeTitle: string;
  madeNote: string;
  print: string;
  username: string;
  code: string;
  valid: string;
  how: string;
  address: string;
  again: string;
};
type Props = { words: BulkWords; make: ReactNode; children: ReactNode };

const isRehearsal = (value: unknown): value is Rehearsal => (value as Rehearsal | null)?.step === "rehearsed";
const isMade = (value: unknown): value is Slips => (value as Slips | null)?.step === "made";

export function BulkAnswer({ words, make, children }: Props) {
  const { value } = useForm();
  if (isMade(value)) return <SlipSheet made={value} words={words} />;
  if (!isRehearsal(value)) return children;
  const { lines, ready, text, people, role } = value;
  return (
    <div className="grid gap-4" role="status">
      <input type="hidden" name="role" value={role ?? ""} />
      <textarea name="text" defaultValue={text} readOnly hidden />
      {people.map((id) => (
        <input key={id} type="hidden" name="people[]" value={id} />
      ))}
      <p className="font-semibold">{fill(words.summary, { all: lines.length, ready })}</p>
      <LineList lines={lines} words={words} />
      {ready > 0 ? <div>{make}</div> : null}
      <p>
        <a href="/admin/accounts/bulk" className="text-link underline">
          {words.again}
        </a>
      </p>
    </div>
  );
}

function LineList({ lines, words }: { lines: readonly PlanLine[]; words: BulkWords }) {
  return (
    <ol className="divide-y divide-line border-line border-y">
      {lines.map((line) => (
        <li key={`${line.line} ${line.username}`} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
          <span className="tabular w-8 text-ink-2 text-note">{line.line || "—"}</span>
          <span className="font-semibold">{line.name || "—"}</span>
          <span>{line.place}</span>
          <span>{line.role ? words.roles[line.role] : "—"}</span>
          <span className="text-ink-2">{line.username}</span>
          <span className="inline-flex items-center gap-1">
            <Shape
              state={line.problem ? "behind" : line.hint === "namesakes" ? "watch" : "ok"}
              className="size-3.5"
            />
            {line.problem ? words.problems[line.problem] : line.hint ? words.hints[line.hint] : words.fine}
          </span>
        </li>
      ))}
    </ol>
  );
}

function SlipSheet({ made, words }: { made: Slips; words: BulkWords }) {
  return (
    <div className="grid gap-4" data-slips="">
      <div role="status" className="print:hidden">
        <Notice tone="ok" title={fill(words.madeTitle, { count: made.slips.length })}>
          <p className="mb-3">{words.madeNote}</p>
          <button type="button" className={buttonClass({ kind: "primary" })} onClick={() => window.print()}>
            {words.print}
          </button>
        </Notice>
      </div>
      {made.left.length > 0 ? (
        <div className="print:hidden">
          <p className="font-semibold">{fill(words.left, { count: made.left.length })}</p>
          <LineList lines={made.left} words={words} />
        </div>
      ) : null}
      <ul className="grid pad:grid-cols-2 print:grid-cols-2">
        {made.slips.map((slip) => (
          <OneSlip key={slip.id} slip={slip} until={made.until} words={words} />
        ))}
      </ul>
    </div>
  );
}

function OneSlip({ slip, until, words }: { slip: Slip; until: string; words: BulkWords }) {
  return (
    <li className="-mt-px -ml-px break-inside-avoid border border-control border-dashed bg-card p-4 print:px-4 print:py-3">
      <p className="font-semibold text-h3">{slip.name}</p>
      <p className="text-ink-2">
        {words.roles[slip.role]} · {slip.place}
      </p>
      <p className="mt-2">
        {words.username} <b className="select-all">{slip.username}</b>
      </p>
      <p>
        {words.code} <b className="tabular select-all text-h3">{slip.code}</b>
      </p>
      <p className="mt-2 text-note">{fill(words.valid, { day: until })}</p>
      <p className="text-note">
        {words.address} {words.how}
      </p>
    </li>
  );
}
