/** Rows of my day: who, what, and why now. */
import { getLocale, getTranslations } from "next-intl/server";
import { RowLink, RowList } from "#components/ui/row-list.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { daysBetween } from "#lib/base/calendar.ts";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import type { Due } from "#lib/domains/visits/due.ts";
import { getFormats } from "#lib/i18n/format.ts";

const MARK = { overdue: "behind", due: "watch", done: "ok", free: "none" } as const;

export async function DueRows({ label, dues, today }: { label: string; dues: Due[]; today: string }) {
  const t = await getTranslations("today");
  const locale = await getLocale();
  const f = await getFormats();
  const why = (due: Due) => {
    const kind = codeName(PAIRING_KINDS, due.kind, locale) ?? "";
    if (!due.period || !due.minCount) return t("why.none", { kind });
    return t(due.period === "MONTH" ? "why.month" : "why.quarter", { kind, count: due.minCount });
  };
  const when = (day: string) =>
    day.slice(0, 4) === today.slice(0, 4) && daysBetween(day, today) > 7
      ? f.monthDay(day)
      : f.near(day, today);
  const last = (due: Due) => (due.lastVisitOn ? t("last", { when: when(due.lastVisitOn) }) : t("never"));
  return (
    <RowList label={label}>
      {dues.map((due) => (
        <RowLink
          key={due.householdId}
          href={`/households/${due.householdId}`}
          mark={<Shape state={MARK[due.state]} className="size-4" />}
          title={t("of", { name: due.headName })}
          meta={[due.place, due.groupName].filter(Boolean).join(" ")}
          detail={`${why(due)} · ${last(due)}`}
          end={
            due.state === "overdue" ? (
              <span className="font-semibold text-behind">{t("overdueDays", { days: due.overdueDays })}</span>
            ) : due.required > 1 ? (
              t("owed", { done: due.done, required: due.required })
            ) : undefined
          }
        />
      ))}
    </RowList>
  );
}
