/** What the panels of an item share: how a number went over twelve periods, and the name of a unit below with its light. */
import { getTranslations } from "next-intl/server";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { Trend } from "#components/charts/trend.tsx";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import type { Period } from "#lib/base/period.ts";
import type { Board } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Item } from "#lib/indicators/items.ts";
import type { LightState } from "#lib/indicators/light.ts";
import { itemHref } from "./figures.ts";

type Point = {
  period: Period;
  value: number | null;
  text: string;
  due: { value: number; text: string } | null;
};
/** `target`: that of the period at hand, as it is written. */
type WentProps = { name: string; points: readonly Point[]; target?: string | undefined };

/** A small line on a phone, a chart on a desk. */
export async function HowItWent({ name, points, target }: WentProps) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  return (
    <>
      <div className="mb-3 desk:hidden">
        <p className="text-ink-2 text-note">{t("page.trend")}</p>
        <Sparkline
          name={name}
          values={points.map(({ value }) => value)}
          line={target === undefined ? undefined : points.map(({ due }) => due?.value ?? null)}
          last={points.at(-1)?.text ?? f.none}
          targetText={target}
        />
      </div>
      <div className="mb-4 handset:hidden">
        <Trend
          name={t("page.trend")}
          points={points.map((point) => ({ ...point, label: f.shortPeriod(point.period) }))}
          target={target === undefined ? undefined : { text: target }}
        />
      </div>
    </>
  );
}

type ChildProps = { child: Board["children"][number]; item: Item; period: Period; light: LightState };

export async function ChildName({ child, item, period, light }: ChildProps) {
  const common = await getTranslations("common");
  return (
    <Link
      href={itemHref(item, child.id, period)}
      className="inline-flex min-h-touch items-center gap-1.5 desk:min-h-6"
    >
      <Shape state={light} />
      <span className="sr-only">{common(`light.${light}`)}</span>
      {child.name}
    </Link>
  );
}
