/** What Party members without a post take on: holdings, who has none, posts, pledges, and reports to a community. */
import { getTranslations } from "next-intl/server";
import { DutyTable } from "#components/duties/duty-table.tsx";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { DUTY_ROWS, listDuties } from "#lib/domains/member-duties/queries/list.ts";
import { page } from "#lib/platform/page.ts";
import { saveCheckOut } from "./actions.ts";

const PATH = "/duties";
const VIEWS = ["holdings", "without", "posts", "pledges", "checkIns"] as const;
const number = (text: string | null) => (text && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1);

export async function generateMetadata() {
  return { title: (await getTranslations("duties"))("title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => {
    const asked = toParams(search);
    return listDuties(scope, {
      unit: asked.get("u") ?? undefined,
      view: VIEWS.find((one) => one === asked.get("view")),
      page: number(asked.get("page")),
    });
  },
  refused: () => <PermissionNote />,
  render: async (list, { search, today }) => {
    const t = await getTranslations("duties");
    const params = toParams(search);
    const { unit, above, below } = list.place;
    const from = (list.page - 1) * DUTY_ROWS + 1;
    const last = Math.min(from + DUTY_ROWS - 1, list.total);
    const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null });
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
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
              {list.mayKeep ? (
                <LinkButton kind="primary" href={`${PATH}/posts/new?u=${unit.id}`}>
                  {t("post.new")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        <Tabs
          label={t("view.label")}
          items={VIEWS.map((one) => ({
            href: withParams(PATH, params, { view: one === "holdings" ? null : one, page: null }),
            label: t(`view.${one}`),
            current: list.view === one,
            ...(list.view === one ? { count: list.total } : {}),
          }))}
        />
        {list.total === 0 ? (
          <EmptyState kind={list.view === "without" ? "done" : "never"} title={t(`none.${list.view}`)}>
            {t(`how.${list.view}`)}
          </EmptyState>
        ) : (
          <div className="rounded-card border border-line bg-card">
            <DutyTable list={list} today={today} checkOut={saveCheckOut} />
            <Pager
              total={list.total}
              shown={{ from, to: last }}
              previousHref={list.page > 1 ? pageHref(list.page - 1) : null}
              nextHref={last < list.total ? pageHref(list.page + 1) : null}
            />
          </div>
        )}
      </>
    );
  },
});
