/** The first step of founding an organization: where it sits, and of which setting and coverage; a GET form, so the address keeps it. */

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import Link from "#components/ui/link.tsx";
import { COVERAGES } from "#lib/domains/party-orgs/affiliation.ts";
import { SETTINGS } from "#lib/domains/party-orgs/party-org.ts";
import type { Hit } from "#lib/domains/search/hit.ts";

type Props = {
  path: string;
  q: string;
  hits: readonly Hit[];
  place: { id: number; name: string } | null;
  setting: string;
  coverage: string;
  /** Chosen beforehand, as on the org chart. */
  leaderId?: number;
};

export function SeatForm({ path, q, hits, place, setting, coverage, leaderId }: Props) {
  const t = useTranslations("party-orgs");
  return (
    <div className="grid max-w-2xl gap-4">
      <h2 className="text-h3">{t("form.step1")}</h2>
      {place ? (
        <p>
          {t("form.placeChosen", { place: place.name })}{" "}
          <Link href={path} className="inline-flex min-h-touch items-center desk:min-h-6">
            {t("form.placeChange")}
          </Link>
        </p>
      ) : (
        <Finder path={path} q={q} hits={hits} />
      )}
      {place ? (
        <form action={path} className="grid gap-4">
          <input type="hidden" name="divisionId" value={place.id} />
          {leaderId ? <input type="hidden" name="leaderId" value={leaderId} /> : null}
          <Radios
            name="setting"
            label={t("form.setting")}
            chosen={setting}
            options={SETTINGS.map((one) => [one, t(`setting.${one}`)])}
            hint={t("settingHint.ENTITY")}
          />
          <Radios
            name="coverage"
            label={t("form.coverage")}
            chosen={coverage}
            options={COVERAGES.map((one) => [one, t(`coverage.${one}`)])}
            hint={t("form.coverageHint")}
          />
          <div>
            <Button type="submit" kind="primary">
              {t("form.next")}
            </Button>
          </div>
        </form>
      ) : null}
    </div>
  );
}

function Finder({ path, q, hits }: Pick<Props, "path" | "q" | "hits">) {
  const t = useTranslations("party-orgs");
  return (
    <>
      <form action={path} className="flex flex-wrap items-end gap-2">
        <label className="min-w-0 grow">
          <span className="block font-semibold">{t("form.placeFind")}</span>
          <input
            type="search"
            name="q"
            defaultValue={q}
            placeholder={t("form.placeHint")}
            maxLength={40}
            className={inputClass}
          />
        </label>
        <Button type="submit" kind="primary">
          {t("form.placeFind")}
        </Button>
      </form>
      {q && hits.length === 0 ? <p className="text-ink-2">{t("form.placeNone", { text: q })}</p> : null}
      {hits.length > 0 ? (
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {hits.map((hit) => (
            <li key={hit.id} className="flex min-h-row items-center justify-between gap-3 px-3">
              <span>
                {hit.title} <span className="text-ink-2 text-note">{hit.detail}</span>
              </span>
              <Link href={`${path}?divisionId=${hit.id}`} className="inline-flex min-h-touch items-center">
                {t("form.placePick")}
                <span className="sr-only">{hit.title}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

type RadioProps = {
  name: string;
  label: string;
  hint: string;
  chosen: string;
  options: (readonly [value: string, label: string])[];
};

function Radios({ name, label, hint, chosen, options }: RadioProps) {
  return (
    <fieldset>
      <legend className="font-semibold">{label}</legend>
      <p className="text-ink-2 text-note">{hint}</p>
      <div className="mt-1 flex flex-wrap gap-x-5">
        {options.map(([value, text]) => (
          <label key={value} className="inline-flex min-h-touch items-center gap-2">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              className="size-5"
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
