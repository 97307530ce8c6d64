/** Talent of a unit as of a day: three streams with their numbers, and the list behind them. */
import { getTranslations } from "next-intl/server";
import { StreamCards } from "#components/talent/stream-cards.tsx";
import { TalentHead } from "#components/talent/talent-head.tsx";
import { TalentList } from "#components/talent/talent-list.tsx";
import { TalentTable } from "#components/talent/talent-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { mayExport } from "#lib/domains/exports/policy.ts";
import { listTalents } from "#lib/domains/talent/queries/list-talents.ts";
import { talentOverview } from "#lib/domains/talent/queries/overview.ts";
import { listPrograms } from "#lib/domains/talent/queries/programs.ts";
import { CHANNELS, STREAMS, TALENT_KINDS } from "#lib/domains/talent/talent.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { scopeAsked, talentAsked } from "./asked.ts";

const PATH = "/talent";
const OWN = ["q", "on", "f.stream", "f.channel", "f.kind", "f.program", "f.state"];

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("talent.title") };
}

export default page({
  route: "/talent",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const params = toParams(search);
    const asked = scopeAsked(params, scope.today);
    return {
      overview: await talentOverview(scope, asked),
      programs: (await listPrograms(scope, asked)).rows,
      list: await listTalents(scope, talentAsked(params, scope.today)),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ overview, programs, list }, { search, viewer, today }) => {
    const t = await getTranslations("talent");
    const params = toParams(search);
    const value = (name: string) => params.get(name) ?? undefined;
    const { place } = overview;
    const clearHref = withParams(PATH, params, Object.fromEntries(OWN.map((name) => [name, null])));
    const begin = mayAnywhere(viewer, "talent.edit")
      ? {
          href: may(viewer, "talent.edit", place.unit.id) ? `/talent/new?u=${place.unit.id}` : "/talent/new",
          label: t("talent.register"),
        }
      : null;
    return (
      <>
        <TalentHead
          current="talent"
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
        <StreamCards overview={overview} params={params} />
        <FilterBar path={PATH} params={params} own={OWN} clearHref={clearHref}>
          <FilterText name="q" label={t("filter.q")} value={value("q")} hint={t("filter.qHint")} />
          <FilterSelect
            name="f.stream"
            label={t("field.stream")}
            options={STREAMS.map((one) => ({ value: one, label: t(`stream.${one}`) }))}
            value={value("f.stream")}
          />
          <FilterSelect
            name="f.channel"
            label={t("field.channel")}
            options={CHANNELS.map((one) => ({ value: one, label: t(`channel.${one}`) }))}
            value={value("f.channel")}
          />
          <FilterSelect
            name="f.kind"
            label={t("field.kind")}
            options={TALENT_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
            value={value("f.kind")}
          />
          <FilterSelect
            name="f.program"
            label={t("field.program")}
            options={programs.map(({ id, name }) => ({ value: id, label: name }))}
            value={value("f.program")}
          />
          <FilterSelect
            name="f.state"
            label={t("field.state")}
            all={t("listed.now")}
            options={(["ended", "all"] as const).map((one) => ({ value: one, label: t(`listed.${one}`) }))}
            value={value("f.state")}
          />
          <FilterText name="on" label={t("filter.on")} value={value("on")} hint={today} />
        </FilterBar>
        <TalentList
          list="talent"
          path={PATH}
          params={params}
          found={list}
          filters={OWN}
          mayExport={mayExport(viewer, place.unit.id)}
          sum={t("talent.sum", { day: list.day, total: list.total })}
          empty={{ never: t("talent.never"), filtered: t("talent.filtered") }}
          begin={begin}
        >
          <TalentTable rows={list.rows} />
        </TalentList>
      </>
    );
  },
});
