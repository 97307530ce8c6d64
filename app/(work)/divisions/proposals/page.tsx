/** Proposed changes of divisions: what waits for a decision, and what was decided. */

import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { listProposals, type ProposalRow } from "#lib/domains/divisions/queries/proposals.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/divisions/proposals";

export async function generateMetadata() {
  return { title: (await getTranslations("divisions"))("proposals.title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    const decided = params.get("decided") === "1";
    const at = Number(params.get("page") ?? "1");
    const number = Number.isSafeInteger(at) && at > 0 ? at : 1;
    return { decided, number, list: await listProposals(scope, { decided, page: number }) };
  },
  refused: () => <PermissionNote />,
  render: async ({ decided, number, list }, { search }) => {
    const t = await getTranslations("divisions");
    const params = toParams(search);
    const to = (page: number) => withParams(PATH, params, { page: page > 1 ? String(page) : null });
    return (
      <>
        <PageHead
          title={t("proposals.title")}
          note={t("proposals.note")}
          back={{ href: "/divisions", label: t("title") }}
        />
        <Tabs
          label={t("proposals.title")}
          items={[
            { href: PATH, label: t("proposals.waiting"), current: !decided },
            { href: `${PATH}?decided=1`, label: t("proposals.decided"), current: decided },
          ]}
        />
        <div className="mt-4">
          {list.rows.length === 0 ? (
            <EmptyState kind="never" title={t(decided ? "proposals.noneDecided" : "proposals.none")} />
          ) : (
            <Card flush>
              <Rows rows={list.rows} decided={decided} />
              <Pager
                total={list.total}
                shown={{
                  from: (number - 1) * list.pageSize + 1,
                  to: (number - 1) * list.pageSize + list.rows.length,
                }}
                previousHref={number > 1 ? to(number - 1) : null}
                nextHref={number * list.pageSize < list.total ? to(number + 1) : null}
              />
            </Card>
          )}
        </div>
      </>
    );
  },
});

async function Rows({ rows, decided }: { rows: ProposalRow[]; decided: boolean }) {
  const t = await getTranslations("divisions");
  const f = await getFormats();
  return (
    <Table caption={t("proposals.title")} stacked>
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
              <Link href={`${PATH}/${row.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
                {t(`change.${row.kind}`)} · {row.nodeName}
              </Link>
            </Cell>
            <Cell label={t("proposals.unit")}>{row.place}</Cell>
            <Cell label={t("proposals.by")}>{row.accountName}</Cell>
            <Cell label={t("proposals.since")}>{f.day(row.createdOn)}</Cell>
            <Cell label={t("proposals.state")}>
              <Badge tone={row.status === "WAITING" || row.status === "RETURNED" ? "watch" : "plain"}>
                {t(`proposals.states.${row.status}`)}
              </Badge>
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
