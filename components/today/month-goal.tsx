/** My own goal of the month as a bar and in words: how many are done, how many are left; no rank and no percentage. */
import { getTranslations } from "next-intl/server";

export async function MonthGoal({ done, all }: { done: number; all: number }) {
  const t = await getTranslations("today");
  const left = all - done;
  return (
    <div className="rounded-card border border-line bg-card px-4 py-3">
      <p className="text-h3">
        {t("goal.done", { done, all })}{" "}
        <strong className={left > 0 ? "text-watch" : "text-ok"}>
          {left > 0 ? t("goal.left", { left }) : t("goal.reached")}
        </strong>
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="mt-2 h-2 w-full">
        <rect width="100" height="4" rx="1" className="fill-sunk" />
        <rect width={all === 0 ? 0 : (done / all) * 100} height="4" rx="1" className="fill-ok-fill" />
      </svg>
    </div>
  );
}
