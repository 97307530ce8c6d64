/** Puts a post that a unit wants filled on the list. */
import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { DemandForm } from "#components/talent/demand-form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { findPeople } from "#lib/domains/talent/queries/find-people.ts";
import { page } from "#lib/platform/page.ts";
import { saveDemand } from "../../actions.ts";
import { scopeAsked } from "../../asked.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("demands.list") };
}

export default page({
  route: "/talent/demands/new",
  load: (scope, { search }) =>
    findPeople(scope, { unit: scopeAsked(toParams(search), scope.today).unit, q: "" }),
  refused: () => <PermissionNote />,
  render: async ({ place, mayKeep }, { search, today }) => {
    const t = await getTranslations("talent");
    const { unit, above, below } = place;
    return (
      <>
        <PageHead
          title={t("demands.list")}
          back={{ href: `/talent/demands?u=${unit.id}`, label: t("demands.title") }}
          note={t("form.at", { name: unit.name })}
          actions={
            <UnitSwitcher
              path="/talent/demands/new"
              params={toParams(search)}
              units={{ now: unit, above, below }}
            />
          }
        />
        {mayKeep ? (
          <DemandForm
            hidden={{ id: randomUUID(), divisionId: String(unit.id) }}
            written={null}
            today={today}
            save={saveDemand}
          />
        ) : (
          <PermissionNote />
        )}
      </>
    );
  },
});
