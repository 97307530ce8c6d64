"use client";

/** One choice of a list of the same name, as in the rows of a table; chosen again when the form comes back with a question. */

import { useTypedList } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";

type Props = {
  name: `${string}[]`;
  label: string;
  /** No two lists of the same name share a value. */
  options: readonly { value: string; label: string }[];
  chosen: string;
};

export function ListSelect({ name, label, options, chosen }: Props) {
  const typed = useTypedList(name);
  const again = options.find(({ value }) => typed?.includes(value))?.value;
  return (
    <select name={name} aria-label={label} defaultValue={again ?? chosen} className={inputClass}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
