/** How a case stands, in shape, word and color: done, late, due today, waiting for papers, on its way. */
import { getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import { daysBetween } from "#lib/base/calendar.ts";
import type { Result, State } from "#lib/domains/services/service.ts";

type Props = {
  one: { state: State; dueOn: string | null; result: Result | null; closedOn: string | null };
  today: string;
};

export async function CaseState({ one: { state, dueOn, result, closedOn }, today }: Props) {
  const t = await getTranslations("services");
  if (state === "WITHDRAWN") return <Light state="off" word={t("state.WITHDRAWN")} />;
  if (state === "CLOSED") {
    const late = dueOn !== null && closedOn !== null && closedOn > dueOn;
    return (
      <Light
        state={late ? "watch" : "ok"}
        word={`${t(`result.${result ?? "GRANTED"}`)}${late ? t("state.wasLate") : ""}`}
      />
    );
  }
  const left = dueOn === null ? null : daysBetween(today, dueOn);
  if (left !== null && left < 0) return <Light state="behind" word={t("state.late", { days: -left })} />;
  if (state === "PAUSED") return <Light state="none" word={t("state.PAUSED")} />;
  if (left === 0) return <Light state="watch" word={t("state.today")} />;
  return <Light state="ok" word={t("state.due", { day: dueOn ?? "" })} />;
}
