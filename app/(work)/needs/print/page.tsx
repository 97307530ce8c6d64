/** The ledger of needs (诉求台账) of a place and a period, to be printed on A4 and signed. */

import { getTranslations } from "next-intl/server";
import { PrintButton } from "#components/handover/print-button.tsx";
import { PeriodSwitcher, UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { LedgerSheet } from "#components/needs/ledger-sheet.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { readPeriod } from "#lib/base/period.ts";
import { toParams } from "#lib/base/url-state.ts";
import { LEDGER_ROWS, needLedger } from "#lib/domains/needs/queries/ledger.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/needs/print";

export async function generateMetadata() {
  return { title: (await getTranslations("needs"))("ledger.title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    return needLedger(scope, { unit: params.get("u") ?? undefined, period: readPeriod(params.get("p")) });
  },
  tells: ({ place, period, rows }) => ({
    verb: "need.printed",
    subject: `division:${place.unit.id}`,
    division: place.unit.id,
    ...{ period, rows: rows.length },
  }),
  refused: () => <PermissionNote />,
  render: async ({ place, period, rows, total, categories }, { search, viewer, today }) => {
    const t = await getTranslations("needs");
    const f = await getFormats();
    const params = toParams(search);
    const { unit, above, below } = place;
    return (
      <div className="print-wide">
        <div className="print:hidden">
          <PageHead
            title={t("ledger.title")}
            note={t("ledger.lead")}
            back={{ href: `/needs?u=${unit.id}`, label: t("title") }}
            actions={
              <>
                {above.length + below.length > 0 ? (
                  <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
                ) : null}
                <PeriodSwitcher path={PATH} params={params} period={period} today={today} />
                {rows.length > 0 ? <PrintButton label={t("ledger.print")} /> : null}
              </>
            }
          />
          {total > LEDGER_ROWS ? (
            <div className="mb-3">
              <Notice tone="watch">{t("ledger.more", { total, most: LEDGER_ROWS })}</Notice>
            </div>
          ) : null}
        </div>
        {rows.length === 0 ? (
          <EmptyState kind="never" title={t("ledger.none")} />
        ) : (
          <section className="rounded-card border border-line bg-card p-4 print:border-0 print:p-0">
            <h2 className="text-center text-h2" data-names>
              {t("ledger.of", { unit: unit.name, period: f.period(period) })}
            </h2>
            <p className="mb-2 text-right text-ink-2 text-note">
              {t("ledger.printed", { day: f.day(today), name: viewer.name, count: rows.length })}
            </p>
            <LedgerSheet rows={rows} categories={categories} />
            <p className="keep-together mt-6 flex flex-wrap justify-between gap-6">
              <span>{t("ledger.madeBy")}</span>
              <span>{t("ledger.checkedBy")}</span>
              <span>{t("ledger.seal")}</span>
            </p>
          </section>
        )}
      </div>
    );
  },
});
