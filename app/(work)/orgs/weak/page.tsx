/** The year's list of weak and lax Party organizations within reach. */

import { getTranslations } from "next-intl/server";
import { causeWords } from "#components/party-orgs/cause-words.ts";
import { OrgTabs } from "#components/party-orgs/org-tabs.tsx";
import { WeakTable } from "#components/party-orgs/weak-table.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { countiesAround } from "#lib/domains/divisions/queries/counties.ts";
import { listWeak, WEAK_PER_PAGE } from "#lib/domains/party-orgs/queries/weak.ts";
import { WEAK_STATES } from "#lib/domains/party-orgs/weak.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

const PATH = "/orgs/weak";
const OWN = ["u", "year", "f.cause"];

export async function generateMetadata() {
  return { title: (await getTranslations("party-orgs"))("weak.title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const params = toParams(search);
    const unitId = idIn(params.get("u"));
    const year = idIn(params.get("year"));
    const status = WEAK_STATES.find((one) => one === params.get("state")) ?? null;
    const weak = await listWeak(scope, {
      ...{ unitId, status, cause: params.get("f.cause")?.slice(0, 40) ?? null },
      year: year !== null && year >= 2000 && year <= 2100 ? year : null,
      page: Math.min(idIn(params.get("page")) ?? 1, 1000),
    });
    return { weak, status, counties: await countiesAround(scope, { id: unitId ?? undefined }) };
  },
  refused: () => <PermissionNote />,
  render: async ({ weak, status, counties }, { search, viewer }) => {
    const t = await getTranslations("party-orgs");
    const params = toParams(search);
    const causeOf = await causeWords(weak.causes);
    const at = Math.floor((weak.from - 1) / WEAK_PER_PAGE) + 1;
    const last = weak.from + weak.rows.length - 1;
    const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
    const years = [...new Set([weak.year, ...weak.years])].sort((a, b) => b - a);
    const filtered = status !== null || OWN.some((name) => params.has(name));
    return (
      <>
        <PageHead title={t("weak.title")} note={t("weak.lead", { year: weak.year })} />
        <OrgTabs current="weak" mayEdit={mayAnywhere(viewer, "partyOrg.edit")} unit={params.get("u")} />
        <FilterBar path={PATH} params={params} own={OWN} clearHref={PATH}>
          <FilterSelect
            name="year"
            label={t("weak.year")}
            value={params.get("year") ?? ""}
            all={t("weak.thisYear")}
            options={years.map((year) => ({ value: String(year), label: t("weak.yearOf", { year }) }))}
          />
          <FilterSelect
            name="u"
            label={t("filter.county")}
            value={params.get("u") ?? ""}
            options={counties.map((county) => ({ value: String(county.id), label: county.name }))}
          />
          <FilterSelect
            name="f.cause"
            label={t("weak.cause")}
            value={params.get("f.cause") ?? ""}
            options={weak.causes.map(({ code }) => ({ value: code, label: causeOf(code) }))}
          />
        </FilterBar>
        <Tabs
          label={t("weak.states")}
          items={[null, ...WEAK_STATES].map((one) => ({
            href: withParams(PATH, params, { state: one }),
            label: one === null ? t("weak.allStates") : t(`weak.status.${one}`),
            count: weak.counts[one ?? "all"],
            current: one === status,
          }))}
        />
        {weak.rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "never"}
            title={filtered ? t("list.none") : t("weak.none", { year: weak.year })}
          >
            {filtered || !mayAnywhere(viewer, "partyOrg.edit") ? null : t("weak.how")}
          </EmptyState>
        ) : (
          <div className="rounded-card border border-line bg-card">
            <WeakTable rows={weak.rows} causeOf={causeOf} />
            <Pager
              total={weak.total}
              shown={{ from: weak.from, to: last }}
              previousHref={at > 1 ? pageHref(at - 1) : null}
              nextHref={last < weak.total ? pageHref(at + 1) : null}
            />
          </div>
        )}
      </>
    );
  },
});

function idIn(text: string | null): number | null {
  const id = Number(text);
  return text && Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? id : null;
}
