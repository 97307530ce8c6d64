/** The closed months (封账), which one is next, and the button that closes it before the clock does. */
import { getTranslations } from "next-intl/server";
import { ClosingTable } from "#components/closings/closing-table.tsx";
import { boardHref } from "#components/cockpit/figures.ts";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listClosings } from "#lib/domains/closings/queries/list-closings.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { closeNow } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("closings"))("title") };
}

export default page({
  route: "/cockpit/closings",
  load: (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    return listClosings(scope, { u: toParams(search).get("u") ?? undefined });
  },
  refused: () => <PermissionNote />,
  render: async ({ unit, months, next, mayClose }) => {
    const t = await getTranslations("closings");
    const nav = await getTranslations("cockpit");
    const f = await getFormats();
    const period = f.period(next.period);
    return (
      <>
        <PageHead
          title={t("title")}
          back={{ href: boardHref(unit.id, next.period), label: nav("title") }}
          mark={<span className="text-ink-2">{unit.name}</span>}
          note={t("lead")}
        />
        <div className="grid gap-4">
          <Notice
            action={
              mayClose && next.ended && !next.running ? (
                <Form action={closeNow} done={t("next.done")} buttonOnly>
                  <input type="hidden" name="period" value={next.period} />
                  <SubmitButton size="small">{t("next.close")}</SubmitButton>
                </Form>
              ) : null
            }
          >
            {next.running
              ? t("next.running")
              : t(next.ended ? "next.due" : "next.open", { period, day: next.on })}
          </Notice>
          {months.length === 0 ? (
            <EmptyState kind="notYet" title={t("none")}>
              {t("noneMore")}
            </EmptyState>
          ) : (
            <Card flush>
              <ClosingTable months={months} unit={unit.id} />
            </Card>
          )}
        </div>
      </>
    );
  },
});
