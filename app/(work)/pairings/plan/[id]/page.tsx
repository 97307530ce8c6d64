/** One plan of pairings: what it satisfies and what not, household by household or helper by helper; lines are changed here, and the whole is carried out. */

import { getLocale, getTranslations } from "next-intl/server";
import { LineChoice } from "#components/pairings/line-choice.tsx";
import { PlanDeeds } from "#components/pairings/plan-deeds.tsx";
import { PlanHands } from "#components/pairings/plan-hands.tsx";
import { PlanLines } from "#components/pairings/plan-lines.tsx";
import { PLAN_LIGHTS } from "#components/pairings/plan-list.tsx";
import { PlanSum } from "#components/pairings/plan-sum.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { Light } from "#components/ui/light.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import { PAGE_SIZE } from "#lib/domains/pairings/pairing.ts";
import { LINE_SHOWN } from "#lib/domains/pairings/plan.ts";
import { planViewOf } from "#lib/domains/pairings/plan-input.ts";
import { getPlan, lineChoices, planHelpers } from "#lib/domains/pairings/queries/plans.ts";
import { page } from "#lib/platform/page.ts";
import { carryOut, planAnew, saveLine, takePlanBack, throwAway } from "../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("pairings"))("plan.one") };
}

export default page({
  route: "/pairings/plan/[id]",
  load: async (scope, { params, search }) => {
    const asked = toParams(search);
    const view = planViewOf(params.id ?? "", asked);
    const household = asked.get("change");
    if (asked.get("view") === "helpers") {
      const { plan, rows, total, from } = await planHelpers(scope, view);
      return { plan, total, from, helpers: rows, lines: null, choice: null };
    }
    const { plan, rows, total, from } = await getPlan(scope, view);
    const choice =
      household && plan.state === "DRAFT" ? await lineChoices(scope, { id: plan.id, household }) : null;
    return { plan, total, from, helpers: null, lines: rows, choice };
  },
  refused: () => <PermissionNote />,
  render: async ({ plan, total, from, helpers, lines, choice }, { search }) => {
    const t = await getTranslations("pairings");
    const locale = await getLocale();
    const params = toParams(search);
    const anew = params.has("anew");
    for (const name of ["change", "anew"]) params.delete(name);
    const here = `/pairings/plan/${plan.id}`;
    const rows = lines ?? helpers ?? [];
    const at = Math.floor((from - 1) / PAGE_SIZE) + 1;
    const last = from + rows.length - 1;
    const to = (number: number) =>
      withParams(here, params, { page: number > 1 ? String(number) : null }, true);
    return (
      <>
        <PageHead
          title={`${plan.place} · ${codeName(PAIRING_KINDS, plan.kind, locale)}`}
          back={{ href: `/pairings/plan?u=${plan.divisionId}`, label: t("plan.title") }}
          mark={<Light state={PLAN_LIGHTS[plan.state]} word={t(`plan.state.${plan.state}`)} />}
          note={`${t(`plan.whomOf.${plan.whom}`)} · ${t("since", { from: plan.fromOn })} · ${plan.by}`}
        />
        {anew ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t("plan.replanned")}</Notice>
          </div>
        ) : null}
        <div className="grid gap-3">
          <PlanSum plan={plan} />
          <PlanDeeds
            plan={plan}
            carryOut={carryOut}
            replan={planAnew}
            drop={throwAway}
            takeBack={takePlanBack}
          />
          {choice ? (
            <LineChoice
              plan={plan}
              line={choice.line}
              choices={choice.rows}
              save={saveLine}
              backHref={withParams(here, params, {}, true)}
            />
          ) : null}
        </div>
        <div className="mt-3">
          <Tabs
            label={t("plan.title")}
            items={[
              { href: here, label: t("plan.lines"), current: lines !== null },
              { href: `${here}?view=helpers`, label: t("plan.helpers"), current: helpers !== null },
            ]}
          />
        </div>
        {lines ? (
          <FilterBar
            path={here}
            params={params}
            own={["f.show"]}
            clearHref={here}
            active={
              params.has("f.helper")
                ? [{ label: lines[0]?.helper ?? t("column.helper"), removeHref: here }]
                : []
            }
          >
            <FilterSelect
              name="f.show"
              label={t("plan.show.label")}
              value={params.get("f.show") ?? undefined}
              options={LINE_SHOWN.map((value) => ({ value, label: t(`plan.show.${value}`) }))}
            />
          </FilterBar>
        ) : null}
        {rows.length === 0 ? (
          <EmptyState kind="filtered" title={t(helpers ? "plan.noneHelpers" : "plan.none")} />
        ) : (
          <Card flush>
            {lines ? (
              <PlanLines id={plan.id} rows={lines} params={params} open={plan.state === "DRAFT"} />
            ) : null}
            {helpers ? <PlanHands plan={plan} rows={helpers} replan={planAnew} /> : null}
          </Card>
        )}
        <Pager
          total={total}
          shown={{ from, to: last }}
          previousHref={at > 1 ? to(at - 1) : null}
          nextHref={last < total ? to(at + 1) : null}
        />
      </>
    );
  },
});
