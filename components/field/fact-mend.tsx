"use client";

/** A changed fact that waits, said otherwise: what it is now, against what stood there when it was first said. */

import { useState } from "react";
import { inputClass } from "#components/ui/input-class.ts";
import { fill } from "#components/ui/words.tsx";
import { useFieldWords } from "./field-words.tsx";
import { MendForm } from "./mend-form.tsx";
import type { Content } from "./outbox.ts";

type Props = { content: Content; onMended: (next: Content) => Promise<void> };

export function FactMend({ content, onMended }: Props) {
  const { row } = useFieldWords();
  const { fact } = content;
  const told = JSON.parse(content.values) as { was: string; value: string };
  const [value, setValue] = useState(told.value);
  if (!fact) return null;
  const mended = async () => {
    const mine = fact.options.find((one) => one.value === value)?.label ?? "";
    await onMended({ ...content, values: JSON.stringify({ ...told, value }), fact: { ...fact, mine } });
  };
  return (
    <MendForm onSave={mended}>
      <label className="block min-w-0 grow">
        <span className="font-semibold">{fill(row.mendFact, { fact: fact.label })}</span>
        <select value={value} onChange={(event) => setValue(event.target.value)} className={inputClass}>
          {fact.options
            .filter((one) => one.value !== told.was)
            .map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
        </select>
      </label>
    </MendForm>
  );
}
