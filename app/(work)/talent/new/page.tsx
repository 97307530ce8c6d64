/** Registers somebody as talent of a unit: first who, then where and as what. */
import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { PersonSearch } from "#components/accounts/person-search.tsx";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { TalentForm } from "#components/talent/talent-form.tsx";
import { WhoFields } from "#components/talent/who-fields.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { findPeople } from "#lib/domains/talent/queries/find-people.ts";
import { page } from "#lib/platform/page.ts";
import { saveTalent } from "../actions.ts";
import { listAsked, scopeAsked } from "../asked.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("talent.register") };
}

export default page({
  route: "/talent/new",
  load: (scope, { search }) => {
    const params = toParams(search);
    return findPeople(scope, { unit: scopeAsked(params, scope.today).unit, q: listAsked(params).q.trim() });
  },
  refused: () => <PermissionNote />,
  render: async ({ place, mayKeep, found, programs }, { search, today }) => {
    const t = await getTranslations("talent");
    const params = toParams(search);
    const { unit, above, below } = place;
    const q = listAsked(params).q.trim();
    return (
      <>
        <PageHead
          title={t("talent.register")}
          back={{ href: `/talent?u=${unit.id}`, label: t("talent.title") }}
          note={t("form.at", { name: unit.name })}
          actions={<UnitSwitcher path="/talent/new" params={params} units={{ now: unit, above, below }} />}
        />
        {mayKeep ? (
          <div className="grid max-w-3xl gap-4">
            <Card>
              <PersonSearch
                path="/talent/new"
                q={q}
                keep={{ u: String(unit.id) }}
                label={t("who.search")}
                hint={t("who.searchHint")}
              />
            </Card>
            <TalentForm
              hidden={{ id: randomUUID(), divisionId: String(unit.id) }}
              written={null}
              programs={programs}
              today={today}
              save={saveTalent}
            >
              <WhoFields q={q} found={found} />
            </TalentForm>
          </div>
        ) : (
          <PermissionNote />
        )}
      </>
    );
  },
});
