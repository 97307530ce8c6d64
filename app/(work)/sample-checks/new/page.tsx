/** Orders a sample check: what, how many, by whose registry, and who visits. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { OrderForm } from "#components/sample-checks/order-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { orderForm } from "#lib/domains/sample-checks/queries/form.ts";
import { page } from "#lib/platform/page.ts";
import { order } from "../actions.ts";

const PATH = "/sample-checks/new";

export async function generateMetadata() {
  return { title: (await getTranslations("sampleChecks"))("form.title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => orderForm(scope, { unit: toParams(search).get("u") ?? undefined }),
  refused: () => <PermissionNote />,
  render: async ({ place, candidates, mayHere }, { search, today }) => {
    const t = await getTranslations("sampleChecks");
    const { unit, above, below } = place;
    return (
      <>
        <PageHead
          title={t("form.title")}
          note={t("form.where", { name: unit.name })}
          back={{ href: `/sample-checks?u=${unit.id}`, label: t("title") }}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={toParams(search)} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        {mayHere ? (
          <OrderForm unit={unit.id} candidates={candidates} today={today} save={order} />
        ) : (
          <Notice>{t("form.noHere")}</Notice>
        )}
      </>
    );
  },
});
