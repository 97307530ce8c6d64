/** Posts that are wanted under a unit as of a day: by kind how many places are filled, and the list behind it. */
import { getTranslations } from "next-intl/server";
import { DemandTable } from "#components/talent/demand-table.tsx";
import { TalentHead } from "#components/talent/talent-head.tsx";
import { TalentList } from "#components/talent/talent-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { Metric } from "#components/ui/metric.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { mayExport } from "#lib/domains/exports/policy.ts";
import { listDemands } from "#lib/domains/talent/queries/list-demands.ts";
import { TALENT_KINDS } from "#lib/domains/talent/talent.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { demandsAsked } from "../asked.ts";

const PATH = "/talent/demands";
const OWN = ["q", "on", "f.kind", "f.state"];

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("demands.title") };
}

export default page({
  route: "/talent/demands",
  load: (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    return listDemands(scope, demandsAsked(toParams(search), scope.today));
  },
  refused: () => <PermissionNote />,
  render: async (list, { search, viewer, today }) => {
    const t = await getTranslations("talent");
    const f = await getFormats();
    const params = toParams(search);
    const value = (name: string) => params.get(name) ?? undefined;
    const { place } = list;
    const clearHref = withParams(PATH, params, Object.fromEntries(OWN.map((name) => [name, null])));
    const begin = mayAnywhere(viewer, "talent.edit")
      ? {
          href: may(viewer, "talent.edit", place.unit.id)
            ? `/talent/demands/new?u=${place.unit.id}`
            : "/talent/demands/new",
          label: t("demands.list"),
        }
      : null;
    return (
      <>
        <TalentHead
          current="demands"
          params={params}
          place={place}
          actions={
            begin ? (
              <LinkButton kind="primary" href={begin.href}>
                {begin.label}
              </LinkButton>
            ) : null
          }
        />
        <div className="mb-4 flex flex-wrap gap-x-10 gap-y-3">
          {TALENT_KINDS.flatMap((kind) => list.kinds.filter((one) => one.kind === kind)).map((one) => (
            <Metric
              key={one.kind}
              label={t("demands.filledOf", { kind: t(`kind.${one.kind}`) })}
              value={t("demands.of", { filled: f.number(one.filled), wanted: f.number(one.wanted) })}
              href={withParams(PATH, params, { "f.kind": one.kind })}
              state={one.filled < one.wanted ? "watch" : "ok"}
            />
          ))}
        </div>
        <FilterBar path={PATH} params={params} own={OWN} clearHref={clearHref}>
          <FilterText name="q" label={t("filter.q")} value={value("q")} hint={t("filter.postHint")} />
          <FilterSelect
            name="f.kind"
            label={t("field.kind")}
            options={TALENT_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
            value={value("f.kind")}
          />
          <FilterSelect
            name="f.state"
            label={t("field.state")}
            all={t("listed.demands")}
            options={[
              { value: "open", label: t("demands.open") },
              { value: "full", label: t("demands.full") },
              { value: "ended", label: t("demands.closed") },
              { value: "all", label: t("listed.all") },
            ]}
            value={value("f.state")}
          />
          <FilterText name="on" label={t("filter.on")} value={value("on")} hint={today} />
        </FilterBar>
        <TalentList
          list="talentDemands"
          path={PATH}
          params={params}
          found={list}
          filters={OWN}
          mayExport={mayExport(viewer, place.unit.id)}
          sum={t("demands.sum", { day: list.day, total: list.total })}
          empty={{ never: t("demands.never"), filtered: t("demands.filtered") }}
          begin={begin}
        >
          <DemandTable rows={list.rows} day={list.day} />
        </TalentList>
      </>
    );
  },
});
