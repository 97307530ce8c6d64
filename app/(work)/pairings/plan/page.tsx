/** Plans of pairings of a place, and the form that makes a new one: which households, whom from, and from when. */

import { getLocale, getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { PlanForm } from "#components/pairings/plan-form.tsx";
import { PlanList } from "#components/pairings/plan-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { offered, PAIRING_KINDS, RANKS } from "#lib/domains/households/codes.ts";
import { PLAN_WHOM } from "#lib/domains/pairings/plan.ts";
import { listPlans } from "#lib/domains/pairings/queries/plans.ts";
import { page } from "#lib/platform/page.ts";
import { savePlan } from "../actions.ts";

const PATH = "/pairings/plan";

export async function generateMetadata() {
  return { title: (await getTranslations("pairings"))("plan.title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => listPlans(scope, { unit: toParams(search).get("u") ?? undefined }),
  refused: () => <PermissionNote />,
  render: async ({ place, rows }, { search, viewer, today }) => {
    const t = await getTranslations("pairings");
    const locale = await getLocale();
    const params = toParams(search);
    const { unit, above, below } = place;
    const named = (list: typeof RANKS) =>
      offered(list, today).map((one) => ({ value: one.code, label: one[locale] }));
    return (
      <>
        <PageHead
          title={t("plan.title")}
          note={t("plan.note")}
          back={{ href: `/pairings/uncovered?u=${unit.id}`, label: t("uncovered.title") }}
          trail={[
            ...above.map((one) => ({
              label: one.name,
              href: withParams(PATH, params, { u: String(one.id) }),
            })),
            { label: unit.name },
          ]}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        <div className="grid items-start gap-4 desk:grid-cols-2">
          {may(viewer, "pairing.edit", unit.id) ? (
            <Card title={t("plan.new")}>
              <PlanForm
                action={savePlan}
                unit={unit}
                today={today}
                kinds={named(PAIRING_KINDS)}
                whom={PLAN_WHOM.map((value) => ({ value, label: t(`plan.whomOf.${value}`) }))}
                ranks={named(RANKS)}
              />
            </Card>
          ) : null}
          <Card flush title={t("plan.recent")}>
            {rows.length === 0 ? (
              <EmptyState kind="never" title={t("plan.empty")} />
            ) : (
              <PlanList rows={rows} />
            )}
          </Card>
        </div>
      </>
    );
  },
});
