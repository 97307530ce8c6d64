/** The org chart: the Party line for the keyboard, and a panel where every change is dated and rehearsed before it is saved. */

import { getTranslations } from "next-intl/server";
import { ChartPanel } from "#components/party-orgs/chart-panel.tsx";
import { ChartTree } from "#components/party-orgs/chart-tree.tsx";
import { OrgTabs } from "#components/party-orgs/org-tabs.tsx";
import { PanelFocus } from "#components/party-orgs/panel-focus.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { CHART_CHANGES, type ChartChange, type OrgKind } from "#lib/domains/party-orgs/party-org.ts";
import { showOnChart } from "#lib/domains/party-orgs/queries/chart.ts";
import { findOrgs } from "#lib/domains/party-orgs/queries/find.ts";
import { orgCandidates } from "#lib/domains/party-orgs/queries/leaders.ts";
import { rehearsalOfOrg } from "#lib/domains/party-orgs/queries/rehearsal.ts";
import { lineAbove, type OrgTreeRow, showOrgTree } from "#lib/domains/party-orgs/queries/tree.ts";
import { page } from "#lib/platform/page.ts";
import { ifFound, refused } from "#lib/platform/problem.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { asStale } from "../../as-stale.ts";
import { propose } from "../../orgs/actions.ts";
import { closeOnChart, moveOnChart, rehearseOnChart, renameOnChart, withdrawOnChart } from "./actions.ts";

const PATH = "/admin/org-chart";
const FIELDS = [
  "name",
  "orgKind",
  "leaderId",
  "basis",
  "supervisingDept",
  "targetId",
  "effectiveOn",
  "documentNo",
];
const DOINGS = [...CHART_CHANGES, "new"] as const;
const SAVE = { rename: renameOnChart, move: moveOnChart, close: closeOnChart };

export async function generateMetadata() {
  return { title: (await getTranslations("party-orgs"))("chart.title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "partyOrg.edit")) throw refused();
    const params = toParams(search);
    const sel = numbersIn(params.get("sel"))[0] ?? null;
    const panel = sel === null ? null : await ifFound(showOnChart(scope, { id: sel }));
    const asked = DOINGS.find((one) => one === params.get("do")) ?? null;
    const doing = panel?.mayEdit ? asked : null;
    const { rows, open } = await unfolded(scope, params, panel?.id ?? null);
    const work = panel && doing && doing !== "new" ? await workOf(scope, params, panel.id, doing) : null;
    return { rows, open, panel, doing, work };
  },
  refused: async () => {
    const t = await getTranslations("party-orgs");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ rows, open, panel, doing, work }, { search, today }) => {
    const t = await getTranslations("party-orgs");
    const params = toParams(search);
    const at = (id: number, openIds: readonly number[] = open) =>
      `${PATH}?open=${openIds.join(",") || "0"}&sel=${id}`;
    const toggleOf = (row: OrgTreeRow) => {
      const isOpen = open.includes(row.id);
      const next = isOpen ? open.filter((id) => id !== row.id) : [...open, row.id];
      return {
        open: isOpen,
        href: at(row.id, next),
        label: isOpen ? t("tree.fold", { name: row.name }) : t("tree.unfold", { name: row.name }),
      };
    };
    const lines = rows.map((row) => ({
      ...{ id: row.id, depth: row.depth, name: row.name, initials: row.initials },
      note:
        row.children > 0
          ? `${t(`kind.${row.kind as OrgKind}`)} · ${t("tree.led", { count: row.children })}`
          : t(`kind.${row.kind as OrgKind}`),
      mark: row.closedOn ? t("tree.closed", { day: row.closedOn }) : row.lacking ? t("tree.lacking") : null,
      selectHref: at(row.id),
      toggle: row.children === 0 ? null : toggleOf(row),
    }));
    return (
      <>
        <PageHead
          title={t("chart.title")}
          note={<span className="pointer-coarse:hidden">{t("chart.keys")}</span>}
        />
        <OrgTabs current="chart" mayEdit />
        {rows.length === 0 ? (
          <EmptyState kind="never" title={t("list.never")} />
        ) : (
          <div className="grid items-start gap-4 wide:grid-cols-[3fr_2fr]">
            <ChartTree
              label={t("tree.label")}
              lines={lines}
              selected={panel?.id ?? null}
              busy={doing !== null}
              mayEdit
            />
            <div
              id="chart-panel"
              className={`min-w-0 scroll-mt-16 wide:sticky wide:top-16 ${panel ? "order-first wide:order-none" : ""}`}
            >
              {panel ? (
                <PanelFocus
                  step={
                    doing === null
                      ? null
                      : `${panel.id} ${doing} ${params.get("review")} ${params.get("leaderId") ?? params.get("targetId")}`
                  }
                  leaveHref={at(panel.id)}
                >
                  <ChartPanel
                    path={PATH}
                    params={params}
                    org={panel}
                    doing={doing}
                    work={work}
                    today={today}
                    leaveHref={at(panel.id)}
                    backHref={withParams(PATH, params, { review: null })}
                    rehearse={rehearseOnChart}
                    save={SAVE}
                    propose={propose}
                    withdraw={withdrawOnChart}
                  />
                </PanelFocus>
              ) : (
                <Card title={t("chart.nothing")}>
                  <p className="text-ink-2">{t("chart.how")}</p>
                </Card>
              )}
            </div>
          </div>
        )}
      </>
    );
  },
});

/** What the address unfolds, and always the line above what is chosen; at first the top alone. */
async function unfolded(scope: Scope, params: URLSearchParams, chosen: number | null) {
  const above = chosen === null ? [] : await lineAbove(scope, { id: chosen });
  const open = [...new Set([...numbersIn(params.get("open")), ...above])].slice(-200);
  const rows = await showOrgTree(scope, { open });
  if (open.length > 0 || params.has("open")) return { rows, open };
  const tops = rows.filter(({ closedOn }) => closedOn === null).map(({ id }) => id);
  return { rows: await showOrgTree(scope, { open: tops.slice(0, 20) }), open: tops.slice(0, 20) };
}

/** What the chosen deed needs: a rehearsal, or organizations to choose from. */
async function workOf(scope: Scope, params: URLSearchParams, id: number, kind: ChartChange) {
  const fields = Object.fromEntries([...params].filter(([name]) => FIELDS.includes(name)));
  if (params.has("review"))
    return {
      fields,
      candidates: [],
      hits: [],
      rehearsal: await rehearsalOfOrg(scope, { kind, id, ...fields }).catch(asStale),
    };
  if (kind === "rename") return { fields, candidates: [], hits: [], rehearsal: null };
  const candidates = await orgCandidates(scope, { id, kind });
  const q = (params.get("q") ?? "").trim().slice(0, 40);
  const hits = q ? await findOrgs(scope, { q, but: id }) : [];
  return { fields, candidates, hits, rehearsal: null };
}
export type ChartWork = Awaited<ReturnType<typeof workOf>>;

const numbersIn = (text: string | null): number[] =>
  (text ?? "")
    .split(",")
    .map(Number)
    .filter((id) => Number.isInteger(id) && id > 0 && id <= 2_147_483_647)
    .slice(0, 200);
