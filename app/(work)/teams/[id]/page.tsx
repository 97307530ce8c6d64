/** One resident team: members, attendance, leave, spot checks and diary. */
import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { TeamBody } from "#components/teams/team-body.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { showTeam } from "#lib/domains/resident-teams/queries/show.ts";
import { page } from "#lib/platform/page.ts";
import { teamDeeds } from "../deeds.ts";

export async function generateMetadata() {
  const t = await getTranslations("teams");
  return { title: `${t("title")} · ${t("member.title")}` };
}

export default page({
  route: "/teams/[id]",
  load: (scope, { params, search }) =>
    showTeam(scope, { id: params.id ?? "", month: toParams(search).get("m") ?? undefined }),
  render: async (view, { search, today }) => {
    const t = await getTranslations("teams");
    const { team } = view;
    const change = (kind: string) => `/teams/${team.id}/change?kind=${kind}`;
    return (
      <>
        <PageHead
          title={t("teamOf", { village: team.village })}
          back={{ href: "/teams", label: t("title") }}
          note={
            <>
              {[
                team.township,
                team.sendingUnit,
                team.batch,
                t("since", { day: team.fromOn }),
                team.dueOn ? t("due", { day: team.dueOn }) : "",
                team.toOn ? t("gone", { day: team.toOn }) : "",
              ]
                .filter(Boolean)
                .join(" · ")}{" "}
              <WhoChanged kind="residentTeam" id={team.id} />
            </>
          }
          actions={
            view.mayKeep && team.toOn === null ? (
              <>
                <LinkButton kind="primary" href={change("join")}>
                  {t("join.title")}
                </LinkButton>
                <LinkButton href={change("correct")}>{t("found.correct")}</LinkButton>
                <LinkButton href={change("end")}>{t("end.title")}</LinkButton>
              </>
            ) : null
          }
        />
        <TeamBody
          view={view}
          today={today}
          path={`/teams/${team.id}`}
          saved={search.saved}
          deeds={teamDeeds}
        />
      </>
    );
  },
});
