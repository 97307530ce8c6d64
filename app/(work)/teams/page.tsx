/** The roster of resident teams under a unit: who lives where, days in the village this month and this year, and villages without a team. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { RosterTable } from "#components/teams/roster-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { type Period, step } from "#lib/base/period.ts";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listTeams, TEAM_ROWS } from "#lib/domains/resident-teams/queries/list.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/teams";
const SHOWS = ["short", "absent", "without"] as const;
const number = (text: string | null) => (text && /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1);

export async function generateMetadata() {
  return { title: (await getTranslations("teams"))("title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => {
    const asked = toParams(search);
    return listTeams(scope, {
      unit: asked.get("u") ?? undefined,
      month: asked.get("m") ?? undefined,
      show: SHOWS.find((one) => one === asked.get("show")),
      page: number(asked.get("page")),
    });
  },
  refused: () => <PermissionNote />,
  render: async (list, { search, today, viewer }) => {
    const t = await getTranslations("teams");
    const f = await getFormats();
    const params = toParams(search);
    const { unit, above, below } = list.place;
    const { counts, show, total, page: at, month } = list;
    const to = (show: string | null) => withParams(PATH, params, { show, page: null });
    const monthHref = (by: number) => withParams(PATH, params, { m: step(month, by), page: null });
    const shown = list.rows.length + list.villages.length;
    const from = (at - 1) * TEAM_ROWS + 1;
    const pageHref = (page: number) => withParams(PATH, params, { page: page > 1 ? String(page) : null });
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("counts", { teams: counts.teams, members: counts.members, month: f.period(month) })}
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
              <LinkButton href={monthHref(-1)}>{t("sheet.earlier")}</LinkButton>
              {step(month, 1) <= (today.slice(0, 7) as Period) ? (
                <LinkButton href={monthHref(1)}>{t("sheet.later")}</LinkButton>
              ) : null}
              {may(viewer, "household.export", unit.id) ? (
                <LinkButton
                  href={`/api/exports/sheet?sheet=team-attendance&u=${unit.id}&m=${month}`}
                  download
                >
                  {t("sheet.take")}
                </LinkButton>
              ) : null}
              {list.mayFound && mayAnywhere(viewer, "import.run") ? (
                <LinkButton href="/imports/new/upload?sheet=team-attendance">{t("sheet.bring")}</LinkButton>
              ) : null}
              {list.mayFound ? (
                <LinkButton kind="primary" href={`${PATH}/new?u=${unit.id}`}>
                  {t("found.title")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        <Tabs
          label={t("show.label")}
          items={[
            { href: to(null), label: t("show.all"), count: counts.members, current: show === undefined },
            { href: to("short"), label: t("show.short"), current: show === "short" },
            { href: to("absent"), label: t("show.absent"), count: counts.absent, current: show === "absent" },
            {
              href: to("without"),
              label: t("show.without"),
              count: counts.without,
              current: show === "without",
            },
          ]}
        />
        {show === "short" ? (
          <p className="mb-3 text-ink-2">{t("show.shortNote", { days: list.rules.daysMonth })}</p>
        ) : null}
        {shown === 0 ? (
          <EmptyState kind={show === undefined ? "never" : "done"} title={t(`none.${show ?? "all"}`)} />
        ) : (
          <div className="rounded-card border border-line bg-card">
            <RosterTable list={list} />
            <Pager
              total={total}
              shown={{ from, to: from + shown - 1 }}
              previousHref={at > 1 ? pageHref(at - 1) : null}
              nextHref={from + shown - 1 < total ? pageHref(at + 1) : null}
            />
          </div>
        )}
      </>
    );
  },
});
