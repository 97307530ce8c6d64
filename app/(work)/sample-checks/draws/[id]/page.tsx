/** At a drawn household, on the phone: what was found, how satisfied it is, and the records before. */
import { getTranslations } from "next-intl/server";
import { FindingForm } from "#components/sample-checks/finding-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { QUESTIONS } from "#lib/domains/sample-checks/check.ts";
import { showDraw } from "#lib/domains/sample-checks/queries/show.ts";
import { page } from "#lib/platform/page.ts";
import { record } from "../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("sampleChecks"))("draw.title") };
}

export default page({
  route: "/sample-checks/draws/[id]",
  load: (scope, { params }) => showDraw(scope, { id: params.id ?? "" }),
  refused: () => <PermissionNote />,
  render: async ({ draw, history }, { search, today }) => {
    const t = await getTranslations("sampleChecks");
    const [now] = history;
    return (
      <>
        <PageHead
          title={draw.headName}
          note={`${draw.place} · ${draw.householdNo} · ${t("draw.first", { n: draw.position })}`}
          back={{ href: `/sample-checks/${draw.checkId}`, label: t("draw.back") }}
        />
        {search.saved === "yes" ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t("draw.saved")}</Notice>
          </div>
        ) : null}
        <div className="grid gap-4">
          {draw.closed ? <p className="text-ink-2">{t("draw.closed")}</p> : null}
          {draw.active ? null : <p className="text-ink-2">{t("draw.reserve")}</p>}
          {history.length === 0 && draw.active && !draw.closed && !draw.checks ? (
            <EmptyState kind="never" title={t("draw.open")} />
          ) : null}
          {draw.checks && !draw.closed && draw.active ? (
            <Card title={t("draw.title")}>
              <FindingForm draw={draw} now={now} today={today} save={record} />
            </Card>
          ) : null}
          {history.length > 0 ? (
            <Card title={t("draw.history")}>
              <ol className="divide-y divide-line">
                {history.map((one, at) => (
                  <li key={one.at + one.outcome} className="py-2">
                    <p className={at === 0 ? "font-semibold" : "text-ink-2"}>
                      {at === 0 ? null : `${t("draw.was")} · `}
                      {t(`of.${draw.kind}.${one.outcome}`)}
                      {one.satisfaction ? ` · ${t(`satisfaction.${one.satisfaction}`)}` : ""}
                      {` · ${one.visitedOn}`}
                    </p>
                    <p className="text-ink-2">
                      {QUESTIONS.filter((question) => one.answers[question])
                        .map(
                          (question) =>
                            `${t(`question.${question}`)}：${t(`answer.${one.answers[question] ?? "NO"}`)}`,
                        )
                        .join(" · ")}
                    </p>
                    {one.note ? <p>{one.note}</p> : null}
                    <p className="text-ink-2 text-note">{t("draw.at", { by: one.by, at: one.at })}</p>
                  </li>
                ))}
              </ol>
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});
