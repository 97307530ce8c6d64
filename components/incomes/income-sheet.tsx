"use client";

/**
 * The sources of a year as fields, with last year's figure in grey beside each: it counts only once it is accepted. The sum and the
 * figure per head follow what is typed; without scripts they follow what was saved.
 */

import { type ReactNode, useRef, useState } from "react";
import { Field, useTypedList } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { inYuan } from "#lib/base/money.ts";
import { amountTyped, netOf, perHeadOf, sideOf } from "#lib/domains/incomes/income.ts";

export type SourceField = {
  code: string;
  label: string;
  /** As text; "" is not recorded. */
  now: string;
  last: string;
};
export type Group = { key: string; title: string; main: SourceField[]; more: SourceField[] };

type Words = {
  yuan: string;
  /** A sum with its unit, around "{amount}". */
  money: string;
  accept: string;
  more: string;
  net: string;
  perHead: string;
  none: string;
  /** Said while some of what is typed is no amount and so stands in no sum. */
  unread: string;
  lines: { kind: string; name: string; fen: string; above: string; below: string }[];
};

type Props = { groups: Group[]; members: number; words: Words; children: ReactNode };

const told = (fen: bigint | null, words: Words) =>
  fen === null ? words.none : words.money.replace("{amount}", inYuan(fen));

export function IncomeSheet({ groups, members, words, children }: Props) {
  const rows = groups.flatMap(({ main, more }) => [...main, ...more]);
  const box = useRef<HTMLDivElement>(null);
  const [amounts, setAmounts] = useState(() => amountsOf(rows.map(({ code, now }) => [code, now])));
  const [unread, setUnread] = useState(false);

  const recount = () => {
    const form = box.current?.closest("form");
    if (!form) return;
    const typed = new FormData(form);
    const texts = rows.map(({ code }): [string, string] => [code, String(typed.get(code) ?? "")]);
    const read = amountsOf(texts);
    setAmounts(read);
    setUnread(read.length < texts.filter(([, text]) => text.trim() !== "").length);
  };

  const net = netOf(amounts);
  const perHead = perHeadOf(net, members);
  return (
    <div ref={box} onInput={recount} onChange={recount} className="grid gap-5">
      {groups.map((group) => (
        <fieldset key={group.key} className="rounded-card border border-line bg-card px-4 pt-1 pb-3">
          <legend className="px-1 text-h3">{group.title}</legend>
          {group.main.map((row) => (
            <SourceLine key={row.code} row={row} words={words} />
          ))}
          {group.more.length > 0 ? (
            <details suppressHydrationWarning>
              <summary className="flex min-h-touch items-center text-link">{words.more}</summary>
              {group.more.map((row) => (
                <SourceLine key={row.code} row={row} words={words} />
              ))}
            </details>
          ) : null}
        </fieldset>
      ))}
      <div
        role="status"
        className="sticky bottom-14 z-10 rounded-card border border-line bg-sunk px-4 py-2 shadow-over desk:bottom-2"
      >
        <p className="flex flex-wrap items-baseline gap-x-6">
          <span>
            {words.net} <strong className="tabular">{told(net, words)}</strong>
          </span>
          <span>
            {words.perHead} <strong className="text-h3 tabular">{told(perHead, words)}</strong>
          </span>
        </p>
        {unread ? (
          <p className="flex items-center gap-2 font-semibold text-note text-watch">
            <Shape state="watch" className="size-3" />
            {words.unread}
          </p>
        ) : null}
        {words.lines.map((line) => {
          const side = line.fen === "" ? null : sideOf(perHead, BigInt(line.fen));
          return (
            <p key={line.kind} className="flex items-center gap-2 text-note">
              {side ? <Shape state={side === "above" ? "ok" : "behind"} className="size-3" /> : null}
              {line.name}
              {side ? <strong>{side === "above" ? line.above : line.below}</strong> : null}
            </p>
          );
        })}
      </div>
      {children}
    </div>
  );
}

function SourceLine({ row, words }: { row: SourceField; words: Words }) {
  const ticked = useTypedList("accept[]");
  const accept = (box: HTMLInputElement) => {
    const input = box.form?.elements.namedItem(row.code);
    if (!(input instanceof HTMLInputElement)) return;
    if (box.checked && input.value.trim() === "") input.value = row.last;
    else if (!box.checked && input.value === row.last) input.value = "";
  };
  return (
    <div className="flex flex-wrap items-end gap-x-4 border-line border-b py-2 last:border-b-0">
      <div className="w-full pad:w-72">
        <Field name={row.code} label={row.label}>
          <TextInput inputMode="decimal" autoComplete="off" unit={words.yuan} defaultValue={row.now} />
        </Field>
      </div>
      {row.last === "" ? null : (
        <label className="inline-flex min-h-touch items-center gap-2 text-ink-3">
          <input
            type="checkbox"
            name="accept[]"
            value={row.code}
            defaultChecked={ticked?.includes(row.code) ?? false}
            onChange={(event) => accept(event.currentTarget)}
            className="size-5"
          />
          {words.accept.replace("{amount}", row.last)}
        </label>
      )}
    </div>
  );
}

const amountsOf = (typed: [string, string][]) =>
  typed.flatMap(([code, text]) => {
    const fen = text.trim() === "" ? null : amountTyped(text);
    return fen === null ? [] : [{ code, fen }];
  });
