/** What left the house: whole sheets to take, requests for unmasked ones, and the list of all of them. */

import { getLocale, getTranslations } from "next-intl/server";
import { ExportTable } from "#components/exports/export-table.tsx";
import { SheetFields } from "#components/exports/sheet-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { mayAnywhere, tendsAnywhere } from "#lib/domains/accounts/roles.ts";
import { mayDecide } from "#lib/domains/exports/policy.ts";
import { exportUnits, listExports } from "#lib/domains/exports/queries.ts";
import { MASKED_SHEETS, OFFICE_SHEETS, type OfficeSheetId } from "#lib/domains/exports/sheet-ids.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { ask, decide } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("exports"))("title") };
}

export default page({
  route: "/exports",
  load: async (scope) => {
    if (!mayAnywhere(scope.viewer, "household.export")) throw refused();
    return { lines: await listExports(scope, {}), units: await exportUnits(scope, {}) };
  },
  refused: () => <PermissionNote />,
  render: async ({ lines, units }, { viewer }) => {
    const t = await getTranslations("exports");
    const locale = await getLocale();
    const named = (ids: readonly OfficeSheetId[]) =>
      ids.map((id) => ({ value: id, label: sheetById(id)!.title[locale] }));
    const sheets = OFFICE_SHEETS.filter((id) => id !== "accounts" || tendsAnywhere(viewer));
    const shown = lines.map((line) => ({
      ...line,
      mine: line.accountId === viewer.accountId,
      decidable: line.status === "ASKED" && mayDecide(viewer, line),
    }));
    return (
      <>
        <PageHead title={t("title")} note={t("lead")} />
        <div className="grid gap-4">
          <div className="grid items-start gap-4 desk:grid-cols-2">
            <Card title={t("take.title")} note={t("take.note")}>
              <form action="/api/exports/sheet" method="get" className="grid gap-4">
                <SheetFields id="take" sheets={named(sheets)} units={units} unitName="u" sheetName="sheet" />
                <div>
                  <Button type="submit" kind="primary">
                    {t("take.send")}
                  </Button>
                </div>
              </form>
            </Card>
            {mayAnywhere(viewer, "export.unmasked") ? (
              <Card title={t("ask.title")} note={t("ask.note")}>
                <Form action={ask} className="grid gap-4">
                  <SheetFields
                    id="ask"
                    sheets={named(MASKED_SHEETS)}
                    units={units}
                    unitName="divisionId"
                    sheetName="what"
                  />
                  <Field name="reason" label={t("ask.reason")} hint={t("ask.reasonHint")} required>
                    <Textarea rows={2} maxLength={200} />
                  </Field>
                  <div>
                    <SubmitButton kind="secondary">{t("ask.send")}</SubmitButton>
                  </div>
                </Form>
              </Card>
            ) : null}
          </div>
          {shown.length === 0 ? (
            <EmptyState kind="never" title={t("none")} />
          ) : (
            <Card flush title={t("list")}>
              <ExportTable lines={shown} decide={decide} />
            </Card>
          )}
        </div>
      </>
    );
  },
});
