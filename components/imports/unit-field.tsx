/** The unit that the rows of an upload belong to. */

import { FieldErrors } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { ImportUnit } from "#lib/domains/imports/queries.ts";

type Props = {
  id: string;
  label: string;
  hint: string;
  units: ImportUnit[];
  /** What was chosen before the form came back, and why it did. */
  chosen?: string | null;
  problem?: string | null;
};

export function UnitField({ id, label, hint, units, chosen, problem }: Props) {
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-ink-2 text-note">
        {hint}
      </p>
      <FieldErrors id={`${id}-error`} errors={problem ? [problem] : []} />
      <select
        id={id}
        name="divisionId"
        defaultValue={chosen ?? undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-hint ${id}-error` : `${id}-hint`}
        className={`mt-1 ${inputClass}`}
      >
        {unitOptions(units).map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

export const unitOptions = (units: ImportUnit[]) =>
  units.map(({ id, name, parent }) => ({
    value: String(id),
    label: [parent, name].filter(Boolean).join(" "),
  }));
