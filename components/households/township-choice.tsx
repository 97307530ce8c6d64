/** Too many villages for one list: choose the township first, by a GET form, so that no script is needed. */
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import Link from "#components/ui/link.tsx";
import type { ListPlace } from "#lib/domains/divisions/list-place.ts";
import type { TownshipChoice } from "#lib/domains/households/queries/villages.ts";

type Props = { path: string; townships: readonly TownshipChoice[] };

export async function TownshipChooser({ path, townships }: Props) {
  const t = await getTranslations("households");
  const common = await getTranslations("common");
  const counties = [...new Set(townships.map((one) => one.county))];
  return (
    <form action={path} method="get" className="grid max-w-xl gap-3">
      <label className="block">
        <span className="font-semibold">{t("township.label")}</span>
        <span className="block text-ink-2 text-note">{t("township.why")}</span>
        <select name="u" required defaultValue="" className={inputClass}>
          <option value="">{common("choose")}</option>
          {counties.map((county) => (
            <optgroup key={county} label={county}>
              {townships
                .filter((one) => one.county === county)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <div>
        <Button type="submit" kind="primary">
          {t("township.go")}
        </Button>
      </div>
    </form>
  );
}

type OtherProps = { path: string; place: Pick<ListPlace, "above"> };

/** The way back from the township that was chosen, for those who reach beyond it. */
export async function OtherTownship({ path, place }: OtherProps) {
  if (place.above.length === 0) return null;
  const t = await getTranslations("households");
  return (
    <p className="mb-3">
      <Link href={path} className="inline-flex min-h-touch items-center desk:min-h-6">
        {t("township.other")}
      </Link>
    </p>
  );
}
