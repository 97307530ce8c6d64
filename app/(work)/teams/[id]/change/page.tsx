/** The deeds on one team: described, a member joins, is put right or goes, the whole team leaves. */
import { getTranslations } from "next-intl/server";
import { PersonSearch } from "#components/accounts/person-search.tsx";
import { EndForm, JoinForm, LeavingForm, MemberForm, TeamForm } from "#components/teams/team-forms.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { peopleForTeam, showTeam } from "#lib/domains/resident-teams/queries/show.ts";
import { page } from "#lib/platform/page.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { saveJoining, saveLeaving, saveMember, saveTeam, saveTeamEnd } from "../../actions.ts";

const DEEDS = ["correct", "join", "member", "end"] as const;

export async function generateMetadata() {
  const t = await getTranslations("teams");
  return { title: `${t("title")} · ${t("found.correct")}` };
}

export default page({
  route: "/teams/[id]/change",
  load: async (scope, { params, search }) => {
    const view = await showTeam(scope, { id: params.id ?? "" });
    if (!view.mayKeep) throw refused();
    const asked = toParams(search);
    const deed = DEEDS.find((one) => one === (asked.get("kind") ?? "correct"));
    const member = view.members.find(({ id, toOn }) => id === asked.get("member") && toOn === null) ?? null;
    if (!deed || view.team.toOn !== null || (deed === "member" && !member)) throw notFound();
    const q = (asked.get("q") ?? "").trim().slice(0, 40);
    const { found } = await peopleForTeam(scope, { id: view.team.id, q: deed === "join" ? q : "" });
    return { view, deed, member, q, found };
  },
  refused: () => <PermissionNote />,
  render: async ({ view, deed, member, q, found }, { today }) => {
    const t = await getTranslations("teams");
    const { team } = view;
    const titles = {
      correct: t("found.correct"),
      join: t("join.title"),
      member: member?.name ?? "",
      end: t("end.title"),
    };
    return (
      <>
        <PageHead
          title={titles[deed]}
          back={{ href: `/teams/${team.id}`, label: t("teamOf", { village: team.village }) }}
          note={[team.sendingUnit, team.batch].join(" · ")}
        />
        <div className="grid max-w-3xl gap-4">
          {deed === "correct" ? <TeamForm team={team} today={today} save={saveTeam} /> : null}
          {deed === "join" ? (
            <>
              <PersonSearch
                path={`/teams/${team.id}/change`}
                q={q}
                keep={{ kind: "join" }}
                label={t("join.find")}
                hint={t("join.findHint")}
              />
              <JoinForm team={team} q={q} found={found} today={today} save={saveJoining} />
            </>
          ) : null}
          {deed === "member" && member ? (
            <>
              <Card title={t("join.correct")}>
                <MemberForm member={member} save={saveMember} />
              </Card>
              <Card title={t("leaving.title")} id="leaving">
                <LeavingForm member={member} today={today} save={saveLeaving} />
              </Card>
            </>
          ) : null}
          {deed === "end" ? <EndForm team={team} today={today} save={saveTeamEnd} /> : null}
        </div>
      </>
    );
  },
});
