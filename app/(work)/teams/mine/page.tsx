/** The team that I belong to: my day first. */
import { getTranslations } from "next-intl/server";
import { TeamBody } from "#components/teams/team-body.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { myTeam } from "#lib/domains/resident-teams/queries/mine.ts";
import { page } from "#lib/platform/page.ts";
import { teamDeeds } from "../deeds.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("teams"))("own.page") };
}

export default page({
  route: "/teams/mine",
  load: (scope, { search }) => myTeam(scope, { month: toParams(search).get("m") ?? undefined }),
  render: async (view, { search, today }) => {
    const t = await getTranslations("teams");
    if (!view)
      return (
        <>
          <PageHead title={t("own.page")} />
          <EmptyState kind="never" title={t("own.none")}>
            {t("own.noneHow")}
          </EmptyState>
        </>
      );
    return (
      <>
        <PageHead
          title={t("own.page")}
          back={{ href: "/today", label: t("own.back") }}
          note={t("teamOf", { village: view.team.village })}
        />
        <TeamBody view={view} today={today} path="/teams/mine" saved={search.saved} deeds={teamDeeds} />
      </>
    );
  },
});
