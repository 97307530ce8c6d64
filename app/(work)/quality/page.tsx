/** Doubtful data: how it stands in each unit, the list of doubts, and, in a village, handing its year in. */

import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { FindingTable } from "#components/quality/finding-table.tsx";
import { findingWords } from "#components/quality/finding-words.ts";
import { HandInCard } from "#components/quality/hand-in-card.tsx";
import { UnitTable } from "#components/quality/unit-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { filtersOf, toParams, withParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { FINDINGS_PER_PAGE, STATES } from "#lib/domains/quality/finding.ts";
import { type FindingPage, listFindings } from "#lib/domains/quality/queries/findings.ts";
import { qualityOverview } from "#lib/domains/quality/queries/overview.ts";
import { isRule, RULE_CODES, SEVERITIES } from "#lib/domains/quality/rules.ts";
import { page } from "#lib/platform/page.ts";
import { returnYear, submitYear } from "./actions.ts";

const PATH = "/quality";
const OWN = ["f.severity", "f.rule", "f.state"];

export async function generateMetadata() {
  return { title: (await getTranslations("quality"))("title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    const unit = params.get("u") ?? undefined;
    const filters = filtersOf(params);
    const rule = filters.rule?.[0] ?? "";
    const at = Number(params.get("page") ?? "1");
    const list =
      params.get("view") === "list"
        ? await listFindings(scope, {
            unit,
            rule: isRule(rule) ? rule : null,
            severity: SEVERITIES.find((one) => one === filters.severity?.[0]) ?? null,
            state: STATES.find((one) => one === filters.state?.[0]) ?? "open",
            page: Number.isSafeInteger(at) && at > 0 ? Math.min(at, 1000) : 1,
          })
        : null;
    return { overview: await qualityOverview(scope, { unit }), list };
  },
  refused: () => <PermissionNote />,
  render: async ({ overview, list }, { search, viewer }) => {
    const t = await getTranslations("quality");
    const params = toParams(search);
    const { unit, above, below } = overview.place;
    const saved = search.saved === "submitted" || search.saved === "returned" ? search.saved : null;
    const { submission } = overview;
    const returns = may(viewer, "visit.review", unit.id) && submission?.accountId !== viewer.accountId;
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
          trail={[
            ...above.map((one) => ({
              label: one.name,
              href: withParams(PATH, params, { u: String(one.id), page: null, saved: null }),
            })),
            { label: unit.name },
          ]}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        {saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(saved === "submitted" ? "hand.saved" : "hand.returned")}</Notice>
          </div>
        ) : null}
        <Tabs
          label={t("views.label")}
          items={[
            { href: `${PATH}?u=${unit.id}`, label: t("views.sum"), current: list === null },
            { href: `${PATH}?u=${unit.id}&view=list`, label: t("views.list"), current: list !== null },
          ]}
        />
        {list ? (
          <List list={list} params={params} />
        ) : (
          <div className="mt-4 grid gap-4">
            {unit.level === "VILLAGE" ? (
              <HandInCard
                overview={overview}
                handIn={may(viewer, "household.edit", unit.id) ? submitYear : null}
                giveBack={returns ? returnYear : null}
              />
            ) : null}
            <Card flush>
              <UnitTable path={PATH} whole={overview.whole} rows={overview.rows} />
            </Card>
            <p className="text-ink-2 text-note">{t("sum.how", { year: String(overview.year) })}</p>
          </div>
        )}
      </>
    );
  },
});

async function List({ list, params }: { list: FindingPage; params: URLSearchParams }) {
  const t = await getTranslations("quality");
  const words = await findingWords();
  const value = (name: string) => params.get(name) ?? "";
  const clearHref = withParams(PATH, params, Object.fromEntries(OWN.map((name) => [name, null])));
  const at = Math.floor((list.from - 1) / FINDINGS_PER_PAGE) + 1;
  const last = list.from + list.rows.length - 1;
  const to = (number: number) => withParams(PATH, params, { page: number > 1 ? String(number) : null }, true);
  const filtered = OWN.some((name) => params.has(name));
  return (
    <div className="mt-4">
      <FilterBar path={PATH} params={params} own={OWN} clearHref={clearHref}>
        <FilterSelect
          name="f.severity"
          label={t("list.severity")}
          value={value("f.severity")}
          options={SEVERITIES.map((one) => ({ value: one, label: t(`severity.${one}`) }))}
        />
        <FilterSelect
          name="f.rule"
          label={t("list.rule")}
          value={value("f.rule")}
          options={RULE_CODES.map((one) => ({ value: one, label: words.named(one) }))}
        />
        <FilterSelect
          name="f.state"
          label={t("list.state")}
          value={value("f.state")}
          all={t("state.open")}
          options={STATES.filter((one) => one !== "open").map((one) => ({
            value: one,
            label: t(`state.${one}`),
          }))}
        />
      </FilterBar>
      {list.rows.length === 0 ? (
        <EmptyState kind={filtered ? "filtered" : "done"} title={t(filtered ? "list.none" : "list.clean")} />
      ) : (
        <Card flush>
          <FindingTable rows={list.rows} />
          <Pager
            total={list.total}
            shown={{ from: list.from, to: last }}
            previousHref={at > 1 ? to(at - 1) : null}
            nextHref={last < list.total ? to(at + 1) : null}
          />
        </Card>
      )}
    </div>
  );
}
