/** Registering an organization of the industry chain: which county first, then its facts, seat and villages. */

import { getTranslations } from "next-intl/server";
import { EntityForm } from "#components/industry/entity-form.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { seatsAround } from "#lib/domains/industry/queries/entity-choices.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveNew } from "../actions.ts";

const PATH = "/industry/new";

export async function generateMetadata() {
  return { title: (await getTranslations("industry"))("new") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "industry.edit")) throw refused();
    const asked = toParams(search).get("u");
    const choices = await seatsAround(scope, {
      unitId: asked && /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null,
    });
    const seats = choices.seats.filter(({ id }) => may(scope.viewer, "industry.edit", id));
    const counties = choices.counties.filter(({ id }) => may(scope.viewer, "industry.edit", id));
    return { choices, seats, counties };
  },
  refused: async () => {
    const t = await getTranslations("industry");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ choices, seats, counties }, { today }) => {
    const t = await getTranslations("industry");
    return (
      <>
        <PageHead
          title={t("new")}
          back={{ href: "/industry", label: t("title") }}
          note={choices.county ? t("form.step", { county: choices.county.name }) : null}
        />
        {choices.county && seats.length > 0 ? (
          <EntityForm entity={null} choices={choices} seats={seats} today={today} save={saveNew} />
        ) : null}
        {counties.length > 1 ? (
          <div className="mt-6 max-w-3xl">
            <Card title={t(choices.county ? "form.chooseOther" : "form.chooseCounty")}>
              <ul className="flex flex-wrap gap-x-6">
                {counties.map((county) => (
                  <li key={county.id}>
                    <Link href={`${PATH}?u=${county.id}`} className="inline-flex min-h-touch items-center">
                      {county.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          </div>
        ) : null}
      </>
    );
  },
});
