"use client";

/** One column's list, without a label of its own on the screen: the row names it. Keeps what was chosen when the form comes back. */

import { Field } from "#components/ui/field.tsx";
import { type Option, Select } from "#components/ui/inputs.tsx";

type Props = { name: string; label: string; chosen: string; empty: string; options: readonly Option[] };

export function FieldChoiceSelect({ name, label, chosen, empty, options }: Props) {
  return (
    <Field name={name} label={label} hideLabel>
      <Select options={options} empty={empty} defaultValue={chosen} />
    </Field>
  );
}
