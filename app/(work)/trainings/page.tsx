/** Trainings of a unit in a period: the sessions, whoever was at one, and how far they reach. */
import { getTranslations } from "next-intl/server";
import { PeriodSwitcher, UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { CoverageCards } from "#components/trainings/coverage-cards.tsx";
import { TrainedTable } from "#components/trainings/trained-table.tsx";
import { TrainingTable } from "#components/trainings/training-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { periodOf } from "#lib/base/period.ts";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { periodAsked, trainedFilterOf, trainingFilterOf } from "#lib/domains/trainings/input.ts";
import { listTrained, trainingCoverage } from "#lib/domains/trainings/queries/coverage.ts";
import { listTrainings } from "#lib/domains/trainings/queries/list-trainings.ts";
import { AUDIENCES, COVERED, MODES, PAGE_SIZE, TOPICS } from "#lib/domains/trainings/training.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";

const PATH = "/trainings";
const FILTERS = ["f.mode", "f.audience", "f.topic", "f.state"];
const OF_PEOPLE = ["f.roster", "f.in"];
const STATES = ["OPEN", "NOBODY", "WITHDRAWN"] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("trainings"))("title") };
}

export default page({
  route: "/trainings",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "cockpit.view")) throw refused();
    const params = toParams(search);
    const running = periodOf(scope.today, "year");
    const period = periodAsked(params, running);
    const coverage = await trainingCoverage(scope, { unit: params.get("u") ?? undefined, period });
    if (params.get("view") === "people") {
      const people = await listTrained(scope, trainedFilterOf(params, running));
      return { period, coverage, people, list: null, place: people.place };
    }
    const list = await listTrainings(scope, trainingFilterOf(params, running));
    return { period, coverage, people: null, list, place: list.place };
  },
  refused: () => <PermissionNote />,
  render: async ({ period, coverage, people, list, place }, { search, viewer, today }) => {
    const t = await getTranslations("trainings");
    const common = await getTranslations("common");
    const params = toParams(search);
    const { unit, above, below } = place;
    const value = (name: string) => params.get(name) ?? undefined;
    const own = people ? OF_PEOPLE : FILTERS;
    const none = Object.fromEntries([...FILTERS, ...OF_PEOPLE].map((name) => [name, null]));
    const clearHref = withParams(PATH, params, none);
    const filtered = own.some((name) => params.has(name));
    const newHref = `/trainings/new?u=${unit.id}`;
    const mayKeep = mayAnywhere(viewer, "training.edit");
    const mayImport = mayKeep && mayAnywhere(viewer, "import.run");
    const at = people ? (people.page - 1) * PAGE_SIZE : 0;
    return (
      <>
        <PageHead
          title={t("title")}
          trail={[
            ...above.map((one) => ({
              label: one.name,
              href: withParams(PATH, params, { u: String(one.id) }),
            })),
            { label: unit.name },
          ]}
          actions={
            <>
              {above.length + below.length > 0 ? (
                <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
              ) : null}
              <PeriodSwitcher path={PATH} params={params} period={period} today={today} />
              {mayKeep ? (
                <LinkButton kind="primary" href={newHref}>
                  {t("hold")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        <CoverageCards coverage={coverage} params={params} />
        <Tabs
          label={t("title")}
          items={[
            {
              href: withParams(PATH, params, { ...none, view: null }),
              label: t("tab.sessions"),
              current: people === null,
              count: list?.total,
            },
            {
              href: withParams(PATH, params, { ...none, view: "people" }),
              label: t("tab.people"),
              current: people !== null,
              count: list?.persons ?? (filtered ? undefined : people?.total),
            },
          ]}
        />
        {list ? (
          <FilterBar path={PATH} params={params} own={FILTERS} clearHref={clearHref}>
            <FilterSelect
              name="f.mode"
              label={t("field.mode")}
              options={MODES.map((one) => ({ value: one, label: t(`mode.${one}`) }))}
              value={value("f.mode")}
            />
            <FilterSelect
              name="f.audience"
              label={t("field.audience")}
              options={AUDIENCES.map((one) => ({ value: one, label: t(`audience.${one}`) }))}
              value={value("f.audience")}
            />
            <FilterSelect
              name="f.topic"
              label={t("field.topic")}
              options={TOPICS.map((one) => ({ value: one, label: t(`topic.${one}`) }))}
              value={value("f.topic")}
            />
            <FilterSelect
              name="f.state"
              label={t("field.state")}
              all={t("state.HELD")}
              options={STATES.map((one) => ({ value: one, label: t(`state.${one}`) }))}
              value={value("f.state")}
            />
          </FilterBar>
        ) : (
          <FilterBar path={PATH} params={params} own={OF_PEOPLE} clearHref={clearHref}>
            <FilterSelect
              name="f.roster"
              label={t("field.roster")}
              options={COVERED.map((one) => ({ value: one, label: t(`audience.${one}`) }))}
              value={value("f.roster")}
            />
            <FilterSelect
              name="f.in"
              label={t("field.attended")}
              all={t("attended.yes")}
              options={[{ value: "missing", label: t("attended.no") }]}
              value={value("f.in")}
            />
          </FilterBar>
        )}
        {(list ?? people)?.rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "never"}
            title={t(filtered ? "empty.filtered" : people ? "empty.people" : "empty.never")}
            action={
              filtered ? (
                <LinkButton href={clearHref}>{common("filter.clear")}</LinkButton>
              ) : mayKeep ? (
                <LinkButton href={newHref}>{t("hold")}</LinkButton>
              ) : undefined
            }
          >
            {filtered ? null : t(mayImport ? "empty.howImport" : "empty.how")}
          </EmptyState>
        ) : (
          <>
            {list ? (
              <p className="mb-2 text-ink-2">
                {t("sum", { total: list.total, times: list.times, persons: list.persons })}
              </p>
            ) : null}
            <Card flush>
              {list ? <TrainingTable rows={list.rows} /> : null}
              {people ? <TrainedTable rows={people.rows} /> : null}
            </Card>
          </>
        )}
        {list ? (
          <Pager
            total={list.total}
            firstHref={params.has("after") ? withParams(PATH, params, {}) : null}
            nextHref={list.next ? withParams(PATH, params, { after: list.next }, true) : null}
          />
        ) : null}
        {people ? (
          <Pager
            total={people.total}
            shown={{ from: at + 1, to: at + people.rows.length }}
            previousHref={
              people.page > 1 ? withParams(PATH, params, { page: String(people.page - 1) }, true) : null
            }
            nextHref={people.more ? withParams(PATH, params, { page: String(people.page + 1) }, true) : null}
          />
        ) : null}
      </>
    );
  },
});
