/** Corrects where and as what a talent serves. */
import { getTranslations } from "next-intl/server";
import { TalentForm } from "#components/talent/talent-form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { findPeople } from "#lib/domains/talent/queries/find-people.ts";
import { getTalent } from "#lib/domains/talent/queries/get-talent.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveCorrectedTalent } from "../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("talent.correct") };
}

export default page({
  route: "/talent/[id]/edit",
  load: async (scope, { params }) => {
    const talent = await getTalent(scope, { id: params.id ?? "" });
    if (!talent.mayKeep) throw refused();
    const { programs } = await findPeople(scope, { unit: String(talent.divisionId), q: "" });
    return { talent, programs };
  },
  refused: () => <PermissionNote />,
  render: async ({ talent, programs }, { today }) => {
    const t = await getTranslations("talent");
    return (
      <>
        <PageHead
          title={t("talent.correct")}
          back={{ href: `/talent/${talent.id}`, label: talent.name }}
          note={t("form.at", { name: talent.place })}
        />
        <TalentForm
          hidden={{ id: talent.id, version: String(talent.version) }}
          written={talent}
          programs={programs}
          today={today}
          save={saveCorrectedTalent}
        />
      </>
    );
  },
});
