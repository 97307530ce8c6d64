/** The whole history of one thing, or of one of its fields: who changed what from which value to which, when, by hand or by which import. */
import { getTranslations } from "next-intl/server";
import { HistoryList } from "#components/audit/history-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { historyOf } from "#lib/domains/audit/queries/history.ts";
import { HISTORY_KINDS, type HistoryKind, pageOf } from "#lib/domains/audit/trail.ts";
import { page } from "#lib/platform/page.ts";
import { notFound } from "#lib/platform/problem.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("audit"))("history.title") };
}

const kindOf = (text: string | undefined): HistoryKind => {
  const kind = HISTORY_KINDS.find((one) => one === text);
  if (!kind) throw notFound();
  return kind;
};

export default page({
  route: "/history/[kind]/[id]",
  load: (scope, { params, search }) =>
    historyOf(scope, {
      kind: kindOf(params.kind),
      id: params.id ?? "",
      field: toParams(search).get("f.field") ?? undefined,
    }),
  render: async (history, { params, search, viewer }) => {
    const t = await getTranslations("audit");
    const kind = kindOf(params.kind);
    const subject = `${kind}:${params.id}`;
    const itself = pageOf(subject);
    return (
      <>
        <PageHead
          title={t("history.of", { name: history.name })}
          back={itself ? { href: itself, label: history.name } : undefined}
          actions={
            mayAnywhere(viewer, "trail.view") ? (
              <LinkButton href={`/admin/audit?f.subject=${subject}&f.days=all`}>
                {t("history.trail")}
              </LinkButton>
            ) : null
          }
        />
        <HistoryList
          kind={kind}
          id={params.id ?? ""}
          history={history}
          field={toParams(search).get("f.field")}
        />
      </>
    );
  },
});
