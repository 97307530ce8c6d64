/** Proposed changes of one tree: what waits for a decision and what was decided, as two faces of one list. */

import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { withParams } from "#lib/base/url-state.ts";
import type { ProposalPage, ProposalRow, ProposalState } from "#lib/domains/divisions/tree-proposal.ts";
import { getFormats } from "#lib/i18n/format.ts";

/** What the address asks for: the decided ones, and which page. */
export function askedOf(params: URLSearchParams): { decided: boolean; page: number } {
  const page = Number(params.get("page") ?? "1");
  return { decided: params.get("decided") === "1", page: Number.isSafeInteger(page) && page > 0 ? page : 1 };
}

type Props = {
  path: string;
  title: string;
  params: URLSearchParams;
  list: ProposalPage;
  kindOf: (kind: string) => string;
};

export async function ProposalList({ path, title, params, list, kindOf }: Props) {
  const t = await getTranslations("trees");
  const { decided, page } = askedOf(params);
  const to = (number: number) => withParams(path, params, { page: number > 1 ? String(number) : null });
  const from = (page - 1) * list.pageSize + 1;
  return (
    <>
      <Tabs
        label={title}
        items={[
          { href: path, label: t("proposals.waiting"), current: !decided },
          { href: `${path}?decided=1`, label: t("proposals.decided"), current: decided },
        ]}
      />
      <div className="mt-4">
        {list.rows.length === 0 ? (
          <EmptyState kind="never" title={t(decided ? "proposals.noneDecided" : "proposals.none")} />
        ) : (
          <Card flush>
            <Rows path={path} title={title} rows={list.rows} decided={decided} kindOf={kindOf} />
            <Pager
              total={list.total}
              shown={{ from, to: from + list.rows.length - 1 }}
              previousHref={page > 1 ? to(page - 1) : null}
              nextHref={page * list.pageSize < list.total ? to(page + 1) : null}
            />
          </Card>
        )}
      </div>
    </>
  );
}

type RowsProps = Pick<Props, "path" | "title" | "kindOf"> & { rows: ProposalRow[]; decided: boolean };

async function Rows({ path, title, rows, decided, kindOf }: RowsProps) {
  const t = await getTranslations("trees");
  const f = await getFormats();
  return (
    <Table caption={title} stacked>
      <Head>
        <Column>{t("proposals.what")}</Column>
        <Column>{t("proposals.unit")}</Column>
        <Column>{t("proposals.by")}</Column>
        <Column>{t("proposals.since")}</Column>
        <Column>{t("proposals.state")}</Column>
        {decided ? <Column>{t("proposals.decision")}</Column> : null}
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link href={`${path}/${row.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
                {kindOf(row.kind)} · {row.nodeName}
              </Link>
            </Cell>
            <Cell label={t("proposals.unit")}>{row.place}</Cell>
            <Cell label={t("proposals.by")}>{row.accountName}</Cell>
            <Cell label={t("proposals.since")}>
              <span className="whitespace-nowrap">{f.day(row.createdOn)}</span>
            </Cell>
            <Cell label={t("proposals.state")}>
              <ProposalMark status={row.status} />
            </Cell>
            {decided ? (
              <Cell label={t("proposals.decision")}>
                {row.decidedByName && row.decidedOn ? (
                  t("proposals.by2", { name: row.decidedByName, day: f.day(row.decidedOn) })
                ) : (
                  <EmptyMark why="notApplicable" />
                )}
              </Cell>
            ) : null}
          </Row>
        ))}
      </Body>
    </Table>
  );
}

export async function ProposalMark({ status }: { status: ProposalState }) {
  const t = await getTranslations("trees");
  return (
    <Badge tone={status === "WAITING" || status === "RETURNED" ? "watch" : "plain"}>
      {t(`proposals.states.${status}`)}
    </Badge>
  );
}
