/** One sample check: how it was drawn, whom to visit, what was found, and its end. */
import { getTranslations } from "next-intl/server";
import { PrintButton } from "#components/handover/print-button.tsx";
import { CheckSummary } from "#components/sample-checks/check-summary.tsx";
import { DrawTable } from "#components/sample-checks/draw-table.tsx";
import { MissedCard } from "#components/sample-checks/missed-card.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { showCheck } from "#lib/domains/sample-checks/queries/show.ts";
import { page } from "#lib/platform/page.ts";
import { close, dropMissed, missed } from "../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("sampleChecks");
  return { title: `${t("title")} · ${t("show.households")}` };
}

export default page({
  route: "/sample-checks/[id]",
  load: (scope, { params }) => showCheck(scope, { id: params.id ?? "" }),
  refused: () => <PermissionNote />,
  render: async (view, { search, today }) => {
    const t = await getTranslations("sampleChecks");
    const { check, draws } = view;
    const left = draws.filter(({ found }) => found === null).length;
    const saved = { missed: "missed.saved", dropped: "missed.dropped", closed: "close.saved" } as const;
    const told = saved[search.saved as keyof typeof saved];
    return (
      <>
        <PageHead
          title={`${check.unit} · ${t(`kind.${check.kind}`)}`}
          note={
            check.closedOn && check.closedBy
              ? t("show.closed", { name: check.closedBy, day: check.closedOn })
              : left > 0
                ? t("show.progress", { done: draws.length - left, left })
                : t("show.ready")
          }
          back={{ href: "/sample-checks", label: t("title") }}
          actions={<PrintButton label={t("show.print")} />}
        />
        {told ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(told)}</Notice>
          </div>
        ) : null}
        <div className="grid gap-4">
          <CheckSummary view={view} />
          <DrawTable view={view} />
          {check.kind === "IDENTIFICATION" ? (
            <MissedCard view={view} today={today} add={missed} drop={dropMissed} />
          ) : null}
          {view.mayClose ? (
            <Card title={t("close.title")}>
              <p className="text-ink-2">{t(left > 0 ? "close.wait" : "close.note")}</p>
              {left > 0 ? null : (
                <Form action={close} id="close" className="mt-3">
                  <input type="hidden" name="id" value={check.id} />
                  <SubmitButton>{t("close.submit")}</SubmitButton>
                </Form>
              )}
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});
