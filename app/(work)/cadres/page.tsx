/** Leadership teams: who holds which post, which places stand empty and since when, under a unit on a day. */

import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { type PostNames, postNames } from "#components/posts/names.ts";
import { PostTable } from "#components/posts/post-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { readDay } from "#lib/base/calendar.ts";
import { filtersOf, toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { postFilterOf } from "#lib/domains/posts/input.ts";
import {
  listPosts,
  POSTS_PER_PAGE,
  type PostPage,
  villagesWithoutPosts,
} from "#lib/domains/posts/queries/list-posts.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

const PATH = "/cadres";
/** Who is sought by name or ability is somebody: an empty place has neither. */
const OF_PEOPLE = ["q", "f.tag"];
const NARROWING = [...OF_PEOPLE, "f.kind"];
const OWN = [...NARROWING, "on"];

export async function generateMetadata() {
  return { title: (await getTranslations("posts"))("title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const params = toParams(search);
    const typed = params.get("on") ?? "";
    const filter = { ...postFilterOf(params), on: (typed && readDay(typed, scope.today)) || undefined };
    const without = filtersOf(params).shown?.[0] === "without";
    return {
      list: await listPosts(scope, filter),
      without: without ? await villagesWithoutPosts(scope, filter) : null,
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ list, without }, { search, viewer, today }) => {
    const t = await getTranslations("posts");
    const f = await getFormats();
    const params = toParams(search);
    const { unit, above, below } = list.place;
    const names = await postNames(list.words);
    const mayEdit = may(viewer, "post.edit", unit.id);
    const shown = without ? "without" : (filtersOf(params).shown?.[0] ?? "all");
    const narrowed = NARROWING.some((name) => params.has(name));
    // Under a filter only the list that is shown knows how many lines it has.
    const tab = (value: string | null, label: string, count: number, drops: readonly string[] = []) => {
      const current = shown === (value ?? "all");
      const told = !narrowed || value === "without" ? count : current ? list.total : null;
      const dropped = Object.fromEntries(drops.map((name) => [name, null]));
      return {
        href: withParams(PATH, params, { ...dropped, "f.shown": value, page: null }),
        label,
        ...(told === null ? {} : { count: f.number(told) }),
        current,
      };
    };
    return (
      <>
        <PageHead
          title={t("title")}
          trail={[
            ...above.map((one) => ({
              label: one.name,
              href: withParams(PATH, params, { u: String(one.id), page: null }),
            })),
            { label: unit.name },
          ]}
          note={t("list.note", { ...list.sums, unit: unit.name, day: list.on })}
          actions={
            <>
              {above.length + below.length > 0 ? (
                <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
              ) : null}
              {mayEdit ? (
                <LinkButton kind="primary" href={`/cadres/new?u=${unit.id}`}>
                  {t("setUp.title")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        {search.saved === "setUp" ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t("saved.setUp")}</Notice>
          </div>
        ) : null}
        <Tabs
          label={t("title")}
          items={[
            tab(null, t("tab.all"), list.sums.held + list.sums.emptyPosts),
            tab("vacant", t("tab.vacant"), list.sums.emptyPosts, OF_PEOPLE),
            tab("without", t("tab.without"), list.sums.villagesWithout, NARROWING),
          ]}
        />
        {without ? (
          <Without
            rows={without}
            total={list.sums.villagesWithout}
            setUpAll={mayEdit && unit.level !== "VILLAGE" ? `/cadres/new?u=${unit.id}&for=villages` : null}
            mayEdit={mayEdit}
          />
        ) : (
          <List list={list} params={params} names={names} today={today} />
        )}
      </>
    );
  },
});

type ListProps = { list: PostPage; params: URLSearchParams; names: PostNames; today: string };

async function List({ list, params, names, today }: ListProps) {
  const t = await getTranslations("posts");
  const filtered = OWN.some((name) => params.has(name));
  const clearHref = withParams(
    PATH,
    params,
    Object.fromEntries([...OWN, "page"].map((name) => [name, null])),
  );
  const at = Math.floor((list.from - 1) / POSTS_PER_PAGE) + 1;
  const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
  const last = list.from + list.rows.length - 1;
  const vacant = params.get("f.shown") === "vacant";
  return (
    <>
      <FilterBar path={PATH} params={params} own={OWN} clearHref={clearHref}>
        {vacant ? null : <FilterText name="q" label={t("filter.name")} value={params.get("q") ?? ""} />}
        <FilterSelect
          name="f.kind"
          label={t("column.post")}
          value={params.get("f.kind") ?? ""}
          options={names.options(list.words.kinds)}
        />
        {vacant ? null : (
          <FilterSelect
            name="f.tag"
            label={t("column.tags")}
            value={params.get("f.tag") ?? ""}
            options={names.options(list.words.tags)}
          />
        )}
        <FilterText name="on" label={t("filter.on")} hint={today} value={params.get("on") ?? ""} />
      </FilterBar>
      {list.rows.length === 0 ? (
        <EmptyState
          kind={vacant ? "done" : filtered ? "filtered" : "never"}
          title={t(vacant ? "list.noneVacant" : filtered ? "list.none" : "list.never")}
        />
      ) : (
        <Card flush>
          <PostTable rows={list.rows} words={list.words} on={list.on} />
        </Card>
      )}
      <Pager
        total={list.total}
        shown={list.total > 0 ? { from: list.from, to: last } : undefined}
        previousHref={at > 1 ? pageHref(at - 1) : undefined}
        nextHref={last < list.total ? pageHref(at + 1) : undefined}
      />
    </>
  );
}

async function Without({
  rows,
  total,
  setUpAll,
  mayEdit,
}: {
  rows: { id: number; name: string; township: string | null }[];
  total: number;
  /** Where all of them are set up at once. */
  setUpAll: string | null;
  mayEdit: boolean;
}) {
  const t = await getTranslations("posts");
  if (rows.length === 0) return <EmptyState kind="done" title={t("without.none")} />;
  return (
    <Card
      title={t("without.title", { count: total })}
      note={total > rows.length ? t("without.first", { count: rows.length }) : t("without.note")}
      action={setUpAll ? <LinkButton href={setUpAll}>{t("without.all")}</LinkButton> : null}
    >
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="flex min-h-row items-center justify-between gap-3">
            <span>
              {row.name} <span className="text-ink-2 text-note">{row.township}</span>
            </span>
            {mayEdit ? (
              <Link href={`/cadres/new?u=${row.id}`} className="inline-flex min-h-touch items-center">
                {t("setUp.title")}
                <span className="sr-only">{row.name}</span>
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
