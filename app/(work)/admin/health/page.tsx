/** How the machine is: each part with shape, word and color, the facts behind it, and what to do when it is not well. */
import { getTranslations } from "next-intl/server";
import { HealthCards } from "#components/health/health-cards.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { judge } from "#lib/domains/health/judge.ts";
import { machineState } from "#lib/domains/health/queries/machine-state.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

const PATH = "/admin/health";

export async function generateMetadata() {
  return { title: (await getTranslations("health"))("title") };
}

export default page({
  route: PATH,
  load: (scope) => {
    if (!mayAnywhere(scope.viewer, "health.view")) throw refused();
    return machineState(scope, {});
  },
  refused: () => <PermissionNote />,
  render: async (state) => {
    const t = await getTranslations("health");
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
          actions={<LinkButton href={PATH}>{t("refresh")}</LinkButton>}
        />
        <HealthCards state={state} verdicts={judge(state)} />
      </>
    );
  },
});
