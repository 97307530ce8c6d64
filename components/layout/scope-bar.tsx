/** Which unit and which period the page speaks of, and the way to others: links and a form, no scripts needed. */

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { DownIcon } from "#components/ui/icons.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import Link from "#components/ui/link.tsx";
import { holders, kindOf, monthsOf, type Period, periodOf, seriesEnding, yearOf } from "#lib/base/period.ts";
import { withParams } from "#lib/base/url-state.ts";
import { getFormats } from "#lib/i18n/format.ts";

export type Unit = { id: number; name: string };
/** The unit of the page with the way up (nearest last) and its children that the viewer may choose. */
export type UnitChoices = { now: Unit; above: readonly Unit[]; below: readonly Unit[] };

type Address = { path: string; params: URLSearchParams };

const SHOWN = 24;

export async function UnitSwitcher({ path, params, units }: Address & { units: UnitChoices }) {
  const t = await getTranslations("navigation");
  const to = (unit: Unit) => withParams(path, params, { u: String(unit.id) });
  const hidden = units.below.length - SHOWN;
  return (
    <Panel label={t("unit.switch", { name: units.now.name })} now={units.now.name}>
      {units.above.length > 0 ? (
        <Choices
          title={t("unit.up")}
          items={units.above.map((unit) => ({ label: unit.name, href: to(unit) }))}
        />
      ) : null}
      {units.below.length > 0 ? (
        <Choices
          title={t("unit.down")}
          items={units.below.slice(0, SHOWN).map((unit) => ({ label: unit.name, href: to(unit) }))}
        />
      ) : (
        <p className="text-ink-2 text-note">{t("unit.none")}</p>
      )}
      {hidden > 0 ? <p className="text-ink-2 text-note">{t("unit.more", { count: hidden })}</p> : null}
      <form action="/divisions" method="get" className="mt-3 flex gap-2 border-line border-t pt-3">
        <input
          type="search"
          name="q"
          aria-label={t("unit.find")}
          placeholder={t("unit.findHint")}
          className={inputClass}
        />
        <button type="submit" className={buttonClass({})}>
          {t("unit.find")}
        </button>
      </form>
    </Panel>
  );
}

export async function PeriodSwitcher({
  path,
  params,
  period,
  today,
}: Address & { period: Period; today: string }) {
  const t = await getTranslations("navigation");
  const common = await getTranslations("common");
  const f = await getFormats();
  const item = (choice: Period, label = f.period(choice)) => ({
    label,
    href: withParams(path, params, { p: choice }),
    current: choice === period,
  });
  const kind = kindOf(period);
  const year = kind === "year" ? period : (holders(period).at(-1) ?? period);
  const quarters = monthsOf(year).filter((_month, index) => index % 3 === 0);
  const past = (choice: Period) =>
    choice.slice(0, 4) < today.slice(0, 4) || choice <= periodOf(today, kindOf(choice));
  return (
    <Panel label={t("period.switch", { name: f.period(period) })} now={f.period(period)}>
      <Choices
        title={common("period.kind.year")}
        items={seriesEnding(periodOf(today, "year"), 4).map((choice) => item(choice))}
      />
      <Choices
        title={`${f.period(year)} · ${common("period.kind.quarter")}`}
        items={quarters
          .map((month) => periodOf(`${month}-01`, "quarter"))
          .filter(past)
          .map((choice) => item(choice, f.shortPeriod(choice)))}
      />
      <Choices
        title={`${yearOf(period)} · ${common("period.kind.month")}`}
        items={monthsOf(year)
          .filter(past)
          .map((choice) => item(choice, f.shortPeriod(choice)))}
      />
    </Panel>
  );
}

function Panel({ label, now, children }: { label: string; now: string; children: ReactNode }) {
  return (
    <details data-popover name="scope" className="group print:hidden">
      <summary aria-label={label} className={buttonClass({})}>
        {now}
        <DownIcon className="size-3.5 text-ink-3 group-open:rotate-180" />
      </summary>
      <div className="absolute inset-x-0 z-20 mt-1 max-h-[70dvh] overflow-y-auto rounded-card border border-line bg-card p-4 shadow-over desk:left-auto desk:w-[26rem]">
        {children}
      </div>
    </details>
  );
}

type Choice = { label: string; href: string; current?: boolean };

function Choices({ title, items }: { title: string; items: readonly Choice[] }) {
  return (
    <div className="mb-3 last:mb-0">
      <p className="mb-1 text-ink-2 text-note">{title}</p>
      <ul className="flex flex-wrap gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.current ? "true" : undefined}
              className="inline-flex min-h-touch items-center rounded-control border border-line px-2.5 text-ink no-underline hover:bg-hover hover:no-underline aria-[current]:border-link aria-[current]:bg-link-tint aria-[current]:font-semibold desk:min-h-8"
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
