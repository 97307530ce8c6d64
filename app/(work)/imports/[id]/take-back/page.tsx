/** Before an import is taken back: how many rows go, how many stay and whose, and the reason. */

import { getLocale, getTranslations } from "next-intl/server";
import { KeptRows } from "#components/imports/kept-rows.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { mayBeTakenBack } from "#lib/domains/imports/import.ts";
import { getImport, planTakeBack } from "#lib/domains/imports/queries.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { page } from "#lib/platform/page.ts";
import { notFound } from "#lib/platform/problem.ts";
import { undoImport } from "../../actions.ts";

/** What goes with them, where it is not households. */
const NOTES = {
  accounts: "takeBack.accountNote",
  trainings: "takeBack.trainingNote",
  incomes: "takeBack.incomeNote",
  measures: "takeBack.measureNote",
  "need-ledger": "takeBack.needNote",
  "visit-record": "takeBack.visitNote",
  "team-roster": "takeBack.teamNote",
  "team-attendance": "takeBack.attendanceNote",
  "member-duties": "takeBack.dutyNote",
} as const;

export async function generateMetadata() {
  return { title: (await getTranslations("imports"))("takeBack.title") };
}

export default page({
  route: "/imports/[id]/take-back",
  load: async (scope, { params }) => {
    const found = await getImport(scope, { id: params.id ?? "" });
    const sheet = sheetById(found.sheet);
    if (!sheet || !mayBeTakenBack(found)) throw notFound();
    return { found, sheet, plan: await planTakeBack(scope, { id: found.id }) };
  },
  render: async ({ found, sheet, plan }) => {
    const t = await getTranslations("imports");
    const locale = await getLocale();
    const goes = plan.removed + plan.restored;
    return (
      <>
        <PageHead
          title={t("takeBack.title")}
          back={{ href: `/imports/${found.id}/done`, label: t("done.title") }}
          note={`${sheet.title[locale]} · ${found.place} · ${found.fileName}`}
        />
        <div className="grid gap-4">
          <Card title={t("takeBack.lead")}>
            <SummaryList
              columns={3}
              items={[
                { label: t("takeBack.removed"), value: String(plan.removed) },
                { label: t("takeBack.restored"), value: String(plan.restored) },
                { label: t("takeBack.stayed"), value: String(plan.stayed) },
              ]}
            />
            <p className="mt-3 text-ink-2 text-note">
              {t(sheet.id in NOTES ? NOTES[sheet.id as keyof typeof NOTES] : "takeBack.note")}
            </p>
            {goes > 0 ? (
              <Form action={undoImport} className="mt-4 grid max-w-xl gap-4">
                <input type="hidden" name="id" value={found.id} />
                <Field name="reason" label={t("takeBack.reason")} hint={t("takeBack.reasonHint")} required>
                  <Textarea rows={2} maxLength={200} />
                </Field>
                <div className="flex flex-wrap gap-2">
                  <SubmitButton kind="danger">{t("takeBack.submit", { count: goes })}</SubmitButton>
                  <LinkButton href={`/imports/${found.id}/done`}>{t("takeBack.cancel")}</LinkButton>
                </div>
              </Form>
            ) : (
              <p className="mt-3 font-semibold">{t("takeBack.nothing")}</p>
            )}
          </Card>
          {plan.stayed > 0 ? (
            <Card flush title={t("takeBack.kept")}>
              <KeptRows rows={plan.kept} total={plan.stayed} />
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});
