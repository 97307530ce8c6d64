/** Families that are out of poverty and have to be watched: village by village, each with its reasons and since when; a row opens its file. */

import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { reasonWords } from "#components/watch/reason-words.ts";
import { WatchTable } from "#components/watch/watch-table.tsx";
import { filtersOf, toParams, withParams } from "#lib/base/url-state.ts";
import { FAMILIES_PER_PAGE, STATES } from "#lib/domains/watch/entry.ts";
import { listWatched } from "#lib/domains/watch/queries/list.ts";
import { isReason, REASON_CODES } from "#lib/domains/watch/reasons.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/households/watch";
const OWN = ["f.reason", "f.state"];

export async function generateMetadata() {
  return { title: (await getTranslations("watch"))("title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => {
    const params = toParams(search);
    const filters = filtersOf(params);
    const reason = filters.reason?.[0] ?? "";
    const at = Number(params.get("page") ?? "1");
    return listWatched(scope, {
      unit: params.get("u") ?? undefined,
      reason: isReason(reason) ? reason : null,
      state: STATES.find((one) => one === filters.state?.[0]) ?? "open",
      page: Number.isSafeInteger(at) && at > 0 ? Math.min(at, 1000) : 1,
    });
  },
  refused: () => <PermissionNote />,
  render: async (list, { search }) => {
    const t = await getTranslations("watch");
    const words = await reasonWords();
    const params = toParams(search);
    const { unit, above, below } = list.place;
    const value = (name: string) => params.get(name) ?? "";
    const filtered = OWN.some((name) => params.has(name));
    const at = Math.floor((list.from - 1) / FAMILIES_PER_PAGE) + 1;
    const last = list.from + list.rows.length - 1;
    const to = (number: number) =>
      withParams(PATH, params, { page: number > 1 ? String(number) : null }, true);
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
          back={{ href: `/households?u=${unit.id}`, label: t("back") }}
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
        <FilterBar
          path={PATH}
          params={params}
          own={OWN}
          clearHref={withParams(PATH, params, Object.fromEntries(OWN.map((name) => [name, null])))}
        >
          <FilterSelect
            name="f.reason"
            label={t("list.reason")}
            value={value("f.reason")}
            options={REASON_CODES.map((one) => ({ value: one, label: words.named(one) }))}
          />
          <FilterSelect
            name="f.state"
            label={t("list.state")}
            value={value("f.state")}
            all={t("state.open")}
            options={[{ value: "closed", label: t("state.closed") }]}
          />
        </FilterBar>
        {list.rows.length === 0 ? (
          <EmptyState
            kind={filtered ? "filtered" : "done"}
            title={t(filtered ? "list.none" : "list.clean")}
          />
        ) : (
          <Card flush>
            <WatchTable rows={list.rows} />
            <Pager
              total={list.total}
              shown={{ from: list.from, to: last }}
              previousHref={at > 1 ? to(at - 1) : null}
              nextHref={last < list.total ? to(at + 1) : null}
            />
          </Card>
        )}
      </>
    );
  },
});
