/** The steps of each procedure as the office sets them, by version, each from its day on. */

import { getTranslations } from "next-intl/server";
import { PlanForm, stepsInWords } from "#components/procedures/plan-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type KindPlan, showPlans } from "#lib/domains/procedures/queries/plans.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { setPlan } from "../../procedures/actions.ts";

const PATH = "/admin/procedures";

export async function generateMetadata() {
  return { title: (await getTranslations("procedures"))("plan.title") };
}

export default page({
  route: PATH,
  load: async (scope) => {
    if (!(scope.viewer.seesAll && mayAnywhere(scope.viewer, "setting.edit"))) throw refused();
    return showPlans(scope, {});
  },
  refused: () => <PermissionNote />,
  render: async (plans, { search, today }) => {
    const t = await getTranslations("procedures");
    return (
      <>
        <PageHead title={t("plan.title")} note={t("plan.lead")} />
        {search.saved ? (
          <div className="mb-4">
            <Notice tone="ok">{t("plan.saved")}</Notice>
          </div>
        ) : null}
        <div className="grid gap-4">
          {plans.map((plan) => (
            <Card
              key={plan.kind}
              id={plan.kind}
              title={t(`kind.${plan.kind}`)}
              note={
                plan.now.version === 0
                  ? t("plan.usual")
                  : t("plan.version", { version: plan.now.version, day: plan.now.fromOn })
              }
              action={
                search.change === plan.kind ? null : (
                  <LinkButton size="small" href={`${PATH}?change=${plan.kind}#${plan.kind}`}>
                    {t("plan.change")}
                  </LinkButton>
                )
              }
            >
              <Steps plan={plan} />
              {search.change === plan.kind ? <PlanForm plan={plan} today={today} action={setPlan} /> : null}
            </Card>
          ))}
        </div>
      </>
    );
  },
});

async function Steps({ plan }: { plan: KindPlan }) {
  const t = await getTranslations("procedures");
  const later = await Promise.all(
    plan.later.map(async ({ fromOn, steps, version }) => ({
      fromOn,
      version,
      words: await stepsInWords(steps),
    })),
  );
  return (
    <>
      <p>{await stepsInWords(plan.now.steps)}</p>
      {later.map(({ fromOn, version, words }) => (
        <p key={version} className="mt-1 text-ink-2">
          {t("plan.later", { day: fromOn, steps: words })}
        </p>
      ))}
    </>
  );
}
