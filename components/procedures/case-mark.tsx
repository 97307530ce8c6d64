/** How far a case is, as shape, word and color. */

import { useTranslations } from "next-intl";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import type { State } from "#lib/domains/procedures/procedure.ts";

const LIGHT: Record<State, LightState> = {
  RUNNING: "none",
  OBJECTION: "watch",
  DONE: "ok",
  REJECTED: "off",
  WITHDRAWN: "off",
};

export function CaseMark({ status, returned }: { status: State; returned?: boolean }) {
  const t = useTranslations("procedures");
  const back = returned && status === "RUNNING";
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Shape state={back ? "watch" : LIGHT[status]} />
      {back ? t("list.returned") : t(`state.${status}`)}
    </span>
  );
}
