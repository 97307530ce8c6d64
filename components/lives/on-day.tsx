/** A household as it was on a day: place, state, who lived there under which head, who helped. The day stands in the address. */
import { getLocale, getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { codeName, HOUSEHOLD_STATUSES, PAIRING_KINDS, RELATIONS } from "#lib/domains/households/codes.ts";
import type { HouseholdOnDay } from "#lib/domains/lives/queries/on-day.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function OnDay({ was }: { was: HouseholdOnDay }) {
  const t = await getTranslations("lives");
  const locale = await getLocale();
  const f = await getFormats();
  const members = was.residents
    .map(({ name, relation }) =>
      t("named", { name, relation: codeName(RELATIONS, relation, locale) ?? relation }),
    )
    .join(t("comma"));
  const helpers = was.helpers
    .map(({ name, unit, kind }) =>
      t("helper", {
        name,
        unit: unit ?? "",
        kind: codeName(PAIRING_KINDS, kind, locale) ?? kind,
      }),
    )
    .join(t("comma"));
  return (
    <Card title={t("onDay", { day: f.day(was.on) })} id="on">
      {was.place === null ? (
        <p className="text-ink-2">{t("noFileThen")}</p>
      ) : (
        <SummaryList
          items={[
            { label: t("then.place"), value: was.place },
            {
              label: t("then.status"),
              value: codeName(HOUSEHOLD_STATUSES, was.status, locale) ?? f.none,
            },
            { label: t("then.head"), value: was.head ?? f.none },
            {
              label: t("then.members"),
              value:
                was.year === null ? t("noRollThen") : t("then.of", { count: was.residents.length, members }),
              ...(was.year === null ? {} : { note: t("then.roll", { year: String(was.year) }) }),
            },
            { label: t("then.helpers"), value: helpers === "" ? t("then.nobody") : helpers },
          ]}
        />
      )}
    </Card>
  );
}

/** Asks for a day; a plain form, so that the answer has an address. */
export async function AskDay({ action, on, today }: { action: string; on: string; today: string }) {
  const t = await getTranslations("lives");
  return (
    <form action={action} method="get" className="flex flex-wrap items-end gap-2 print:hidden">
      <label className="grid gap-1">
        <span className="font-semibold">{t("askDay")}</span>
        <input
          type="date"
          name="on"
          defaultValue={on}
          max={today}
          required
          className="min-h-control rounded-control border border-control bg-card px-3"
        />
      </label>
      <Button type="submit">{t("showDay")}</Button>
    </form>
  );
}
