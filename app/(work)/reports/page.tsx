/** Work reports: those of a unit and of the units below, which are still to be made, and who has issued theirs; filters stand in the address. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { GatheredList } from "#components/reports/gathered.tsx";
import { ReportTable } from "#components/reports/report-table.tsx";
import { ToMakeList } from "#components/reports/to-make.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { reportFilterOf } from "#lib/domains/reports/input.ts";
import { listReports, PER_PAGE } from "#lib/domains/reports/queries/list-reports.ts";
import { KINDS, STATES } from "#lib/domains/reports/report.ts";
import { page } from "#lib/platform/page.ts";
import { make } from "./actions.ts";

const PATH = "/reports";
const OWN = ["f.kind", "f.status", "f.year"];
export async function generateMetadata() {
  return { title: (await getTranslations("reports"))("title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => listReports(scope, reportFilterOf(toParams(search))),
  refused: () => <PermissionNote />,
  render: async (list, { search, today }) => {
    const t = await getTranslations("reports");
    const common = await getTranslations("common");
    const params = toParams(search);
    const { unit, above, below, rows, total, toMake, gather } = list;
    const value = (name: string) => params.get(name) ?? undefined;
    const filtered = OWN.some((name) => params.has(name));
    const clearHref = withParams(PATH, params, Object.fromEntries(OWN.map((name) => [name, null])));
    const at = Math.floor((list.from - 1) / PER_PAGE) + 1;
    const last = list.from + rows.length - 1;
    const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
    const year = Number(today.slice(0, 4));
    return (
      <>
        <PageHead
          title={t("title")}
          mark={<span className="text-ink-2">{unit.name}</span>}
          note={t("lead")}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        <div className="mb-4 grid items-start gap-4 wide:grid-cols-2">
          {toMake.length > 0 ? <ToMakeList list={toMake} unit={unit.id} today={today} make={make} /> : null}
          {gather && gather.units.length > 0 ? (
            <GatheredList {...gather} path={PATH} params={params} today={today} />
          ) : null}
        </div>
        <FilterBar path={PATH} params={params} own={OWN} clearHref={clearHref}>
          <FilterSelect
            name="f.kind"
            label={t("filter.kind")}
            options={KINDS.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
            value={value("f.kind")}
          />
          <FilterSelect
            name="f.status"
            label={t("filter.state")}
            options={STATES.map((one) => ({ value: one, label: t(`state.${one}`) }))}
            value={value("f.status")}
          />
          <FilterSelect
            name="f.year"
            label={t("filter.year")}
            options={[0, 1, 2].map((back) => ({ value: String(year - back), label: String(year - back) }))}
            value={value("f.year")}
          />
        </FilterBar>
        {rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "never"}
            title={filtered ? t("noneFound") : t("none")}
            action={filtered ? <LinkButton href={clearHref}>{common("filter.clear")}</LinkButton> : undefined}
          >
            {filtered ? null : t("noneHint")}
          </EmptyState>
        ) : (
          <>
            <p className="mb-2 text-ink-2">{t("sum", { total })}</p>
            <Card flush>
              <ReportTable rows={rows} />
              <Pager
                total={total}
                shown={{ from: list.from, to: last }}
                previousHref={at > 1 ? pageHref(at - 1) : null}
                nextHref={last < total ? pageHref(at + 1) : null}
              />
            </Card>
          </>
        )}
      </>
    );
  },
});
