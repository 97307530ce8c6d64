/** The register of pairings: who helps whom, what is uncovered, and how many households each helper has. */

import { getLocale, getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { LoadTable } from "#components/pairings/load-table.tsx";
import { PairingPeek } from "#components/pairings/pairing-peek.tsx";
import { PairingTable } from "#components/pairings/pairing-table.tsx";
import { PairingTabs } from "#components/pairings/pairing-tabs.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { PAIRING_KINDS, sought } from "#lib/domains/households/codes.ts";
import { pairingFilterOf } from "#lib/domains/pairings/input.ts";
import { PAIRING_STATES } from "#lib/domains/pairings/pairing.ts";
import { getPairing, helperLoads, loadLimits } from "#lib/domains/pairings/queries/helpers.ts";
import { listPairings, pairingsOfHousehold } from "#lib/domains/pairings/queries/list-pairings.ts";
import { page } from "#lib/platform/page.ts";
import { ifFound } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { takeBack } from "./actions.ts";

const PATH = "/pairings";
const FILTERS = ["q", "f.kind", "f.state", "f.helper"];

export async function generateMetadata() {
  return { title: (await getTranslations("pairings"))("title") };
}

async function peekAt(scope: Scope, id: string) {
  const pairing = await getPairing(scope, { id });
  return { pairing, all: await pairingsOfHousehold(scope, { household: pairing.householdId }) };
}

export default page({
  route: "/pairings",
  load: async (scope, { search }) => {
    const params = toParams(search);
    const filter = pairingFilterOf(params);
    if (params.get("view") === "helpers")
      return {
        filter,
        loads: await helperLoads(scope, filter),
        limits: await loadLimits(scope, {}),
        list: null,
        peek: null,
        found: null,
      };
    const peek = params.get("peek");
    return {
      filter,
      loads: null,
      limits: {},
      list: await listPairings(scope, filter),
      peek,
      found: peek ? await ifFound(peekAt(scope, peek)) : null,
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ filter, loads, limits, list, peek, found }, { search, viewer, today }) => {
    const t = await getTranslations("pairings");
    const common = await getTranslations("common");
    const locale = await getLocale();
    const params = toParams(search);
    // Whatever else is chosen closes what stands beside the list.
    params.delete("peek");
    const place = loads?.place ?? list?.place;
    if (!place) return null;
    const { unit, above, below } = place;
    const mayPair = mayAnywhere(viewer, "pairing.edit");
    const clearHref = withParams(PATH, params, Object.fromEntries(FILTERS.map((name) => [name, null])));
    const filtered = FILTERS.some((name) => params.has(name));
    const fresh = list?.rows.find((row) => row.id === params.get("done") && row.undoable);
    const count = Number(params.get("n") ?? 1);
    return (
      <>
        {peek ? (
          <PairingPeek
            peek={peek}
            found={found}
            today={today}
            mayPair={found !== null && may(viewer, "pairing.edit", found.pairing.divisionId)}
            closeHref={withParams(PATH, params, {}, true)}
          />
        ) : null}
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
              {mayPair ? (
                <LinkButton kind="primary" href={`/pairings/uncovered?u=${unit.id}`}>
                  {t("many.open")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        {params.get("done") || params.get("undone") ? (
          <div className="mb-3" role="status">
            <Notice
              tone="ok"
              action={
                fresh && count === 1 ? (
                  <Form action={takeBack} buttonOnly>
                    <input type="hidden" name="id" value={fresh.id} />
                    <SubmitButton kind="quiet" size="small">
                      {common("undo")}
                    </SubmitButton>
                  </Form>
                ) : null
              }
            >
              {params.get("undone") ? t("undone") : t("done", { count: Number.isFinite(count) ? count : 1 })}
            </Notice>
          </div>
        ) : null}
        <PairingTabs current={loads ? "helpers" : "list"} unit={unit.id} uncovered={list?.uncovered} />
        {loads ? (
          <Card flush title={t("loads.title")} note={t("loads.note")}>
            {loads.rows.length === 0 ? (
              <EmptyState kind="never" title={t("empty.never")} />
            ) : (
              <LoadTable rows={loads.rows} limits={limits} unit={unit.id} />
            )}
          </Card>
        ) : null}
        {list ? (
          <>
            <FilterBar
              path={PATH}
              params={params}
              own={["q", "f.kind", "f.state"]}
              active={
                filter.helper
                  ? [
                      {
                        label: list.rows[0]?.helperName ?? t("column.helper"),
                        removeHref: withParams(PATH, params, { "f.helper": null }),
                      },
                    ]
                  : []
              }
              clearHref={clearHref}
            >
              <FilterText
                name="q"
                label={t("filter.q")}
                value={params.get("q") ?? undefined}
                hint={t("filter.hint")}
              />
              <FilterSelect
                name="f.kind"
                label={t("column.kind")}
                options={sought(PAIRING_KINDS, today).map((one) => ({ value: one.code, label: one[locale] }))}
                value={params.get("f.kind") ?? undefined}
              />
              <FilterSelect
                name="f.state"
                label={t("column.state")}
                all={t("state.current")}
                options={PAIRING_STATES.filter((state) => state !== "current").map((state) => ({
                  value: state,
                  label: t(`state.${state}`),
                }))}
                value={filter.state === "current" ? undefined : filter.state}
              />
            </FilterBar>
            {list.rows.length === 0 ? (
              <EmptyState
                kind={filtered ? "filtered" : "never"}
                title={t(filtered ? "empty.filtered" : "empty.never")}
                action={
                  filtered ? <LinkButton href={clearHref}>{common("filter.clear")}</LinkButton> : undefined
                }
              />
            ) : (
              <Card flush>
                <PairingTable rows={list.rows} params={params} today={today} mayPair={mayPair} peek={peek} />
              </Card>
            )}
            <Pager
              total={list.total}
              firstHref={params.has("after") ? withParams(PATH, params, {}) : null}
              nextHref={list.next ? withParams(PATH, params, { after: list.next }, true) : null}
            />
          </>
        ) : null}
      </>
    );
  },
});
