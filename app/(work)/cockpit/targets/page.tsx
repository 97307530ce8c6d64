/** The targets of a unit for a year by indicator, what those of the units below come to against them, and what a change of the tree left behind. */
import { getTranslations } from "next-intl/server";
import { boardHref } from "#components/cockpit/figures.ts";
import { TargetDrifts } from "#components/cockpit/target-drifts.tsx";
import { TargetTable } from "#components/cockpit/target-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listTargets } from "#lib/domains/cockpit/targets-query.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { settle } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("cockpit"))("targets.title") };
}

export default page({
  route: "/cockpit/targets",
  load: (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const asked = toParams(search);
    return listTargets(scope, { u: asked.get("u") ?? undefined, year: asked.get("p") });
  },
  refused: async () => <PermissionNote>{(await getTranslations("cockpit"))("refused")}</PermissionNote>,
  render: async (board) => {
    const t = await getTranslations("cockpit");
    const { unit, year, drifts } = board;
    const at = (one: number) => `/cockpit/targets?u=${unit.id}&p=${one}`;
    return (
      <>
        <PageHead
          title={t("targets.of", { unit: unit.name, year })}
          note={t("targets.lead")}
          back={{ href: boardHref(unit.id, String(year)), label: t("title") }}
          actions={
            <>
              {unit.parentId === null ? null : (
                <LinkButton href={`/cockpit/targets?u=${unit.parentId}&p=${year}`}>
                  {t("targets.up")}
                </LinkButton>
              )}
              <LinkButton href={at(year - 1)}>{t("shares.year", { year: year - 1 })}</LinkButton>
              <LinkButton href={at(year + 1)}>{t("shares.year", { year: year + 1 })}</LinkButton>
            </>
          }
        />
        <div className="grid grid-cols-1 gap-4">
          {drifts.length > 0 ? (
            <Card title={t("drift.title")} note={t("drift.lead")}>
              <TargetDrifts drifts={drifts} year={year} save={settle} />
            </Card>
          ) : null}
          <Card title={t("targets.table")} flush>
            <TargetTable board={board} />
          </Card>
        </div>
      </>
    );
  },
});
