/** Periods of one's own unit that have no report yet, each with its button. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { kindOf } from "#lib/base/period.ts";
import type { ToMake } from "#lib/domains/reports/queries/list-reports.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props<T> = { list: readonly ToMake[]; unit: number; today: string; make: FormAction<T> };

export async function ToMakeList<T>({ list, unit, today, make }: Props<T>) {
  const t = await getTranslations("reports");
  const f = await getFormats();
  return (
    <Card title={t("make.title")}>
      <ul className="divide-y divide-line">
        {list.map(({ period, dueOn }) => {
          const name = `${f.period(period)}${t(`kinds.${kindOf(period) === "quarter" ? "quarter" : "month"}`)}`;
          const late = dueOn !== null && dueOn < today;
          return (
            <li key={period} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span>
                <span className="font-semibold">{name}</span>{" "}
                <span className={late ? "text-behind text-note" : "text-ink-2 text-note"}>
                  {dueOn === null ? t("make.running") : t(late ? "make.late" : "make.due", { day: dueOn })}
                </span>
              </span>
              <Form action={make} buttonOnly>
                <input type="hidden" name="unit" value={unit} />
                <input type="hidden" name="period" value={period} />
                <SubmitButton size="small" kind={dueOn === null ? "secondary" : "primary"}>
                  {t("make.make")}
                  <span className="sr-only">{name}</span>
                </SubmitButton>
              </Form>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
