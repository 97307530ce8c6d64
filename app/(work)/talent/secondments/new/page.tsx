/** Sends somebody of a township's public institutions to teach: first who, then from which post, where and what. */
import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { PersonSearch } from "#components/accounts/person-search.tsx";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { teachingNames } from "#components/talent/names.ts";
import { SecondmentForm } from "#components/talent/secondment-form.tsx";
import { WhoFields } from "#components/talent/who-fields.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { findPeople } from "#lib/domains/talent/queries/find-people.ts";
import { offeredOf } from "#lib/domains/talent/words.ts";
import { page } from "#lib/platform/page.ts";
import { saveSecondment } from "../../actions.ts";
import { listAsked, scopeAsked } from "../../asked.ts";

const PATH = "/talent/secondments/new";

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("secondments.send") };
}

export default page({
  route: "/talent/secondments/new",
  load: (scope, { search }) => {
    const params = toParams(search);
    return findPeople(scope, { unit: scopeAsked(params, scope.today).unit, q: listAsked(params).q.trim() });
  },
  refused: () => <PermissionNote />,
  render: async ({ place, mayKeep, found, words, around }, { search, today }) => {
    const t = await getTranslations("talent");
    const params = toParams(search);
    const names = await teachingNames(words);
    const { unit, above, below } = place;
    const q = listAsked(params).q.trim();
    return (
      <>
        <PageHead
          title={t("secondments.send")}
          back={{ href: `/talent/secondments?u=${unit.id}`, label: t("secondments.title") }}
          note={t("form.from", { name: unit.name })}
          actions={<UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />}
        />
        {mayKeep ? (
          <div className="grid max-w-3xl gap-4">
            <Card>
              <PersonSearch
                path={PATH}
                q={q}
                keep={{ u: String(unit.id) }}
                label={t("who.search")}
                hint={t("who.searchHint")}
              />
            </Card>
            <SecondmentForm
              hidden={{ id: randomUUID(), divisionId: String(unit.id) }}
              written={null}
              subjects={names.options(offeredOf(words.subjects, today))}
              schools={around.map(({ id, name, county }) => ({
                value: String(id),
                label: name,
                group: county ?? t("form.counties"),
              }))}
              today={today}
              save={saveSecondment}
            >
              <WhoFields q={q} found={found} />
            </SecondmentForm>
          </div>
        ) : (
          <PermissionNote />
        )}
      </>
    );
  },
});
