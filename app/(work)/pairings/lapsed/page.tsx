/** Pairings that stand in the register though nobody comes any more: the longest gone first. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { LapsedTable } from "#components/pairings/lapsed-table.tsx";
import { PairingTabs } from "#components/pairings/pairing-tabs.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { uncoveredFilterOf } from "#lib/domains/pairings/input.ts";
import { PAGE_SIZE } from "#lib/domains/pairings/pairing.ts";
import { listLapsed } from "#lib/domains/pairings/queries/lapsed.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/pairings/lapsed";

export async function generateMetadata() {
  return { title: (await getTranslations("pairings"))("lapsed.title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => {
    const { unit, page } = uncoveredFilterOf(toParams(search));
    return listLapsed(scope, { unit, page });
  },
  refused: () => <PermissionNote />,
  render: async ({ place, total, late, from, rows }, { search, viewer }) => {
    const t = await getTranslations("pairings");
    const params = toParams(search);
    const { unit, above, below } = place;
    const at = Math.floor((from - 1) / PAGE_SIZE) + 1;
    const last = from + rows.length - 1;
    const to = (number: number) => withParams(PATH, params, { page: number > 1 ? String(number) : null });
    return (
      <>
        <PageHead
          title={t("lapsed.title")}
          note={total > 0 ? t("lapsed.counts", { total, late }) : t("lapsed.note")}
          trail={[
            ...above.map((one) => ({
              label: one.name,
              href: withParams(PATH, params, { u: String(one.id), page: null }),
            })),
            { label: unit.name },
          ]}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        <PairingTabs current="lapsed" unit={unit.id} />
        {rows.length === 0 ? (
          <EmptyState kind="done" title={t("lapsed.clean")} />
        ) : (
          <Card flush>
            <LapsedTable rows={rows} mayPair={(divisionId) => may(viewer, "pairing.edit", divisionId)} />
            <Pager
              total={total}
              shown={{ from, to: last }}
              previousHref={at > 1 ? to(at - 1) : null}
              nextHref={last < total ? to(at + 1) : null}
            />
          </Card>
        )}
      </>
    );
  },
});
