/** A value against its target now: a bar that starts at zero, and a tick. */

import { getTranslations } from "next-intl/server";
import type { LightState } from "#components/ui/shape.tsx";

type Props = {
  name: string;
  value: number | null;
  /** The right end; the larger of value and target when not given. */
  top?: number;
  target?: number;
  valueText: string;
  targetText?: string;
  state?: LightState;
};

const fills: Record<LightState, string> = {
  ok: "fill-ok-fill",
  watch: "fill-watch-fill",
  behind: "fill-behind-fill",
  none: "fill-none-fill",
  off: "fill-none-fill",
};

export async function Bullet({ name, value, top, target, valueText, targetText, state }: Props) {
  const t = await getTranslations("common");
  const end = top ?? Math.max(value ?? 0, target ?? 0, 1);
  const share = (amount: number) => Math.min(100, Math.max(0, (amount / end) * 100));
  const title = targetText
    ? t("bullet.label", { name, value: valueText, target: targetText })
    : t("bullet.plain", { name, value: valueText });
  return (
    <svg
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      role="img"
      aria-label={title}
      className="block h-2.5 w-full min-w-16"
    >
      <title>{title}</title>
      <rect y="1" width="100" height="8" className="fill-sunk" />
      {value === null ? null : (
        <rect y="1" width={share(value)} height="8" className={state ? fills[state] : "fill-cat-1"} />
      )}
      {target === undefined ? null : (
        <rect x={Math.min(99, share(target))} width="1" height="10" className="fill-ink" />
      )}
    </svg>
  );
}
