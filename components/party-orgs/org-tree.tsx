/** The Party line as rows that unfold by links, today or on a day of the past. */

import { getTranslations } from "next-intl/server";
import { TreeRows } from "#components/divisions/tree-rows.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { withParams } from "#lib/base/url-state.ts";
import type { OrgKind } from "#lib/domains/party-orgs/party-org.ts";
import type { OrgTreeRow } from "#lib/domains/party-orgs/queries/tree.ts";

type Props = {
  path: string;
  rows: readonly OrgTreeRow[];
  params: URLSearchParams;
  open: readonly number[];
  on: string | null;
};

export async function OrgTree({ path, rows, params, open, on }: Props) {
  const t = await getTranslations("party-orgs");
  if (rows.length === 0)
    return <EmptyState kind={on ? "filtered" : "never"} title={on ? t("list.none") : t("list.never")} />;
  const toggleOf = (row: OrgTreeRow) => {
    if (row.children === 0) return undefined;
    const isOpen = open.includes(row.id);
    const next = isOpen ? open.filter((id) => id !== row.id) : [...open, row.id];
    return {
      open: isOpen,
      href: `${withParams(path, params, { open: next.join(",") || null })}#n${row.id}`,
      label: isOpen ? t("tree.fold", { name: row.name }) : t("tree.unfold", { name: row.name }),
    };
  };
  const lines = rows.map((row) => ({
    id: row.id,
    depth: row.depth,
    name: row.name,
    href: on ? `/orgs/${row.id}?on=${on}` : `/orgs/${row.id}`,
    toggle: toggleOf(row),
    marks: row.closedOn ? (
      <Badge>{t("tree.closed", { day: row.closedOn })}</Badge>
    ) : row.lacking && !on ? (
      <Badge tone="watch">{t("tree.lacking")}</Badge>
    ) : null,
    facts: (
      <>
        <span className="handset:hidden">{t(`kind.${row.kind as OrgKind}`)}</span>
        {row.children > 0 ? <span className="tabular">{t("tree.led", { count: row.children })}</span> : null}
      </>
    ),
  }));
  return <TreeRows label={t("tree.label")} lines={lines} />;
}
