/** The poverty and monitoring lines by year and region: set by the office with its paper, never a constant of the program. */

import { getTranslations } from "next-intl/server";
import { LineForm } from "#components/incomes/line-form.tsx";
import { LineTable } from "#components/incomes/line-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { incomeLines } from "#lib/domains/incomes/queries/lines.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { removeLine, saveLine } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("incomes"))("lines.title") };
}

export default page({
  route: "/admin/lines",
  load: async (scope) => {
    if (!mayAnywhere(scope.viewer, "setting.edit")) throw refused();
    return incomeLines(scope, {});
  },
  refused: () => <PermissionNote />,
  render: async ({ lines, places, openYear }) => {
    const t = await getTranslations("incomes");
    return (
      <>
        <PageHead title={t("lines.title")} note={t("lines.lead")} />
        <div className="grid gap-4">
          <Card title={t("lines.new")}>
            <LineForm places={places} openYear={openYear} save={saveLine} />
          </Card>
          <Card flush title={t("lines.all")}>
            <LineTable lines={lines} drop={removeLine} />
          </Card>
        </div>
      </>
    );
  },
});
