/** How far trainings reach in a unit: of cadres and of Party members, who was at one, each person once; every number opens its people. */
import { getTranslations } from "next-intl/server";
import { Explain } from "#components/ui/explain.tsx";
import Link from "#components/ui/link.tsx";
import { Metric } from "#components/ui/metric.tsx";
import { withParams } from "#lib/base/url-state.ts";
import type { RosterCoverage } from "#lib/domains/trainings/queries/coverage.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = { coverage: RosterCoverage[]; params: URLSearchParams };

export async function CoverageCards({ coverage, params }: Props) {
  const t = await getTranslations("trainings");
  const f = await getFormats();
  const people = (roster: string, missing: boolean) =>
    withParams("/trainings", params, {
      "f.mode": null,
      "f.audience": null,
      "f.topic": null,
      "f.state": null,
      view: "people",
      "f.roster": roster,
      "f.in": missing ? "missing" : null,
    });
  return (
    <section aria-label={t("coverage.title")} className="mb-4 flex flex-wrap gap-x-10 gap-y-4">
      {coverage.map(({ roster, all, trained, hours }) => (
        <div key={roster}>
          <Metric
            label={t(`coverage.${roster as "CADRES"}`)}
            value={f.percent({ part: trained, whole: all })}
            href={people(roster, false)}
            how={
              <Explain label={t("coverage.how")}>
                <p>{t("coverage.howText")}</p>
              </Explain>
            }
          />
          <p className="text-ink-2 text-note">
            {all > 0
              ? t("coverage.detail", { trained, all, hours: f.decimal(hours / all) })
              : t("coverage.nobody")}
          </p>
          {all > trained ? (
            <Link
              href={people(roster, true)}
              className="inline-flex min-h-touch items-center text-note desk:min-h-6 print:hidden"
            >
              {t("coverage.missing", { count: all - trained })}
            </Link>
          ) : null}
        </div>
      ))}
    </section>
  );
}
