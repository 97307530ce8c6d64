/** Paper forms out of the rows: one household, or a village file by file; the browser prints them, or the server makes a PDF of all. */

import { getTranslations } from "next-intl/server";
import { PrintButton } from "#components/handover/print-button.tsx";
import { PrintSheet } from "#components/printing/print-sheet.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { listOf, toParams, withParams } from "#lib/base/url-state.ts";
import { FILES_PER_PRINT, PRINT_FORMS, QUARTERS } from "#lib/domains/printing/print.ts";
import { printFiles } from "#lib/domains/printing/queries.ts";
import { env } from "#lib/platform/env.ts";
import { page } from "#lib/platform/page.ts";
import { pdfBrowser } from "#lib/platform/pdf.ts";

const PATH = "/households/print";

export async function generateMetadata() {
  return { title: (await getTranslations("printing"))("page") };
}

const PDF_TROUBLES = ["busy", "failed"] as const;

const pageIn = (text: string | null) => (text && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1);

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    const form = PRINT_FORMS.find((one) => one === params.get("form")) ?? "card";
    const printed = await printFiles(scope, {
      households: listOf(params, "household").slice(0, 200),
      unit: params.get("u") ?? undefined,
      page: Math.min(pageIn(params.get("page")), 500),
    });
    const quarter = QUARTERS.find((one) => one === params.get("quarter"));
    return { form, printed, quarter, pdf: pdfBrowser() !== null };
  },
  tells: ({ form, printed }) => ({
    verb: "household.printed",
    subject: printed.unit ? `division:${printed.unit.id}` : `household:${printed.files[0]?.id}`,
    division: printed.files[0]?.divisionId ?? null,
    ...{ form, rows: printed.files.length },
    ...(printed.unit || printed.files.length < 2 ? {} : { households: printed.files.map(({ id }) => id) }),
  }),
  refused: () => <PermissionNote />,
  render: async ({ form, printed, quarter, pdf }, { search, viewer }) => {
    const t = await getTranslations("printing");
    const households = await getTranslations("households");
    const params = toParams(search);
    const trouble = PDF_TROUBLES.find((one) => one === params.get("pdf"));
    const [first] = printed.files;
    const at = pageIn(params.get("page"));
    const last = Math.ceil(printed.total / FILES_PER_PRINT);
    const back =
      printed.unit || !first || printed.total > 1
        ? {
            href: `/households?u=${printed.unit?.id ?? ""}`,
            label: printed.unit?.name ?? households("title"),
          }
        : { href: `/households/${first.id}`, label: households("of", { name: first.headName }) };
    return (
      <>
        <div className="print:hidden">
          <PageHead
            title={
              printed.unit
                ? t("ofVillage", { name: printed.unit.name, count: printed.total })
                : printed.total > 1
                  ? t("ofTicked", { count: printed.total })
                  : t("page")
            }
            note={t("lead")}
            back={back}
            actions={
              <div className="flex flex-wrap gap-2">
                {printed.unit || !first ? null : (
                  <LinkButton size="small" href={`${PATH}?u=${first.divisionId}&form=${form}`}>
                    {t("village", { name: first.place })}
                  </LinkButton>
                )}
                <PrintButton label={t("print")} />
                {pdf ? <PdfForm params={params} form={form} label={t("pdf.make")} /> : null}
              </div>
            }
          />
          {trouble ? (
            <div className="mb-3" role="status">
              <Notice tone="watch">{t(`pdf.${trouble}`)}</Notice>
            </div>
          ) : null}
          <Tabs
            label={t("forms")}
            items={PRINT_FORMS.map((one) => ({
              href: withParams(PATH, params, { form: one }),
              label: t(`form.${one}`),
              current: one === form,
            }))}
          />
          {form === "visits" ? (
            <Tabs
              label={t("quarters")}
              items={[undefined, ...QUARTERS].map((one) => ({
                href: withParams(PATH, params, { form, quarter: one ?? null }, true),
                label: one ? t(`quarter.${one}`) : t("year", { year: String(printed.year) }),
                current: one === quarter,
              }))}
            />
          ) : null}
          {last > 1 ? (
            <Tabs
              label={t("parts")}
              items={Array.from({ length: last }, (_, nth) => ({
                href: withParams(PATH, params, { page: String(nth + 1) }, true),
                label: t("files", {
                  from: nth * FILES_PER_PRINT + 1,
                  to: Math.min((nth + 1) * FILES_PER_PRINT, printed.total),
                }),
                current: nth + 1 === at,
              }))}
            />
          ) : null}
        </div>
        {printed.files.map((file) => (
          <PrintSheet
            key={file.id}
            file={file}
            form={form}
            printed={printed}
            by={viewer.name}
            demo={env.DEMO}
            quarter={quarter}
          />
        ))}
      </>
    );
  },
});

/** A form, not a link: what comes back is a file, or this page with a word on why there is none. */
function PdfForm({ params, form, label }: { params: URLSearchParams; form: string; label: string }) {
  const ticked = listOf(params, "household");
  const unit = params.get("u");
  return (
    <form action="/api/households/print" method="get">
      <input type="hidden" name="form" value={form} />
      {unit ? <input type="hidden" name="u" value={unit} /> : null}
      {params.has("quarter") ? (
        <input type="hidden" name="quarter" value={params.get("quarter") ?? ""} />
      ) : null}
      {ticked.length > 0 ? <input type="hidden" name="household" value={ticked.join(",")} /> : null}
      <Button type="submit" size="small">
        {label}
      </Button>
    </form>
  );
}
