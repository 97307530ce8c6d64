/** One report: a draft with boxes for its words, or the document as it was issued, with what may be done next. */
import { getTranslations } from "next-intl/server";
import { Folded } from "#components/procedures/folded.tsx";
import { compose } from "#components/reports/compose.ts";
import { DraftForm } from "#components/reports/draft-form.tsx";
import { ReportSheet } from "#components/reports/report-sheet.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { getReport } from "#lib/domains/reports/queries/show-report.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { correct, drop, save } from "../actions.ts";

const SAVED = ["made", "saved", "issued", "corrected"] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("one") };
}

export default page({
  route: "/reports/[id]",
  load: (scope, { params }) => getReport(scope, { id: params.id ?? "" }),
  render: async ({ report, content, may }, { search }) => {
    const t = await getTranslations("reports");
    const f = await getFormats();
    const composed = await compose(content, report.texts);
    const saved = SAVED.find((one) => one === search.saved);
    const period = f.period(report.period);
    return (
      <>
        <PageHead
          title={t("of", { unit: content.unit.name, period })}
          back={{ href: `/reports?u=${report.divisionId}`, label: t("title") }}
          mark={
            <>
              <Badge>{t(`state.${report.status}`)}</Badge>
              {report.revision > 1 ? <Badge>{t("revision", { n: report.revision - 1 })}</Badge> : null}
            </>
          }
          actions={<LinkButton href={`/reports/${report.id}/print`}>{t("print.open")}</LinkButton>}
        />
        <div className="mb-3 grid gap-2">
          {saved ? (
            <div role="status">
              <Notice tone="ok">{t(`saved.${saved}`)}</Notice>
            </div>
          ) : null}
          {report.corrects ? (
            <Notice action={<Link href={`/reports/${report.corrects}`}>{t("older")}</Link>}>
              {t("corrects", { reason: report.reason ?? "" })}
            </Notice>
          ) : null}
          {report.correctedBy ? (
            <Notice tone="watch" action={<Link href={`/reports/${report.correctedBy}`}>{t("newer")}</Link>}>
              {t("superseded")}
            </Notice>
          ) : null}
          {may.write && !content.closed ? <Notice>{t("write.waits", { period })}</Notice> : null}
        </div>
        {may.write ? (
          <>
            <p className="mb-3 text-ink-2">{composed.stand}</p>
            <DraftForm report={report} composed={composed} closed={content.closed} save={save} />
            <Form action={drop} id="drop" buttonOnly className="mt-4">
              <input type="hidden" name="id" value={report.id} />
              <input type="hidden" name="version" value={report.version} />
              <Folded title={t("write.drop")}>
                <p className="text-ink-2">{t("write.dropWhy")}</p>
                <div>
                  <SubmitButton kind="secondary">{t("write.drop")}</SubmitButton>
                </div>
              </Folded>
            </Form>
          </>
        ) : (
          <ReportSheet report={report} composed={composed} />
        )}
        {may.correct ? (
          <Form action={correct} id="correct" className="mt-4 max-w-form print:hidden">
            <input type="hidden" name="id" value={report.id} />
            <Folded title={t("correct.open")}>
              <Field name="reason" label={t("correct.reason")} hint={t("correct.hint")} required>
                <TextInput maxLength={200} />
              </Field>
              <div>
                <SubmitButton kind="secondary">{t("correct.make")}</SubmitButton>
              </div>
            </Folded>
          </Form>
        ) : null}
      </>
    );
  },
});
