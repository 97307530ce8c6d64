/** The imports of the viewer, and the way to a new one. */

import { getTranslations } from "next-intl/server";
import { ImportTable } from "#components/imports/import-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listImports } from "#lib/domains/imports/queries.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("imports"))("title") };
}

export default page({
  route: "/imports",
  load: async (scope) => {
    if (!mayAnywhere(scope.viewer, "import.run")) throw refused();
    return listImports(scope, {});
  },
  refused: () => <PermissionNote />,
  render: async (imports) => {
    const t = await getTranslations("imports");
    const start = (
      <LinkButton kind="primary" href="/imports/new">
        {t("new")}
      </LinkButton>
    );
    return (
      <>
        <PageHead title={t("title")} note={t("lead")} actions={imports.length > 0 ? start : undefined} />
        {imports.length === 0 ? (
          <EmptyState kind="never" title={t("none")} action={start} />
        ) : (
          <Card flush>
            <ImportTable imports={imports} />
          </Card>
        )}
      </>
    );
  },
});
