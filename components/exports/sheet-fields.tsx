/** Which sheet, of which unit. */

import { getTranslations } from "next-intl/server";
import { inputClass } from "#components/ui/input-class.ts";

type Props = {
  id: string;
  sheets: { value: string; label: string }[];
  units: { id: number; name: string; parent: string | null }[];
  sheetName: string;
  unitName: string;
};

export async function SheetFields({ id, sheets, units, sheetName, unitName }: Props) {
  const t = await getTranslations("exports");
  return (
    <>
      <div>
        <label htmlFor={`${id}-sheet`} className="font-semibold">
          {t("field.sheet")}
        </label>
        <select id={`${id}-sheet`} name={sheetName} className={`mt-1 ${inputClass}`}>
          {sheets.map((sheet) => (
            <option key={sheet.value} value={sheet.value}>
              {sheet.label}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-unit`} className="font-semibold">
          {t("field.unit")}
        </label>
        <select id={`${id}-unit`} name={unitName} className={`mt-1 ${inputClass}`}>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {[unit.parent, unit.name].filter(Boolean).join(" ")}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
