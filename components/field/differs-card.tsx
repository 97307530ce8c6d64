"use client";

/** Two sayings of one fact: mine, what stands there by now, or something else. Whatever is chosen, both stay in the history. */

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { fill } from "#components/ui/words.tsx";
import { useFieldWords } from "./field-words.tsx";
import type { Content, Item } from "./outbox.ts";
import { timeOf } from "./use-phone.ts";

type Choice = "mine" | "now" | "other";
type Props = { item: Item; content: Content; onChosen: (next: Content) => Promise<void> };

export function DiffersCard({ item, content, onChosen }: Props) {
  const { differs: words } = useFieldWords();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [other, setOther] = useState("");
  const [missing, setMissing] = useState(false);
  const { differs } = item;
  const { fact } = content;
  if (!differs || !fact) return null;
  const said = (value: string) => fact.options.find((one) => one.value === value)?.label ?? words.unknown;
  const told = JSON.parse(content.values) as { value: string; instead?: string };
  const mine = told.instead ?? told.value;
  const value = choice ? { mine, now: differs.now, other }[choice] : "";
  const lines: [Choice, string][] = [
    ["mine", fill(words.mine, { value: said(mine), when: timeOf(Date.parse(item.writtenAt)) })],
    [
      "now",
      fill(differs.by ? words.now : words.nowByMachine, {
        ...{ value: said(differs.now), by: differs.by ?? "" },
        when: differs.at ? timeOf(Date.parse(differs.at)) : "",
      }),
    ],
    ["other", words.other],
  ];
  const chosen = async () => {
    if (!value) return setMissing(true);
    const values = JSON.stringify({ ...told, was: differs.now, value, instead: mine });
    await onChosen({ ...content, values, fact: { ...fact, was: said(differs.now), mine: said(value) } });
  };
  return (
    <form
      className="grid gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        void chosen();
      }}
    >
      <fieldset>
        <legend className="font-semibold">{fill(words.title, { fact: fact.label })}</legend>
        {lines.map(([one, text]) => (
          <label key={one} className="flex min-h-touch items-center gap-2">
            <input
              type="radio"
              name={`${item.id}-choice`}
              checked={choice === one}
              onChange={() => setChoice(one)}
              className="size-5 accent-link"
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      {choice === "other" ? (
        <select
          aria-label={words.other}
          value={other}
          onChange={(event) => setOther(event.target.value)}
          className={inputClass}
        >
          <option value="">{words.choose}</option>
          {fact.options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      ) : null}
      {missing && !value ? (
        <p role="alert" className="font-semibold text-behind">
          {words.choose}
        </p>
      ) : null}
      <p className="text-note text-ink-2">{words.both}</p>
      <p>
        <Button type="submit" kind="primary">
          {words.confirm}
        </Button>
      </p>
    </form>
  );
}
