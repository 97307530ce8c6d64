/** The unit that the rows of an upload belong to. */

import { getTranslations } from "next-intl/server";
import { inputClass } from "#components/ui/input-class.ts";
import type { ImportUnit } from "#lib/domains/imports/queries.ts";

export async function UnitField({ id, label, units }: { id: string; label: string; units: ImportUnit[] }) {
  const t = await getTranslations("imports");
  return (
    <div>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-ink-2 text-note">
        {t("upload.unitHint")}
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
