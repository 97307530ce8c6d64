/** The register of visits. */

import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { VisitPeek } from "#components/visits/visit-peek.tsx";
import { VisitTable } from "#components/visits/visit-table.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { visitFilterOf } from "#lib/domains/visits/input.ts";
import { getVisit, listVisits } from "#lib/domains/visits/queries/list-visits.ts";
import { SINCE, SITUATIONS, VISIT_KINDS } from "#lib/domains/visits/visit.ts";
import { page } from "#lib/platform/page.ts";
import { ifFound } from "#lib/platform/problem.ts";

const PATH = "/visits";
const FILTERS = ["f.kind", "f.situation", "f.since", "f.mine", "f.asks"];

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("title") };
}

export default page({
  route: "/visits",
  load: async (scope, { search }) => {
    const params = toParams(search);
    const peek = params.get("peek");
    return {
      list: await listVisits(scope, visitFilterOf(params)),
      peek,
      visit: peek ? await ifFound(getVisit(scope, { id: peek })) : null,
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ list, peek, visit }, { search, viewer }) => {
    const t = await getTranslations("visits");
    const common = await getTranslations("common");
    const params = toParams(search);
    // Whatever else is chosen closes what stands beside the list.
    params.delete("peek");
    const { unit, above, below } = list.place;
    const value = (name: string) => params.get(name) ?? undefined;
    const clearHref = withParams(PATH, params, Object.fromEntries(FILTERS.map((name) => [name, null])));
    const filtered = FILTERS.some((name) => params.has(name));
    const mayVisit = mayAnywhere(viewer, "visit.record") || viewer.households.length > 0;
    return (
      <>
        {peek ? <VisitPeek peek={peek} visit={visit} closeHref={withParams(PATH, params, {}, true)} /> : null}
        <PageHead
          title={t("title")}
          trail={[
            ...above.map((one) => ({
              label: one.name,
              href: withParams(PATH, params, { u: String(one.id) }),
            })),
            { label: unit.name },
          ]}
          actions={
            <>
              {above.length + below.length > 0 ? (
                <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
              ) : null}
              {mayAnywhere(viewer, "household.view") ? (
                <LinkButton href={`/visits/campaigns?u=${unit.id}`}>{t("campaigns")}</LinkButton>
              ) : null}
              {mayVisit ? (
                <LinkButton kind="primary" href="/visits/new">
                  {t("record")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        <FilterBar path={PATH} params={params} own={FILTERS} clearHref={clearHref}>
          <FilterSelect
            name="f.since"
            label={t("column.day")}
            all={t("since.90")}
            options={SINCE.filter((days) => days !== "90").map((days) => ({
              value: days,
              label: t(`since.${days}`),
            }))}
            value={value("f.since")}
          />
          <FilterSelect
            name="f.situation"
            label={t("column.situation")}
            options={SITUATIONS.map((one) => ({ value: one, label: t(`situation.${one}`) }))}
            value={value("f.situation")}
          />
          <FilterSelect
            name="f.kind"
            label={t("column.kind")}
            options={VISIT_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
            value={value("f.kind")}
          />
          <FilterSelect
            name="f.mine"
            label={t("filter.who")}
            options={[{ value: "yes", label: t("filter.mine") }]}
            value={value("f.mine")}
          />
          {mayAnywhere(viewer, "visit.review") ? (
            <FilterSelect
              name="f.asks"
              label={t("hints.ask")}
              options={[{ value: "yes", label: t("hints.filter") }]}
              value={value("f.asks")}
            />
          ) : null}
        </FilterBar>
        {list.rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "never"}
            title={t(filtered ? "empty.filtered" : "empty.never")}
            action={filtered ? <LinkButton href={clearHref}>{common("filter.clear")}</LinkButton> : undefined}
          />
        ) : (
          <Card flush>
            <VisitTable rows={list.rows} params={params} peek={peek} />
          </Card>
        )}
        <Pager
          total={list.total}
          firstHref={params.has("after") ? withParams(PATH, params, {}) : null}
          nextHref={list.next ? withParams(PATH, params, { after: list.next }, true) : null}
        />
      </>
    );
  },
});
