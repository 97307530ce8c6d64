/** Names a program of the prefecture or of a county. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { ProgramForm } from "#components/talent/program-form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listPrograms } from "#lib/domains/talent/queries/programs.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveProgram } from "../../actions.ts";
import { scopeAsked } from "../../asked.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("programs.found") };
}

export default page({
  route: "/talent/programs/new",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "talent.program")) throw refused();
    return (await listPrograms(scope, scopeAsked(toParams(search), scope.today))).place;
  },
  refused: () => <PermissionNote />,
  render: async ({ unit, above, below }, { search, viewer, today }) => {
    const t = await getTranslations("talent");
    return (
      <>
        <PageHead
          title={t("programs.found")}
          back={{ href: `/talent/programs?u=${unit.id}`, label: t("programs.title") }}
          note={t("form.run", { name: unit.name })}
          actions={
            <UnitSwitcher
              path="/talent/programs/new"
              params={toParams(search)}
              units={{ now: unit, above, below }}
            />
          }
        />
        {may(viewer, "talent.program", unit.id) ? (
          <ProgramForm
            hidden={{ divisionId: String(unit.id) }}
            written={null}
            today={today}
            save={saveProgram}
          />
        ) : (
          <PermissionNote />
        )}
      </>
    );
  },
});
