/** Party organizations: a list to filter, the Party line as a tree, and sums on three lines; list and tree also as on a past day. */

import { getTranslations } from "next-intl/server";
import { OnDay, PastNotice, pastDay } from "#components/party-orgs/on-day.tsx";
import { OrgFilters, OWN } from "#components/party-orgs/org-filters.tsx";
import { OrgTable } from "#components/party-orgs/org-table.tsx";
import { OrgTabs } from "#components/party-orgs/org-tabs.tsx";
import { OrgTree } from "#components/party-orgs/org-tree.tsx";
import { SumTable } from "#components/party-orgs/sum-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { filtersOf, toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { countiesAround } from "#lib/domains/divisions/queries/counties.ts";
import { LINES } from "#lib/domains/party-orgs/lines.ts";
import { LACKING, ORG_KINDS, type OrgKind, SETTINGS } from "#lib/domains/party-orgs/party-org.ts";
import { listOrgs, ORGS_PER_PAGE, type OrgPage } from "#lib/domains/party-orgs/queries/list.ts";
import { sumUpOrgs } from "#lib/domains/party-orgs/queries/sum-up.ts";
import { showOrgTree } from "#lib/domains/party-orgs/queries/tree.ts";
import { page } from "#lib/platform/page.ts";
import type { Scope } from "#lib/platform/scope.ts";

const PATH = "/orgs";

export async function generateMetadata() {
  return { title: (await getTranslations("party-orgs"))("title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    const on = pastDay(params.get("on"), scope.today);
    const none = { tree: null, summed: null, list: null, counties: [], on };
    if (params.get("view") === "tree")
      return { ...none, tree: await showOrgTree(scope, { open: numbersIn(params.get("open")), on }) };
    if (params.get("view") === "sum") {
      const by = LINES.find((line) => line === params.get("by")) ?? "party";
      const at = numbersIn(params.get("at"))[0] ?? null;
      return { ...none, on: null, summed: await sumUpOrgs(scope, { by, at }) };
    }
    const counties = await countiesAround(scope, { id: numbersIn(params.get("u"))[0] });
    return { ...none, list: await listed(scope, params, on), counties };
  },
  render: async ({ tree, summed, list, counties, on }, { search, viewer, today }) => {
    const t = await getTranslations("party-orgs");
    const params = toParams(search);
    const mayEdit = mayAnywhere(viewer, "partyOrg.edit");
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
          actions={
            mayEdit ? (
              <>
                <LinkButton href="/orgs/proposals">{t("proposals.title")}</LinkButton>
                <LinkButton href="/orgs/new" kind="primary">
                  {t("new")}
                </LinkButton>
              </>
            ) : null
          }
        />
        <OrgTabs
          current={tree ? "tree" : summed ? "sum" : "list"}
          mayEdit={mayEdit}
          on={on}
          unit={params.get("u")}
        />
        {on ? <PastNotice path={PATH} params={params} on={on} /> : null}
        {list ? <List list={list} counties={counties} params={params} on={on} /> : null}
        {tree ? (
          <OrgTree path={PATH} rows={tree} params={params} open={numbersIn(params.get("open"))} on={on} />
        ) : null}
        {summed ? (
          <SumTable summed={summed} />
        ) : (
          <div className="mt-4">
            <OnDay path={PATH} params={params} on={on} today={today} />
          </div>
        )}
      </>
    );
  },
});

function listed(scope: Scope, params: URLSearchParams, on: string | null) {
  const filters = filtersOf(params);
  return listOrgs(scope, {
    unitId: numbersIn(params.get("u"))[0] ?? null,
    here: filters.here?.[0] === "yes",
    kinds: (filters.kind ?? []).filter((kind): kind is OrgKind => ORG_KINDS.some((one) => one === kind)),
    setting: SETTINGS.find((one) => one === filters.setting?.[0]) ?? null,
    lacking: LACKING.find((one) => one === filters.lacking?.[0]) ?? null,
    under: numbersIn(filters.under?.[0] ?? null)[0] ?? null,
    department: departmentOf(params.get("f.dept")),
    q: (params.get("q") ?? "").slice(0, 40),
    on,
    page: Math.min(numbersIn(params.get("page"))[0] ?? 1, 1000),
  });
}

/** A number is the department's organization, "none" the rest, a name after a tilde one that is known by name alone. */
function departmentOf(asked: string | null) {
  if (!asked) return null;
  if (asked === "none") return "none" as const;
  if (asked.startsWith("~")) return { text: asked.slice(1, 61) };
  const [id] = numbersIn(asked);
  return id === undefined ? null : { id };
}

const numbersIn = (text: string | null): number[] =>
  (text ?? "")
    .split(",")
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0 && id <= 2_147_483_647)
    .slice(0, 200);

type ListProps = {
  list: OrgPage;
  counties: { id: number; name: string }[];
  params: URLSearchParams;
  on: string | null;
};

async function List({ list, counties, params, on }: ListProps) {
  const t = await getTranslations("party-orgs");
  const filtered = OWN.some((name) => params.has(name)) || on !== null;
  const at = Math.floor((list.from - 1) / ORGS_PER_PAGE) + 1;
  const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
  const last = list.from + list.rows.length - 1;
  const active = [
    list.under
      ? {
          label: t("filter.under", { name: list.under }),
          removeHref: withParams(PATH, params, { "f.under": null }),
        }
      : null,
    params.get("f.dept")
      ? { label: t("filter.dept"), removeHref: withParams(PATH, params, { "f.dept": null }) }
      : null,
    params.get("f.here")
      ? { label: t("filter.here"), removeHref: withParams(PATH, params, { "f.here": null }) }
      : null,
  ].filter((one) => one !== null);
  return (
    <>
      <OrgFilters path={PATH} params={params} counties={counties} sizes={list.sizes} active={active} />
      {list.rows.length === 0 ? (
        <EmptyState
          kind={filtered ? "filtered" : "never"}
          title={filtered ? t("list.none") : t("list.never")}
        />
      ) : (
        <div className="rounded-card border border-line bg-card">
          <OrgTable rows={list.rows} on={on} />
          <Pager
            total={list.total}
            shown={{ from: list.from, to: last }}
            previousHref={at > 1 ? pageHref(at - 1) : null}
            nextHref={last < list.total ? pageHref(at + 1) : null}
          />
        </div>
      )}
    </>
  );
}
