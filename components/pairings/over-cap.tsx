"use client";

/** The question that comes back with a form: more households than the limit of the helper's rank, all the same? */

import { Field, useTyped } from "#components/ui/field.tsx";
import { useForm } from "#components/ui/form.tsx";

type Props = { label: string; sure: string };

export function OverCap({ label, sure }: Props) {
  const { id, problem } = useForm();
  const said = useTyped("overCap") === "yes";
  if (!said && !problem?.fields?.overCap) return null;
  return (
    <Field name="overCap" label={label}>
      <label className="flex min-h-touch items-center gap-2">
        <input
          type="checkbox"
          id={`${id}-overCap`}
          name="overCap"
          value="yes"
          defaultChecked={said}
          className="size-5 accent-link"
        />
        <span>{sure}</span>
      </label>
    </Field>
  );
}
