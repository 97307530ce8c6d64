/** Party organizations: a list to filter, or the Party line as a tree. */

import { getTranslations } from "next-intl/server";
import { TreeRows } from "#components/divisions/tree-rows.tsx";
import { OrgTable } from "#components/party-orgs/org-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { filtersOf, toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { countiesAround } from "#lib/domains/divisions/queries/counties.ts";
import { ORG_KINDS, type OrgKind, SETTINGS } from "#lib/domains/party-orgs/party-org.ts";
import { listOrgs, ORGS_PER_PAGE, type OrgPage } from "#lib/domains/party-orgs/queries/list.ts";
import { type OrgTreeRow, showOrgTree } from "#lib/domains/party-orgs/queries/tree.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/orgs";
const OWN = ["u", "q", "f.kind", "f.setting", "f.lacking"];

export async function generateMetadata() {
  return { title: (await getTranslations("party-orgs"))("title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    if (params.get("view") === "tree")
      return {
        tree: await showOrgTree(scope, { open: numbersIn(params.get("open")) }),
        list: null,
        counties: [],
      };
    const filters = filtersOf(params);
    const list = await listOrgs(scope, {
      unitId: numbersIn(params.get("u"))[0] ?? null,
      kinds: (filters.kind ?? []).filter((kind): kind is OrgKind => ORG_KINDS.some((one) => one === kind)),
      setting: SETTINGS.find((one) => one === filters.setting?.[0]) ?? null,
      lacking: filters.lacking?.[0] === "yes",
      q: (params.get("q") ?? "").slice(0, 40),
      page: Math.min(numbersIn(params.get("page"))[0] ?? 1, 1000),
    });
    return { tree: null, list, counties: await countiesAround(scope, { id: numbersIn(params.get("u"))[0] }) };
  },
  render: async ({ tree, list, counties }, { search, viewer }) => {
    const t = await getTranslations("party-orgs");
    const params = toParams(search);
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
          actions={
            mayAnywhere(viewer, "partyOrg.edit") ? (
              <LinkButton href="/orgs/new" kind="primary">
                {t("new")}
              </LinkButton>
            ) : null
          }
        />
        <Tabs
          label={t("view.label")}
          items={[
            {
              href: withParams(PATH, params, { view: null, open: null }),
              label: t("view.list"),
              current: tree === null,
            },
            {
              href: withParams(PATH, params, { view: "tree" }),
              label: t("view.tree"),
              current: tree !== null,
            },
          ]}
        />
        {tree ? <Line rows={tree} params={params} /> : null}
        {list ? <List list={list} counties={counties} params={params} /> : null}
      </>
    );
  },
});

const numbersIn = (text: string | null): number[] =>
  (text ?? "")
    .split(",")
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0)
    .slice(0, 200);

type ListProps = { list: OrgPage; counties: { id: number; name: string }[]; params: URLSearchParams };

async function List({ list, counties, params }: ListProps) {
  const t = await getTranslations("party-orgs");
  const filtered = OWN.some((name) => params.has(name));
  const at = Math.floor((list.from - 1) / ORGS_PER_PAGE) + 1;
  const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
  const last = list.from + list.rows.length - 1;
  return (
    <>
      <FilterBar path={PATH} params={params} own={OWN} clearHref={PATH}>
        <FilterText name="q" label={t("filter.q")} value={params.get("q") ?? ""} hint={t("filter.qHint")} />
        <FilterSelect
          name="u"
          label={t("filter.county")}
          value={params.get("u") ?? ""}
          options={counties.map((county) => ({ value: String(county.id), label: county.name }))}
        />
        <FilterSelect
          name="f.kind"
          label={t("filter.kind")}
          value={params.get("f.kind") ?? ""}
          options={ORG_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <FilterSelect
          name="f.setting"
          label={t("filter.setting")}
          value={params.get("f.setting") ?? ""}
          options={SETTINGS.map((setting) => ({ value: setting, label: t(`setting.${setting}`) }))}
        />
        <FilterSelect
          name="f.lacking"
          label={t("filter.lacking")}
          value={params.get("f.lacking") ?? ""}
          options={[{ value: "yes", label: t("filter.yes") }]}
        />
      </FilterBar>
      {list.rows.length === 0 ? (
        <EmptyState
          kind={filtered ? "filtered" : "never"}
          title={filtered ? t("list.none") : t("list.never")}
        />
      ) : (
        <div className="rounded-card border border-line bg-card">
          <OrgTable rows={list.rows} />
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

async function Line({ rows, params }: { rows: OrgTreeRow[]; params: URLSearchParams }) {
  const t = await getTranslations("party-orgs");
  const open = numbersIn(params.get("open"));
  if (rows.length === 0) return <EmptyState kind="never" title={t("list.never")} />;
  const toggleOf = (row: OrgTreeRow) => {
    if (row.children === 0) return undefined;
    const isOpen = open.includes(row.id);
    const next = isOpen ? open.filter((id) => id !== row.id) : [...open, row.id];
    return {
      open: isOpen,
      href: `${withParams(PATH, params, { open: next.join(",") || null })}#n${row.id}`,
      label: isOpen ? t("tree.fold", { name: row.name }) : t("tree.unfold", { name: row.name }),
    };
  };
  const lines = rows.map((row) => ({
    id: row.id,
    depth: row.depth,
    name: row.name,
    href: `/orgs/${row.id}`,
    toggle: toggleOf(row),
    marks: row.closedOn ? (
      <Badge>{t("tree.closed", { day: row.closedOn })}</Badge>
    ) : row.lacking ? (
      <Badge tone="watch">{t("tree.lacking")}</Badge>
    ) : null,
    facts: (
      <>
        <span className="handset:hidden">{t(`kind.${row.kind as OrgKind}`)}</span>
        {row.children > 0 ? <span className="tabular">{t("tree.led", { count: row.children })}</span> : null}
      </>
    ),
  }));
  return <TreeRows label={t("tree.label")} lines={lines} />;
}
