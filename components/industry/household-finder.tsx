/** Which household to add: a GET form, so the address keeps the question; without one those of the villages covered. */
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import Link from "#components/ui/link.tsx";
import type { LinkRole } from "#lib/domains/industry/industry.ts";
import type { HouseholdChoice } from "#lib/domains/industry/queries/entity-choices.ts";

type Props = { path: string; q: string; found: readonly HouseholdChoice[] };

export async function HouseholdFinder({ path, q, found }: Props) {
  const t = await getTranslations("industry");
  return (
    <div className="grid max-w-2xl gap-4">
      <form action={path} className="flex flex-wrap items-end gap-2">
        <label className="min-w-0 grow">
          <span className="block font-semibold">{t("link.find")}</span>
          <span className="block text-ink-2 text-note">{t("link.hint")}</span>
          <input type="search" name="q" defaultValue={q} maxLength={40} className={`${inputClass} mt-1`} />
        </label>
        <Button type="submit" kind="primary">
          {t("link.find")}
        </Button>
      </form>
      {found.length === 0 ? (
        <p className="text-ink-2">{q ? t("link.none", { q }) : t("link.noneHere")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {found.map((one) => (
            <li key={one.id} className="flex min-h-row items-center justify-between gap-3 px-3">
              <span>
                {one.headName}{" "}
                <span className="text-ink-2 text-note">
                  {[
                    one.place,
                    one.householdNo,
                    one.roles.length > 0
                      ? t("link.has", {
                          roles: one.roles.map((role) => t(`role.${role as LinkRole}`)).join("、"),
                        })
                      : null,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <Link
                href={`${path}?household=${one.id}`}
                className="inline-flex min-h-touch items-center whitespace-nowrap"
              >
                {t("link.pick")}
                <span className="sr-only">{one.headName}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
