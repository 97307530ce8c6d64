/** Records a training of a unit, with the names of a sign-in sheet. */
import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { TrainingForm } from "#components/trainings/training-form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { hostUnit } from "#lib/domains/trainings/queries/roster.ts";
import { LEVELS } from "#lib/domains/trainings/training.ts";
import { page } from "#lib/platform/page.ts";
import { saveTraining } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("trainings"))("hold") };
}

export default page({
  route: "/trainings/new",
  load: (scope, { search }) => hostUnit(scope, { unit: toParams(search).get("u") ?? undefined }),
  refused: () => <PermissionNote />,
  render: async ({ place, mayHold }, { search, today }) => {
    const t = await getTranslations("trainings");
    const { unit, above, below } = place;
    return (
      <>
        <PageHead
          title={t("hold")}
          back={{ href: "/trainings", label: t("title") }}
          note={t("form.host", { name: unit.name })}
          actions={
            <UnitSwitcher
              path="/trainings/new"
              params={toParams(search)}
              units={{ now: unit, above, below }}
            />
          }
        />
        {mayHold ? (
          <TrainingForm
            hidden={{ id: randomUUID(), divisionId: String(unit.id) }}
            today={today}
            level={LEVELS.find((one) => one === unit.level)}
            save={saveTraining}
          />
        ) : (
          <PermissionNote />
        )}
      </>
    );
  },
});
