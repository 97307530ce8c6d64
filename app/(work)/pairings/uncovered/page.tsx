/** Households without a helper today, the longest first: who left, whether the days to name the next are over, and one step to pair them. */

import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { PairingTabs } from "#components/pairings/pairing-tabs.tsx";
import { UncoveredTable } from "#components/pairings/uncovered-table.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { uncoveredFilterOf } from "#lib/domains/pairings/input.ts";
import { PAGE_SIZE, UNCOVERED_STATES } from "#lib/domains/pairings/pairing.ts";
import { listUncovered } from "#lib/domains/pairings/queries/uncovered.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/pairings/uncovered";

export async function generateMetadata() {
  return { title: (await getTranslations("pairings"))("uncovered.title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => listUncovered(scope, uncoveredFilterOf(toParams(search))),
  refused: () => <PermissionNote />,
  render: async ({ place, counts, total, from, rows }, { search, viewer }) => {
    const t = await getTranslations("pairings");
    const params = toParams(search);
    const { unit, above, below } = place;
    const mayPair = mayAnywhere(viewer, "pairing.edit");
    const at = Math.floor((from - 1) / PAGE_SIZE) + 1;
    const last = from + rows.length - 1;
    const to = (number: number) =>
      withParams(PATH, params, { page: number > 1 ? String(number) : null }, true);
    const table = <UncoveredTable rows={rows} mayPair={mayPair} />;
    return (
      <>
        <PageHead
          title={t("uncovered.title")}
          note={t("uncovered.note")}
          trail={[
            ...above.map((one) => ({
              label: one.name,
              href: withParams(PATH, params, { u: String(one.id), page: null }),
            })),
            { label: unit.name },
          ]}
          actions={
            <>
              {above.length + below.length > 0 ? (
                <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
              ) : null}
              {may(viewer, "pairing.edit", unit.id) ? (
                <LinkButton kind="primary" href={`/pairings/plan?u=${unit.id}`}>
                  {t("plan.open")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        <PairingTabs
          current="uncovered"
          unit={unit.id}
          uncovered={counts.late + counts.within + counts.never}
        />
        <FilterBar
          path={PATH}
          params={params}
          own={["f.state"]}
          clearHref={withParams(PATH, params, { "f.state": null, page: null })}
        >
          <FilterSelect
            name="f.state"
            label={t("column.state")}
            value={params.get("f.state") ?? undefined}
            options={UNCOVERED_STATES.map((state) => ({
              value: state,
              label: t("uncovered.option", { state: t(`uncovered.state.${state}`), count: counts[state] }),
            }))}
          />
        </FilterBar>
        {rows.length === 0 ? (
          <EmptyState
            kind={params.has("f.state") ? "filtered" : "done"}
            title={t(params.has("f.state") ? "uncovered.none" : "uncovered.clean")}
          />
        ) : (
          <Card flush>
            {mayPair ? (
              <form action="/pairings/new" method="get">
                {table}
                <div className="border-line border-t p-3">
                  <Button type="submit" kind="primary">
                    {t("uncovered.pair")}
                  </Button>
                </div>
              </form>
            ) : (
              table
            )}
            <Pager
              total={total}
              shown={{ from, to: last }}
              previousHref={at > 1 ? to(at - 1) : null}
              nextHref={last < total ? to(at + 1) : null}
            />
          </Card>
        )}
      </>
    );
  },
});
