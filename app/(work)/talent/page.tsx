/** Talent of a unit as of a day: three streams with their numbers, and the list behind them. */
import { getTranslations } from "next-intl/server";
import { ListSum } from "#components/talent/list-sum.tsx";
import { StreamCards } from "#components/talent/stream-cards.tsx";
import { TalentHead } from "#components/talent/talent-head.tsx";
import { TalentTable } from "#components/talent/talent-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { mayExport } from "#lib/domains/exports/policy.ts";
import { listTalents } from "#lib/domains/talent/queries/list-talents.ts";
import { talentOverview } from "#lib/domains/talent/queries/overview.ts";
import { listPrograms } from "#lib/domains/talent/queries/programs.ts";
import { CHANNELS, PAGE_SIZE, STREAMS, TALENT_KINDS } from "#lib/domains/talent/talent.ts";
import { page } from "#lib/platform/page.ts";
import { scopeAsked, talentAsked } from "./asked.ts";

const PATH = "/talent";
const OWN = ["q", "on", "f.stream", "f.channel", "f.kind", "f.program", "f.state"];

export async function generateMetadata() {
  return { title: (await getTranslations("talent"))("talent.title") };
}

export default page({
  route: "/talent",
  load: async (scope, { search }) => {
    const params = toParams(search);
    const asked = scopeAsked(params, scope.today);
    return {
      overview: await talentOverview(scope, asked),
      programs: (await listPrograms(scope, asked)).rows,
      list: await listTalents(scope, talentAsked(params, scope.today)),
    };
  },
  render: async ({ overview, programs, list }, { search, viewer, today }) => {
    const t = await getTranslations("talent");
    const common = await getTranslations("common");
    const params = toParams(search);
    const value = (name: string) => params.get(name) ?? undefined;
    const { place } = overview;
    const filtered = OWN.some((name) => params.has(name));
    const clearHref = withParams(PATH, params, Object.fromEntries(OWN.map((name) => [name, null])));
    const at = (list.from - 1) / PAGE_SIZE + 1;
    const last = list.from + list.rows.length - 1;
    const pageHref = (to: number) => withParams(PATH, params, { page: String(to) }, true);
    return (
      <>
        <TalentHead
          current="talent"
          params={params}
          place={place}
          actions={
            mayAnywhere(viewer, "talent.edit") ? (
              <LinkButton
                kind="primary"
                href={
                  may(viewer, "talent.edit", place.unit.id) ? `/talent/new?u=${place.unit.id}` : "/talent/new"
                }
              >
                {t("talent.register")}
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
        {list.rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "never"}
            title={t(filtered ? "talent.filtered" : "talent.never")}
            action={filtered ? <LinkButton href={clearHref}>{common("filter.clear")}</LinkButton> : undefined}
          />
        ) : (
          <>
            <ListSum list="talent" params={params} mayExport={mayExport(viewer, place.unit.id)}>
              {t("talent.sum", { day: list.day, total: list.total })}
            </ListSum>
            <Card flush>
              <TalentTable rows={list.rows} />
              <Pager
                total={list.total}
                shown={{ from: list.from, to: last }}
                previousHref={at > 1 ? pageHref(at - 1) : null}
                nextHref={last < list.total ? pageHref(at + 1) : null}
              />
            </Card>
          </>
        )}
      </>
    );
  },
});
