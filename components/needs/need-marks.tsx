/** How a need stands: its state with shape and word, and what its clock says. */
import { getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import { daysBetween } from "#lib/base/calendar.ts";
import { isBusy, type State } from "#lib/domains/needs/need.ts";

const LIGHT = { OPEN: "watch", HANDLING: "none", DONE: "watch", CLOSED: "ok", WITHDRAWN: "off" } as const;

type Clock = {
  status: State;
  dueOn: string;
  pausedOn: string | null;
  doneOn: string | null;
  overdue: boolean;
};

export async function NeedMark({ need }: { need: Clock }) {
  const t = await getTranslations("needs");
  return <Light state={need.overdue ? "behind" : LIGHT[need.status]} word={t(`state.${need.status}`)} />;
}

/** Days left, days late, or since when it waits; nothing of what is over. */
export async function NeedClock({ need, today }: { need: Clock; today: string }) {
  const t = await getTranslations("needs");
  if (need.overdue)
    return (
      <span className="font-semibold text-behind">
        {t("clock.over", { days: daysBetween(need.dueOn, today) })}
      </span>
    );
  if (isBusy(need.status) && need.pausedOn !== null) return <span>{t("clock.paused")}</span>;
  if (isBusy(need.status)) {
    const left = daysBetween(today, need.dueOn);
    return <span>{left === 0 ? t("clock.today") : t("clock.left", { days: left })}</span>;
  }
  if (need.status === "DONE" && need.doneOn)
    return <span>{t("clock.ask", { days: daysBetween(need.doneOn, today) })}</span>;
  return null;
}
