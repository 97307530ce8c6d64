/** The villages of a place and the units that have them; those that no unit has can be asked for alone. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { PairingTabs } from "#components/pairings/pairing-tabs.tsx";
import { VillageTable } from "#components/pairings/village-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { listUnitVillages } from "#lib/domains/pairings/queries/unit-villages.ts";
import { VILLAGES_PAGE, VILLAGES_SHOWN } from "#lib/domains/pairings/unit-village.ts";
import { villageFilterOf } from "#lib/domains/pairings/unit-village-input.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/pairings/villages";

export async function generateMetadata() {
  return { title: (await getTranslations("pairings"))("villages.title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => listUnitVillages(scope, villageFilterOf(toParams(search))),
  refused: () => <PermissionNote />,
  render: async ({ place, counts, total, from, rows, mayTake }, { search, today }) => {
    const t = await getTranslations("pairings");
    const common = await getTranslations("common");
    const params = toParams(search);
    const { unit, above, below } = place;
    const at = Math.floor((from - 1) / VILLAGES_PAGE) + 1;
    const last = from + rows.length - 1;
    const to = (number: number) =>
      withParams(PATH, params, { page: number > 1 ? String(number) : null }, true);
    const clearHref = withParams(PATH, params, { q: null, "f.show": null, page: null });
    const filtered = params.has("q") || params.has("f.show");
    return (
      <>
        <PageHead
          title={t("villages.title")}
          note={t("villages.note", counts)}
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
        <PairingTabs current="villages" unit={unit.id} />
        <FilterBar path={PATH} params={params} own={["q", "f.show"]} clearHref={clearHref}>
          <FilterText name="q" label={t("villages.unit")} value={params.get("q") ?? undefined} />
          <FilterSelect
            name="f.show"
            label={t("column.state")}
            value={params.get("f.show") ?? undefined}
            options={VILLAGES_SHOWN.map((show) => ({
              value: show,
              label: t(`villages.show.${show}`, { count: counts[show] }),
            }))}
          />
        </FilterBar>
        {rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "never"}
            title={t(filtered ? "villages.none" : "villages.noVillage")}
            action={filtered ? <LinkButton href={clearHref}>{common("filter.clear")}</LinkButton> : undefined}
          />
        ) : (
          <Card flush>
            <VillageTable rows={rows} today={today} mayTake={mayTake} />
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
