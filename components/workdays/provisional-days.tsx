/** A year that nobody has entered: the holidays that are counted meanwhile, by rule. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { HOLIDAYS, statutoryDays } from "#lib/domains/workdays/statutory.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function ProvisionalDays({ year }: { year: number }) {
  const t = await getTranslations("workdays");
  const f = await getFormats();
  const days = statutoryDays(year);
  return (
    <Card title={t("provisional.title", { year: String(year) })} note={t("provisional.lead")}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {HOLIDAYS.map((holiday) => {
          const [first, ...more] = days.filter((one) => one.holiday === holiday);
          const last = more.at(-1);
          return first ? (
            <div key={holiday} className="contents">
              <dt className="text-ink-2">{t(`holiday.${holiday}`)}</dt>
              <dd>
                {last
                  ? t("provisional.span", { from: f.day(first.day), to: f.day(last.day) })
                  : f.day(first.day)}
              </dd>
            </div>
          ) : null;
        })}
      </dl>
    </Card>
  );
}
