/** Step one: which kind of sheet, with a template of each. */

import { getLocale, getTranslations } from "next-intl/server";
import { ImportSteps } from "#components/imports/import-steps.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { sheetsFor } from "#lib/domains/imports/policy.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("imports"))("new") };
}

export default page({
  route: "/imports/new",
  load: async (scope) => {
    if (!mayAnywhere(scope.viewer, "import.run")) throw refused();
    return { sheets: sheetsFor(scope.viewer) };
  },
  refused: () => <PermissionNote />,
  render: async ({ sheets }) => {
    const t = await getTranslations("imports");
    const locale = await getLocale();
    return (
      <>
        <PageHead title={t("new")} back={{ href: "/imports", label: t("title") }} note={t("template.hint")} />
        <ImportSteps now="template" />
        <h2 className="mb-2 text-h2">{t("template.choose")}</h2>
        <div className="grid gap-4 desk:grid-cols-3">
          {sheets.map((sheet) => (
            <Card
              key={sheet.id}
              level={3}
              title={sheet.title[locale]}
              note={t("template.note", {
                count: sheet.columns.filter(({ asked }) => asked === undefined).length,
              })}
            >
              <div className="flex flex-wrap gap-2">
                <LinkButton kind="primary" href={`/imports/new/upload?sheet=${sheet.id}`}>
                  {t("template.next")}
                </LinkButton>
                <LinkButton href={`/api/imports/templates/${sheet.id}`} download>
                  {t("template.download")}
                </LinkButton>
              </div>
            </Card>
          ))}
        </div>
        <p className="mt-3 text-ink-2">{t("template.sample")}</p>
      </>
    );
  },
});
