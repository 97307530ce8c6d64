/** Conditions above a list: a GET form that writes them into the URL, so that they can be shared, kept and undone. */

import { getTranslations } from "next-intl/server";
import { Children, type ReactNode } from "react";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { CloseIcon, DownIcon } from "#components/ui/icons.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { Option } from "#components/ui/inputs.tsx";
import Link from "#components/ui/link.tsx";
import { TidyForm } from "#components/ui/tidy-form.tsx";
import { NO_ID_NUMBER } from "#lib/base/search-text.ts";

export type ActiveFilter = { label: string; removeHref: string };

type Props = {
  path: string;
  params: URLSearchParams;
  /** The parameters this form writes; all others travel along unseen. */
  own: readonly string[];
  children: ReactNode;
  active?: readonly ActiveFilter[];
  clearHref: string;
};

const PLACE = ["after", "before", "page"];

export async function FilterBar({ path, params, own, children, active = [], clearHref }: Props) {
  const t = await getTranslations("common");
  const kept = [...params].filter(([name]) => !own.includes(name) && !PLACE.includes(name));
  return (
    <div className="mb-3 rounded-card border border-line bg-card px-3 py-2.5 print:border-0 print:p-0">
      <TidyForm path={path} stamp={params.toString()}>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="filters flex flex-wrap items-end gap-x-3 gap-y-2 print:hidden">
          {children}
          {Children.count(children) > 1 ? <MoreFilters label={t("filter.more")} /> : null}
          <div className="filters-keep flex gap-2">
            <Button type="submit">{t("filter.search")}</Button>
            <LinkButton href={clearHref} kind="quiet">
              {t("filter.reset")}
            </LinkButton>
          </div>
        </div>
      </TidyForm>
      {active.length > 0 ? (
        <div className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-note">
          <span className="text-ink-2">{t("filter.active")}</span>
          {active.map((filter) => (
            <Link
              key={filter.label}
              href={filter.removeHref}
              aria-label={t("filter.remove", { name: filter.label })}
              className="inline-flex min-h-touch items-center gap-1 rounded-control border border-link bg-link-tint px-2 text-ink no-underline desk:min-h-6 print:min-h-0"
            >
              {filter.label}
              <CloseIcon className="size-3 print:hidden" />
            </Link>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** A phone shows the first condition; the others unfold by a check box, so that no script is needed. */
function MoreFilters({ label }: { label: string }) {
  return (
    <label className="filters-keep relative inline-flex min-h-control items-center gap-1 rounded-control px-1 text-link has-focus-visible:outline-2 has-focus-visible:outline-link desk:hidden">
      <input type="checkbox" className="peer absolute inset-0 cursor-pointer appearance-none outline-none" />
      {label}
      <DownIcon className="size-4 peer-checked:rotate-180" />
    </label>
  );
}

type Control = { name: string; label: string };

export async function FilterText({ name, label, value, hint }: Control & { value?: string; hint?: string }) {
  const t = await getTranslations("navigation");
  return (
    <label className="block grow pad:max-w-64">
      <span className="block text-ink-2 text-note">{label}</span>
      <input
        type="search"
        name={name}
        defaultValue={value}
        placeholder={hint}
        pattern={NO_ID_NUMBER}
        title={t("search.whole")}
        className={inputClass}
      />
    </label>
  );
}

type SelectProps = Control & { options: readonly Option[]; value?: string; all?: string };

export async function FilterSelect({ name, label, options, value, all }: SelectProps) {
  const t = await getTranslations("common");
  return (
    <label className="block">
      <span className="block text-ink-2 text-note">{label}</span>
      <select key={value} name={name} defaultValue={value ?? ""} className={`${inputClass} min-w-32`}>
        <option value="">{all ?? t("choices.all")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

type ChipsProps = Control & { options: readonly Option[]; values: readonly string[] };

/** Several at once; each is a check box. */
export function FilterChips({ name, label, options, values }: ChipsProps) {
  return (
    <fieldset>
      <legend className="text-ink-2 text-note">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative inline-flex min-h-control items-center rounded-control border border-control px-3 has-checked:border-link has-checked:bg-link-tint has-checked:ring-1 has-checked:ring-link has-focus-visible:outline-2 has-focus-visible:outline-link has-focus-visible:outline-offset-2"
          >
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={values.includes(option.value)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
