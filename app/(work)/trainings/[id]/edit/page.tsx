/** Corrects what was written about a training. */
import { getTranslations } from "next-intl/server";
import { TrainingForm } from "#components/trainings/training-form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { getTraining } from "#lib/domains/trainings/queries/get-training.ts";
import { page } from "#lib/platform/page.ts";
import { saveCorrection } from "../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("trainings"))("correct") };
}

export default page({
  route: "/trainings/[id]/edit",
  load: (scope, { params }) => getTraining(scope, { id: params.id ?? "" }),
  render: async (training, { today }) => {
    const t = await getTranslations("trainings");
    if (!training.mayKeep) return <PermissionNote />;
    return (
      <>
        <PageHead title={t("correct")} back={{ href: `/trainings/${training.id}`, label: training.title }} />
        <TrainingForm
          hidden={{ id: training.id, version: String(training.version) }}
          today={today}
          written={training}
          save={saveCorrection}
        />
      </>
    );
  },
});
