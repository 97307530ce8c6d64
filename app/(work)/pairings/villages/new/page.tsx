/** A unit takes a village: which one, since when, and who answers for it there. */
import { getTranslations } from "next-intl/server";
import { OrgSearch, UnitFields } from "#components/pairings/unit-village-fields.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { unitVillageForm } from "#lib/domains/pairings/queries/unit-villages.ts";
import { page } from "#lib/platform/page.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { saveTaking } from "../../actions.ts";

const PATH = "/pairings/villages/new";

export async function generateMetadata() {
  return { title: (await getTranslations("pairings"))("villages.takeTitle") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const asked = toParams(search);
    const q = asked.get("q")?.trim().slice(0, 40) ?? "";
    const unit = asked.get("u") ?? undefined;
    const { village, orgs } = await unitVillageForm(scope, { unit, q });
    if (!village && unit) throw notFound();
    if (village && !may(scope.viewer, "pairing.edit", village.id)) throw refused();
    return { village, orgs, q };
  },
  refused: () => <PermissionNote />,
  render: async ({ village, orgs, q }, { today }) => {
    const t = await getTranslations("pairings");
    if (!village)
      return (
        <>
          <PageHead
            title={t("villages.takeTitle")}
            back={{ href: "/pairings/villages", label: t("villages.title") }}
          />
          <EmptyState
            kind="never"
            title={t("villages.chooseFirst")}
            action={
              <LinkButton kind="primary" href="/pairings/villages?f.show=free">
                {t("villages.chooseVillage")}
              </LinkButton>
            }
          />
        </>
      );
    return (
      <>
        <PageHead
          title={t("villages.takeTitle")}
          note={`${village.trail} ${village.name}`}
          back={{ href: `/pairings/villages?u=${village.id}`, label: t("villages.title") }}
        />
        <Card>
          <OrgSearch path={PATH} q={q} keep={{ u: String(village.id) }} />
          <Form action={saveTaking} className="mt-4 grid max-w-xl gap-4">
            <input type="hidden" name="divisionId" value={village.id} />
            <UnitFields orgs={orgs} q={q} />
            <Field name="fromOn" label={t("new.from")} required>
              <DateInput today={today} defaultValue={today} />
            </Field>
            <div>
              <SubmitButton>{t("villages.save")}</SubmitButton>
            </div>
          </Form>
        </Card>
      </>
    );
  },
});
