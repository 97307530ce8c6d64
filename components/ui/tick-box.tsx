"use client";

/** One box of a list of the same name, as in the rows of a table; ticked again when the form comes back with a question. */

import { useTypedList } from "#components/ui/field.tsx";

type Props = { name: `${string}[]`; value: string | number; label: string; ticked?: boolean };

export function TickBox({ name, value, label, ticked = false }: Props) {
  const typed = useTypedList(name);
  return (
    <label className="inline-flex min-h-touch min-w-11 items-center justify-end desk:min-h-control desk:min-w-0 desk:justify-start">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={typed ? typed.includes(String(value)) : ticked}
        aria-label={label}
        className="size-5"
      />
    </label>
  );
}
