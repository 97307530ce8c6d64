/** The tree of divisions, unfolded node by node, as it stands today or stood on another day; found by name, pinyin or initials. */

import { getTranslations } from "next-intl/server";
import { TreeRows } from "#components/divisions/tree-rows.tsx";
import { HitList } from "#components/search/hit-list.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { FilterBar, FilterText } from "#components/ui/filter-bar.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { readDay } from "#lib/base/calendar.ts";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type Level, registeredIn } from "#lib/domains/divisions/division.ts";
import { showDivisionTree, type TreeRow } from "#lib/domains/divisions/queries/tree.ts";
import { findAnything } from "#lib/domains/search/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/divisions";

export async function generateMetadata() {
  return { title: (await getTranslations("divisions"))("title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    const q = (params.get("q") ?? "").trim().slice(0, 40);
    const on = readDay(params.get("on") ?? "", scope.today) ?? undefined;
    const tree = await showDivisionTree(scope, { on, open: openOf(params) });
    const found = q ? await findAnything(scope, { q, kinds: ["division"], limit: 50 }) : null;
    return { q, tree, hits: found?.groups.flatMap((group) => group.hits) ?? [] };
  },
  render: async ({ q, tree, hits }, { search, today, viewer }) => {
    const t = await getTranslations("divisions");
    const f = await getFormats();
    const params = toParams(search);
    const past = tree.on !== today;
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
          actions={
            mayAnywhere(viewer, "division.propose") ? (
              <LinkButton href="/divisions/proposals">{t("openProposals")}</LinkButton>
            ) : null
          }
        />
        <FilterBar path={PATH} params={params} own={["q", "on"]} clearHref={PATH}>
          <FilterText name="q" label={t("find.label")} value={q} hint={t("find.hint")} />
          <FilterText name="on" label={t("find.on")} value={past ? tree.on : ""} hint={t("find.onHint")} />
        </FilterBar>
        {past ? (
          <div className="mb-3">
            <Notice
              tone="watch"
              action={<Link href={withParams(PATH, params, { on: null })}>{t("backToToday")}</Link>}
            >
              {t("asOf", { day: f.day(tree.on) })}
            </Notice>
          </div>
        ) : null}
        {q ? <Found q={q} hits={hits} /> : null}
        <Tree rows={tree.rows} params={params} past={past} />
        <p className="mt-2 text-ink-2 text-note">{t("reachNote")}</p>
      </>
    );
  },
});

const openOf = (params: URLSearchParams): number[] =>
  (params.get("open") ?? "")
    .split(",")
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0 && id <= 2_147_483_647)
    .slice(0, 200);

async function Found({ q, hits }: { q: string; hits: Parameters<typeof HitList>[0]["hits"] }) {
  const t = await getTranslations("divisions");
  const label = t("find.results", { text: q });
  return (
    <section className="mb-4">
      <h2 className="mb-1 text-h3">{label}</h2>
      {hits.length > 0 ? (
        <HitList label={label} hits={hits} closed={t("children.closed")} />
      ) : (
        <EmptyState kind="filtered" title={t("find.none", { text: q })} />
      )}
    </section>
  );
}

async function Tree({ rows, params, past }: { rows: TreeRow[]; params: URLSearchParams; past: boolean }) {
  const t = await getTranslations("divisions");
  const open = openOf(params);
  const toggleOf = (row: TreeRow) => {
    if (row.children === 0 || row.under === null) return undefined;
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
    href: `/divisions/${row.id}`,
    toggle: toggleOf(row),
    marks: row.closedOn ? <Badge>{t("tree.closed", { day: row.closedOn })}</Badge> : null,
    facts: (
      <>
        <span className="handset:hidden">{t(`level.${row.level as Level}`)}</span>
        <span className="tabular handset:hidden">{row.code}</span>
        {row.children > 0 ? (
          <span className="tabular">{t("tree.below", { count: row.children })}</span>
        ) : null}
        {row.households === null ? null : row.households > 0 && !past ? (
          <Link href={registeredIn(row.id)} className="tabular inline-flex min-h-6 items-center">
            {t("tree.households", { count: row.households })}
          </Link>
        ) : (
          <span className="tabular">{t("tree.households", { count: row.households })}</span>
        )}
      </>
    ),
  }));
  return <TreeRows label={t("tree.label")} lines={lines} />;
}
