/** The rosters of Party members: who stands in them on a day, counted and listed, by place, organization and sort. */

import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { MemberCounts } from "#components/members/member-counts.tsx";
import { MEMBER_FILTERS, MemberFilters } from "#components/members/member-filters.tsx";
import { MemberTable } from "#components/members/member-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { memberFilterOf } from "#lib/domains/members/input.ts";
import { listMembers, MEMBERS_PER_PAGE } from "#lib/domains/members/queries/list-members.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/members";

export async function generateMetadata() {
  return { title: (await getTranslations("members"))("title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => listMembers(scope, memberFilterOf(toParams(search))),
  refused: () => <PermissionNote />,
  render: async (list, { search, viewer, today }) => {
    const t = await getTranslations("members");
    const f = await getFormats();
    const params = toParams(search);
    const { unit, above, below } = list.place;
    const filtered = MEMBER_FILTERS.some((name) => params.has(name));
    const at = Math.floor((list.from - 1) / MEMBERS_PER_PAGE) + 1;
    const last = list.from + list.rows.length - 1;
    const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
    const takesOut = may(viewer, "household.export", unit.id);
    const { total } = list.counts;
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
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
              {takesOut && total > 0 ? (
                <LinkButton href={withParams("/api/members/export", params, {})} download>
                  {t("export")}
                </LinkButton>
              ) : null}
              {mayAnywhere(viewer, "member.edit") ? (
                <LinkButton
                  kind="primary"
                  href={list.org ? `/members/new?org=${list.org.id}` : `/members/new?u=${unit.id}`}
                >
                  {t("new")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        <MemberFilters path={PATH} params={params} org={list.org?.name ?? null} today={today} />
        {list.day === today ? null : (
          <div className="mb-3">
            <Notice
              action={
                <LinkButton kind="quiet" size="small" href={withParams(PATH, params, { on: null })}>
                  {t("asOfBack")}
                </LinkButton>
              }
            >
              {t("asOf", { day: f.day(list.day) })}
            </Notice>
          </div>
        )}
        {total === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "never"}
            title={filtered ? t("list.none") : t("list.never")}
          >
            {filtered || !mayAnywhere(viewer, "member.edit") ? null : t("list.neverHint")}
          </EmptyState>
        ) : (
          <>
            <MemberCounts counts={list.counts} path={PATH} params={params} />
            <div className="rounded-card border border-line bg-card">
              <MemberTable rows={list.rows} copies={takesOut} />
              <Pager
                total={total}
                shown={{ from: list.from, to: last }}
                previousHref={at > 1 ? pageHref(at - 1) : null}
                nextHref={last < total ? pageHref(at + 1) : null}
              />
            </div>
          </>
        )}
      </>
    );
  },
});
