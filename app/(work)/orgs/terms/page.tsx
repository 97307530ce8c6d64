/** Elections that are over or come next: by window, by month, by place; each leads to the form that records it. */

import { getTranslations } from "next-intl/server";
import { DueMonths } from "#components/party-orgs/due-months.tsx";
import { DueTable } from "#components/party-orgs/due-table.tsx";
import { OrgTabs } from "#components/party-orgs/org-tabs.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { homeUnit } from "#lib/domains/divisions/place.ts";
import { countiesAround } from "#lib/domains/divisions/queries/counties.ts";
import { listTerms, TERMS_PER_PAGE } from "#lib/domains/party-orgs/queries/terms.ts";
import { WINDOWS } from "#lib/domains/party-orgs/term.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/orgs/terms";
/** What is counted of each place below, and the window of the list that shows as many. */
const PLACE_WINDOWS = [
  ["over", null, "terms.placeOver"],
  ["soon", "90", "terms.placeSoon"],
  ["later", "180", "terms.placeLater"],
] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("party-orgs"))("terms.title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    // At first one's own unit: what one can do something about.
    const unitId = idIn(params.get("u")) ?? homeUnit(scope.viewer);
    const window = WINDOWS.find((one) => one === params.get("due")) ?? "over";
    const asked = params.get("month");
    const month = asked && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : null;
    const at = Math.min(idIn(params.get("page")) ?? 1, 1000);
    const due = await listTerms(scope, { unitId, window, month, page: at });
    return { due, window, month, counties: await countiesAround(scope, { id: unitId }) };
  },
  render: async ({ due, window, month, counties }, { search, viewer, today }) => {
    const t = await getTranslations("party-orgs");
    const params = toParams(search);
    const at = Math.floor((due.from - 1) / TERMS_PER_PAGE) + 1;
    const last = due.from + due.rows.length - 1;
    const pageHref = (to: number) => withParams(PATH, params, { page: to > 1 ? String(to) : null }, true);
    const exported = new URLSearchParams(params);
    exported.delete("page");
    return (
      <>
        <PageHead
          title={t("terms.title")}
          note={t("terms.lead")}
          actions={
            mayAnywhere(viewer, "partyOrg.edit") ? (
              <LinkButton href={`/api/orgs/terms/export?${exported}`} download>
                {t("terms.export")}
              </LinkButton>
            ) : null
          }
        />
        <OrgTabs current="terms" mayEdit={mayAnywhere(viewer, "partyOrg.edit")} unit={params.get("u")} />
        <FilterBar path={PATH} params={params} own={["u"]} clearHref={PATH}>
          <FilterSelect
            name="u"
            label={t("filter.county")}
            value={params.get("u") ?? ""}
            all={t("terms.ownUnit")}
            options={counties.map((county) => ({ value: String(county.id), label: county.name }))}
          />
        </FilterBar>
        <Tabs
          label={t("terms.windows")}
          items={WINDOWS.map((one) => ({
            href: withParams(PATH, params, { due: one === "over" ? null : one, month: null }),
            label: t(`terms.window.${one}`),
            count: due.counts[one],
            current: month === null && one === window,
          }))}
        />
        <div className="grid items-start gap-4 wide:grid-cols-[5fr_2fr]">
          <div className="min-w-0">
            {due.rows.length === 0 ? (
              <EmptyState
                kind={window === "over" && month === null ? "done" : "filtered"}
                title={window === "over" && month === null ? t("terms.noneOver") : t("list.none")}
              />
            ) : (
              <div className="rounded-card border border-line bg-card">
                <DueTable
                  rows={due.rows}
                  today={today}
                  mayRecord={(row) => may(viewer, "partyOrg.edit", row.divisionId)}
                />
                <Pager
                  total={due.total}
                  shown={{ from: due.from, to: last }}
                  previousHref={at > 1 ? pageHref(at - 1) : null}
                  nextHref={last < due.total ? pageHref(at + 1) : null}
                />
              </div>
            )}
          </div>
          <div className="grid gap-4">
            <Card title={t("terms.calendar")} note={t("terms.calendarNote")}>
              <DueMonths
                months={due.months}
                current={month}
                hrefOf={(one) => withParams(PATH, params, { month: one, due: null })}
              />
            </Card>
            {due.places.length > 0 ? (
              <Card title={t("terms.places")}>
                <ul className="divide-y divide-line">
                  {due.places.map((place) => (
                    <li key={place.id} className="flex flex-wrap items-center justify-between gap-x-3 py-1">
                      <Link
                        href={withParams(PATH, params, { u: String(place.id) })}
                        className="inline-flex min-h-touch items-center desk:min-h-6"
                      >
                        {place.name}
                      </Link>
                      <span className="flex flex-wrap gap-x-3 tabular text-note">
                        {PLACE_WINDOWS.map(([field, due, said]) => (
                          <Link
                            key={field}
                            href={withParams(PATH, params, { u: String(place.id), due, month: null })}
                            className="inline-flex min-h-touch items-center desk:min-h-6"
                          >
                            {t(said, { count: place[field] })}
                          </Link>
                        ))}
                      </span>
                    </li>
                  ))}
                </ul>
              </Card>
            ) : null}
          </div>
        </div>
      </>
    );
  },
});

function idIn(text: string | null): number | null {
  const id = Number(text);
  return text && Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? id : null;
}
