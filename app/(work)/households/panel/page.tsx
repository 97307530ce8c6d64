/** The registry of a place at a glance: the way to being out of poverty, causes, incomes; each number opens its households. */
import { getTranslations } from "next-intl/server";
import { RegistryPanel } from "#components/households/registry-panel.tsx";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { registryPanel } from "#lib/domains/households/queries/panel.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/households/panel";

export async function generateMetadata() {
  return { title: (await getTranslations("households"))("panel.title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => registryPanel(scope, { unit: toParams(search).get("u") ?? undefined }),
  refused: () => <PermissionNote />,
  render: async (panel, { search }) => {
    const t = await getTranslations("households");
    const params = toParams(search);
    const { unit, above, below } = panel.place;
    return (
      <>
        <PageHead
          title={t("panel.title")}
          note={t("panel.note")}
          back={{ href: `/households?u=${unit.id}`, label: t("title") }}
          trail={[
            ...above.map((one) => ({
              label: one.name,
              href: withParams(PATH, params, { u: String(one.id) }),
            })),
            { label: unit.name },
          ]}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        {panel.all.households === 0 ? (
          <EmptyState kind="never" title={t("panel.none")} />
        ) : (
          <RegistryPanel panel={panel} path={PATH} />
        )}
      </>
    );
  },
});
