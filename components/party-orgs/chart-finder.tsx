/** Finds the organization that something moves to, by name or sound; those nearby stand ready. */

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import Link from "#components/ui/link.tsx";
import type { Candidate } from "#lib/domains/party-orgs/queries/leaders.ts";

type Props = {
  path: string;
  params: URLSearchParams;
  hits: readonly Candidate[];
  near: readonly Candidate[];
  hrefOf: (id: number, name: string) => string;
};

export function ChartFinder({ path, params, hits, near, hrefOf }: Props) {
  const t = useTranslations("party-orgs");
  const q = params.get("q") ?? "";
  const shown = q ? hits : near;
  return (
    <div className="grid gap-3">
      <form action={path} className="flex flex-wrap items-end gap-2">
        {[...params]
          .filter(([name]) => name !== "q" && name !== "saved")
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <label className="min-w-0 grow">
          <span className="block font-semibold">{t("chart.find")}</span>
          <input
            type="search"
            name="q"
            defaultValue={q}
            placeholder={t("filter.qHint")}
            maxLength={40}
            className={inputClass}
          />
        </label>
        <Button type="submit" kind="primary">
          {t("chart.findIt")}
        </Button>
      </form>
      {q && shown.length === 0 ? <p className="text-ink-2">{t("form.placeNone", { text: q })}</p> : null}
      {shown.length > 0 ? (
        <>
          <p className="text-ink-2 text-note">{q ? t("chart.found") : t("chart.near")}</p>
          <ul className="divide-y divide-line rounded-control border border-line">
            {shown.map((one) => (
              <li key={one.id}>
                <Link
                  href={hrefOf(one.id, one.name)}
                  scroll={false}
                  className="flex min-h-touch items-center justify-between gap-3 px-3 -outline-offset-2"
                >
                  <span>{one.name}</span>
                  <span className="text-ink-2 text-note">{one.place}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
