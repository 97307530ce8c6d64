/** The unit that the rows of an upload belong to. */

import { inputClass } from "#components/ui/input-class.ts";
import type { ImportUnit } from "#lib/domains/imports/queries.ts";

type Props = { id: string; label: string; hint: string; units: ImportUnit[] };

export function UnitField({ id, label, hint, units }: Props) {
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-ink-2 text-note">
        {hint}
      </p>
      <select id={id} name="divisionId" aria-describedby={`${id}-hint`} className={`mt-1 ${inputClass}`}>
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {[unit.parent, unit.name].filter(Boolean).join(" ")}
          </option>
        ))}
      </select>
    </div>
  );
}
