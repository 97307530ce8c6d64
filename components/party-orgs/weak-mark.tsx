/** How far an organization on the list of weak ones is, as shape, word and color. */

import { useTranslations } from "next-intl";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import type { WeakState } from "#lib/domains/party-orgs/weak.ts";

const LIGHT: Record<WeakState, LightState> = {
  OPEN: "watch",
  REPORTED: "none",
  ACCEPTED: "ok",
  CARRIED: "off",
};

export function WeakMark({ status, overdue }: { status: WeakState; overdue: number }) {
  const t = useTranslations("party-orgs");
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Shape state={overdue > 0 ? "behind" : LIGHT[status]} />
      {t(`weak.status.${status}`)}
    </span>
  );
}
