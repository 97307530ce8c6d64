/** What is compared: those below or those beside, by which indicators, which units; links and a form of the address, no scripts needed. */
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { DownIcon } from "#components/ui/icons.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { listOf, withParams } from "#lib/base/url-state.ts";
import type { Comparison } from "#lib/domains/cockpit/compare-query.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { ITEMS } from "#lib/indicators/items.ts";

type Props = {
  view: Comparison;
  params: URLSearchParams;
  /** All that can be compared by. */
  all: readonly Ratio[];
};

export async function CompareChoice({ view, params, all, children }: Props & { children: ReactNode }) {
  const t = await getTranslations("compare");
  const cockpit = await getTranslations("cockpit");
  const to = (changes: Record<string, string | null>) =>
    withParams("/compare", params, { sort: null, ...changes });
  const item = params.get("i") ? null : (params.get("item") ?? "");
  const inUse = ITEMS.filter(({ code }) => all.some((indicator) => indicator.item === code));
  return (
    <div className="mb-3 flex flex-col gap-2 print:hidden">
      <Tabs
        label={t("by")}
        items={[
          { href: to({ item: null, i: null }), label: t("headlines"), current: item === "" },
          ...inUse.map(({ code }) => ({
            href: to({ item: code, i: null }),
            label: cockpit(`short.${code}`),
            current: item === code,
          })),
        ]}
      />
      <div className="flex flex-wrap items-center gap-2">
        {view.beside && view.children.length > 0 ? (
          <LinkButton size="small" href={to({ peers: view.peers ? null : "1", units: null })}>
            {t(view.peers ? "toBelow" : "toBeside", { unit: view.unit.name })}
          </LinkButton>
        ) : null}
        {children}
      </div>
      <Chooser view={view} params={params} all={all} />
    </div>
  );
}

async function Chooser({ view, params, all }: Props) {
  const t = await getTranslations("compare");
  const locale = await getLocale();
  const named = listOf(params, "i");
  const kept = ["u", "p", "peers", "view"].flatMap((key) => {
    const value = params.get(key);
    return value ? [{ key, value }] : [];
  });
  return (
    <details className="group" open={view.tooFew}>
      <summary className={buttonClass({ size: "small" })}>
        {t("choose")}
        <DownIcon className="size-3.5 text-ink-3 group-open:rotate-180" />
      </summary>
      <form action="/compare" method="get" className="mt-2 rounded-card border border-line bg-card p-4">
        {kept.map(({ key, value }) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <Ticks
          legend={t("units")}
          name="units"
          options={view.group.map(({ id, name }) => ({ value: String(id), label: name }))}
          ticked={view.chosen.map(String)}
        />
        {view.tooFew ? <p className="mb-2 font-semibold text-behind">{t("tooFew")}</p> : null}
        <Ticks
          legend={t("indicators")}
          name="i"
          options={all.map(({ id, name }) => ({ value: id, label: name[locale] }))}
          ticked={named}
        />
        <button type="submit" className={buttonClass({ kind: "primary" })}>
          {t("show")}
        </button>
      </form>
    </details>
  );
}

type TicksProps = {
  legend: string;
  name: string;
  options: readonly { value: string; label: string }[];
  ticked: readonly string[];
};

function Ticks({ legend, name, options, ticked }: TicksProps) {
  return (
    <fieldset className="mb-3">
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="grid grid-cols-2 gap-x-4 pad:grid-cols-3 desk:grid-cols-4">
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-touch items-center gap-2 desk:min-h-8">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={ticked.includes(value)}
              className="size-4 shrink-0"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
