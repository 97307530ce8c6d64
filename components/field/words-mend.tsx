"use client";

/** Words that wait to be added to a visit, and a family's word on a result, said otherwise before they are sent. */

import { useState } from "react";
import { inputClass } from "#components/ui/input-class.ts";
import { useFieldWords } from "./field-words.tsx";
import { MendForm } from "./mend-form.tsx";
import type { Content } from "./outbox.ts";

type Props = { content: Content; onMended: (next: Content) => Promise<void> };
type Told = { words?: string; verdict?: string };

export function AdditionMend({ content, onMended }: Props) {
  const { row } = useFieldWords();
  const told = JSON.parse(content.values) as Told;
  const [words, setWords] = useState(told.words ?? "");
  const mended = () =>
    onMended({
      ...content,
      values: JSON.stringify({ ...told, words: words.trim() }),
      addition: { words: words.trim() },
    });
  return (
    <MendForm onSave={mended}>
      <Words label={row.mendAddition} least={2} value={words} onChange={setWords} />
    </MendForm>
  );
}

export function VerdictMend({ content, onMended }: Props) {
  const { row } = useFieldWords();
  const { verdict } = content;
  const told = JSON.parse(content.values) as Told;
  const [value, setValue] = useState(told.verdict ?? "");
  const [words, setWords] = useState(told.words ?? "");
  // Written down by an older program, which did not say what else there is to say.
  if (!verdict?.options) return null;
  const mended = () => {
    const label = verdict.options?.find((one) => one.value === value)?.label ?? verdict.label;
    const { words: _before, ...rest } = told;
    const said = words.trim() ? { words: words.trim() } : {};
    return onMended({
      ...content,
      values: JSON.stringify({ ...rest, verdict: value, ...said }),
      verdict: { ...verdict, label },
    });
  };
  return (
    <MendForm onSave={mended}>
      <label className="block min-w-0 grow">
        <span className="font-semibold">{row.mendVerdict}</span>
        <select value={value} onChange={(event) => setValue(event.target.value)} className={inputClass}>
          {verdict.options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <Words label={row.mendWords} value={words} onChange={setWords} />
    </MendForm>
  );
}

type WordsProps = { label: string; least?: number; value: string; onChange: (words: string) => void };

const Words = ({ label, least = 0, value, onChange }: WordsProps) => (
  <label className="block w-full">
    <span className="font-semibold">{label}</span>
    <textarea
      value={value}
      rows={2}
      minLength={least}
      maxLength={500}
      required={least > 0}
      onChange={(event) => onChange(event.target.value)}
      className={inputClass}
    />
  </label>
);
