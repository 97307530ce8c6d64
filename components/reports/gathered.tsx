/** Which of the units right below have issued their report of a period; what is missing stands first. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { firstDay, type Period, step } from "#lib/base/period.ts";
import { withParams } from "#lib/base/url-state.ts";
import type { Gathered } from "#lib/domains/reports/queries/list-reports.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = {
  period: Period;
  units: readonly Gathered[];
  path: string;
  params: URLSearchParams;
  today: string;
};
const tall = "inline-flex min-h-touch items-center desk:min-h-6";

export async function GatheredList({ period, units, path, params, today }: Props) {
  const t = await getTranslations("reports");
  const f = await getFormats();
  const issued = units.filter((unit) => unit.issued !== null).length;
  const next = step(period, 1);
  return (
    <Card title={t("gather.title", { period: f.period(period) })}>
      <nav aria-label={t("gather.period")} className="flex flex-wrap items-center gap-x-4">
        <span className="font-semibold">{t("gather.sum", { issued, all: units.length })}</span>
        <Link href={withParams(path, params, { p: step(period, -1) })} className={tall} scroll={false}>
          {f.period(step(period, -1))}
        </Link>
        {firstDay(next) <= today ? (
          <Link href={withParams(path, params, { p: next })} className={tall} scroll={false}>
            {f.period(next)}
          </Link>
        ) : null}
      </nav>
      <ul className="divide-y divide-line">
        {units.map((one) => (
          <li key={one.unit} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
            {one.id ? (
              <Link href={`/reports/${one.id}`} className={tall}>
                {one.name}
              </Link>
            ) : (
              <span className={tall}>{one.name}</span>
            )}
            {one.issued ? (
              <Light state="ok" word={t("gather.issued", { day: f.day(one.issuedOn), name: one.issued })} />
            ) : (
              <Light state={one.id ? "watch" : "none"} word={t(one.id ? "gather.draft" : "gather.none")} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
