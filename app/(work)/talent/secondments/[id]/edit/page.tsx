/** Corrects a secondment that is not over: its units, subject and days. */
import { getTranslations } from "next-intl/server";
import { teachingNames } from "#components/talent/names.ts";
import { SecondmentForm } from "#components/talent/secondment-form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { getSecondment } from "#lib/domains/talent/queries/get-secondment.ts";
import { offeredOf } from "#lib/domains/talent/words.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveCorrectedSecondment } from "../../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("secondments.correct") };
}

export default page({
  route: "/talent/secondments/[id]/edit",
  load: async (scope, { params }) => {
    const secondment = await getSecondment(scope, { id: params.id ?? "" });
    if (!secondment.mayKeep) throw refused();
    return secondment;
  },
  refused: () => <PermissionNote />,
  render: async (secondment, { today }) => {
    const t = await getTranslations("talent");
    const { subjects } = secondment.words;
    const names = await teachingNames(secondment.words);
    return (
      <>
        <PageHead
          title={t("secondments.correct")}
          back={{ href: `/talent/secondments/${secondment.id}`, label: secondment.name }}
          note={t("form.from", { name: secondment.place })}
        />
        <SecondmentForm
          hidden={{ id: secondment.id, version: String(secondment.version) }}
          written={secondment}
          subjects={names.options(offeredOf(subjects, today, secondment.subject))}
          schools={[]}
          today={today}
          save={saveCorrectedSecondment}
        />
      </>
    );
  },
});
