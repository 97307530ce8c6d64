/** A number with its unit, its target and the way to its rows. A number without rows does not exist here. */

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import Link from "#components/ui/link.tsx";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import { tone } from "#components/ui/tone.ts";

type Props = {
  label: ReactNode;
  value: ReactNode;
  unit?: string;
  href: string;
  state?: LightState;
  target?: string;
  gap?: string;
  how?: ReactNode;
};

export async function Metric({ label, value, unit, href, state, target, gap, how }: Props) {
  const t = await getTranslations("common");
  return (
    <div className="flex flex-col">
      <div className="flex items-center gap-1.5 text-ink-2">
        {state ? (
          <>
            <Shape state={state} />
            <span className="sr-only">{t(`light.${state}`)}</span>
          </>
        ) : null}
        <span>{label}</span>
        {how}
      </div>
      <Link href={href} data-metric className="w-fit text-ink no-underline hover:text-link hover:underline">
        <span className="tabular font-num text-kpi">{value}</span>
        {unit ? <span className="ml-0.5 text-body">{unit}</span> : null}
      </Link>
      {target || gap ? (
        <p className="text-note text-ink-2">
          {target ? t("metric.target", { value: target }) : null}
          {gap ? (
            <span className={`ml-2 font-semibold ${state ? tone[state] : ""}`}>
              {t("metric.short", { value: gap })}
            </span>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
