/** Rest days and adjusted working days, year by year: the national calendar and the local one over it. */

import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { DayTable } from "#components/workdays/day-table.tsx";
import { ProvisionalDays } from "#components/workdays/provisional-days.tsx";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { calendarOfYear } from "#lib/domains/workdays/queries.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { addDays, checkYear, removeDay } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("workdays"))("title") };
}

export default page({
  route: "/admin/holidays",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "setting.edit")) throw refused();
    const asked = /^20[1-9]\d$/.test(String(search.year))
      ? Number(search.year)
      : Number(scope.today.slice(0, 4));
    return calendarOfYear(scope, { year: Math.max(asked, 2014) });
  },
  refused: () => <PermissionNote />,
  render: async ({ year, rows, years }, { today }) => {
    const t = await getTranslations("workdays");
    const known = years.find((one) => one.year === year);
    const now = Number(today.slice(0, 4));
    const shown = [...new Set([...years.map((one) => one.year), now, now + 1, year])].sort();
    return (
      <>
        <PageHead title={t("title")} note={t("lead")} />
        <Tabs
          label={t("years")}
          items={shown.map((one) => ({
            href: `/admin/holidays?year=${one}`,
            label: t("year", { year: String(one) }),
            current: one === year,
          }))}
        />
        <div className="mt-4 grid gap-4">
          {known ? null : (
            <Notice tone="behind" title={t("missing.title", { year: String(year) })}>
              {t("missing.body")}
            </Notice>
          )}
          {known ? null : <ProvisionalDays year={year} />}
          {known && !known.checked ? (
            <Notice
              tone="watch"
              title={t("unchecked.title")}
              action={
                <Form action={checkYear}>
                  <input type="hidden" name="year" value={year} />
                  <SubmitButton size="small">{t("unchecked.button", { year: String(year) })}</SubmitButton>
                </Form>
              }
            >
              {t("unchecked.body")}
            </Notice>
          ) : null}
          {rows.length > 0 ? (
            <Card flush title={t("days", { year: String(year), count: rows.length })}>
              <DayTable rows={rows} remove={removeDay} />
            </Card>
          ) : null}
          <Card title={t("add.title")} note={t("add.note")}>
            <Form action={addDays} className="grid max-w-xl gap-4">
              <Field name="calendar" label={t("add.calendar")} required>
                <Select
                  options={(["NATIONAL", "LOCAL"] as const).map((value) => ({
                    value,
                    label: t(`calendar.${value}`),
                  }))}
                  defaultValue={known ? "LOCAL" : "NATIONAL"}
                  width="medium"
                />
              </Field>
              <Field name="days" label={t("add.days")} hint={t("add.hint")} required>
                <Textarea rows={6} maxLength={20000} />
              </Field>
              <div>
                <SubmitButton>{t("add.save")}</SubmitButton>
              </div>
            </Form>
          </Card>
        </div>
      </>
    );
  },
});
