/** The search for a helper: a GET form, so that what was found stands in the page before any script. */
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";

type Props = { path: string; q: string; keep: readonly (readonly [string, string])[] };

export async function HelperSearch({ path, q, keep }: Props) {
  const t = await getTranslations("pairings");
  return (
    <form action={path} method="get" className="flex max-w-xl items-end gap-2">
      {keep.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <label className="block grow">
        <span className="font-semibold">{t("find.label")}</span>
        <input type="search" name="q" defaultValue={q} placeholder={t("find.hint")} className={inputClass} />
      </label>
      <Button type="submit">{t("find.go")}</Button>
    </form>
  );
}
