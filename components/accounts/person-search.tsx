/** The search for a person: a GET form, so that whom it found stands in the page before any script. */

import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";

/** `label`, `hint`: when others than persons of the registry are sought. */
type Props = { path: string; q: string; keep: Record<string, string>; label?: string; hint?: string };

export async function PersonSearch({ path, q, keep, label, hint }: Props) {
  const t = await getTranslations("accounts");
  return (
    <form action={path} method="get" className="flex max-w-xl items-end gap-2">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="block min-w-0 grow">
        <span className="mb-1 block font-semibold">{label ?? t("create.findPerson")}</span>
        <input
          type="search"
          name="q"
          defaultValue={q}
          maxLength={40}
          placeholder={hint ?? t("create.findHint")}
          autoComplete="off"
          className={inputClass}
        />
      </label>
      <div className="shrink-0 whitespace-nowrap">
        <Button type="submit">{t("create.findGo")}</Button>
      </div>
    </form>
  );
}
