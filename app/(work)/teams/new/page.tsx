/** A team comes to a village. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { FoundForm } from "#components/teams/team-forms.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { teamForm } from "#lib/domains/resident-teams/queries/show.ts";
import { page } from "#lib/platform/page.ts";
import { saveFounding } from "../actions.ts";

const PATH = "/teams/new";

export async function generateMetadata() {
  return { title: (await getTranslations("teams"))("found.title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => teamForm(scope, { unit: toParams(search).get("u") ?? undefined }),
  refused: () => <PermissionNote />,
  render: async ({ place, villages }, { search, today }) => {
    const t = await getTranslations("teams");
    const { unit, above, below } = place;
    return (
      <>
        <PageHead
          title={t("found.title")}
          note={unit.name}
          back={{ href: `/teams?u=${unit.id}`, label: t("title") }}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={toParams(search)} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        {villages.length === 0 ? (
          <Notice>{t("found.nowhere")}</Notice>
        ) : (
          <FoundForm villages={villages} chosen={unit.id} today={today} save={saveFounding} />
        )}
      </>
    );
  },
});
