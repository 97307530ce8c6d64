/** Forms of other departments that the unit keeps, and those of the units above. */

import { getTranslations } from "next-intl/server";
import { FormList } from "#components/table-forms/form-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { listForms } from "#lib/domains/table-forms/queries/forms.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("tables"))("title") };
}

export default page({
  route: "/tables",
  load: async (scope) => {
    if (!mayAnywhere(scope.viewer, "household.export")) throw refused();
    return { forms: await listForms(scope, {}) };
  },
  refused: () => <PermissionNote />,
  render: async ({ forms }) => {
    const t = await getTranslations("tables");
    const make = (
      <LinkButton kind="primary" href="/tables/new">
        {t("new")}
      </LinkButton>
    );
    return (
      <>
        <PageHead title={t("title")} note={t("lead")} actions={forms.length > 0 ? make : null} />
        {forms.length === 0 ? (
          <EmptyState kind="never" title={t("none")} action={make}>
            {t("noneHint")}
          </EmptyState>
        ) : (
          <Card flush title={t("list")}>
            <FormList forms={forms} />
          </Card>
        )}
      </>
    );
  },
});
