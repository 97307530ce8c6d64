/** Procedures under a unit: what waits for me, and all of them by step, unit and state. */

import { getTranslations } from "next-intl/server";
import { CaseTable } from "#components/procedures/case-table.tsx";
import { StepCounts, UnitCounts } from "#components/procedures/counts.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { CASES_PER_PAGE, isKind, KINDS, STATES, STEPS } from "#lib/domains/procedures/procedure.ts";
import { listCases } from "#lib/domains/procedures/queries/list.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/procedures";
const OWN = ["kind", "step", "state"];

export async function generateMetadata() {
  return { title: (await getTranslations("procedures"))("title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    const kind = params.get("kind");
    const mine = params.get("view") !== "all";
    const cases = await listCases(scope, {
      unit: params.get("u") ?? undefined,
      kind: isKind(kind) ? kind : null,
      step: STEPS.find((one) => one === params.get("step")) ?? null,
      state: STATES.find((one) => one === params.get("state")) ?? null,
      mine,
      page: Math.min(Math.max(1, Number(params.get("page")) || 1), 1000),
    });
    return { cases, mine };
  },
  refused: () => <PermissionNote />,
  render: async ({ cases, mine }, { search }) => {
    const t = await getTranslations("procedures");
    const params = toParams(search);
    const at = Math.floor((cases.from - 1) / CASES_PER_PAGE) + 1;
    const last = cases.from + cases.rows.length - 1;
    const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
    const filtered = OWN.some((name) => params.has(name));
    const ever = cases.states.length > 0;
    const waiting = cases.steps.reduce((sum, one) => sum + one.waiting, 0);
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("lead")}
          actions={
            <LinkButton href={withParams(`${PATH}/notices`, new URLSearchParams(), { u: params.get("u") })}>
              {t("list.notices")}
            </LinkButton>
          }
        />
        <Tabs
          label={t("list.states")}
          items={[
            {
              href: withParams(PATH, params, { view: null, state: null, step: null }),
              label: t("list.mine"),
              count: waiting,
              current: mine,
            },
            { href: withParams(PATH, params, { view: "all" }), label: t("list.all"), current: !mine },
          ]}
        />
        {mine ? null : (
          <>
            <FilterBar path={PATH} params={params} own={OWN} clearHref={`${PATH}?view=all`}>
              <FilterSelect
                name="kind"
                label={t("list.kind")}
                value={params.get("kind") ?? ""}
                options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
              />
              <FilterSelect
                name="step"
                label={t("list.step")}
                value={params.get("step") ?? ""}
                options={STEPS.map((step) => ({ value: step, label: t(`step.${step}`) }))}
              />
              <FilterSelect
                name="state"
                label={t("list.state")}
                value={params.get("state") ?? ""}
                options={STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
              />
            </FilterBar>
            {cases.steps.length > 0 && !filtered ? (
              <div className="mb-4 grid gap-4">
                <Card title={t("list.byStep")} flush>
                  <StepCounts steps={cases.steps} params={params} />
                </Card>
                {cases.units.length > 0 ? (
                  <Card title={t("list.byUnit")} flush>
                    <UnitCounts units={cases.units} params={params} />
                  </Card>
                ) : null}
              </div>
            ) : null}
          </>
        )}
        {cases.rows.length === 0 ? (
          <EmptyState
            kind={mine ? "done" : filtered ? "filtered" : "never"}
            title={mine ? t("list.nothingWaits") : filtered ? t("list.none") : t("list.never")}
          >
            {mine || ever ? null : t("list.how")}
          </EmptyState>
        ) : (
          <div className="rounded-card border border-line bg-card">
            <CaseTable rows={cases.rows} />
            <Pager
              total={cases.total}
              shown={{ from: cases.from, to: last }}
              previousHref={at > 1 ? pageHref(at - 1) : null}
              nextHref={last < cases.total ? pageHref(at + 1) : null}
            />
          </div>
        )}
      </>
    );
  },
});
