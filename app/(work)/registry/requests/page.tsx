/** What waits for the window or for a decision: new files, files that shall end, corrections of a frozen year. */

import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { listRequests } from "#lib/domains/lives/queries/requests.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";

export async function generateMetadata() {
  const t = await getTranslations("registry");
  return { title: `${t("title")} · ${t("requests")}` };
}

export default page({
  route: "/registry/requests",
  load: async (scope, { search }) => {
    const all = toParams(search).get("all") === "1";
    return { all, rows: await listRequests(scope, { pending: !all }) };
  },
  refused: () => <PermissionNote />,
  render: async ({ all, rows }) => {
    const t = await getTranslations("registry");
    const f = await getFormats();
    return (
      <>
        <PageHead
          title={t("requests")}
          back={{ href: "/registry/years", label: t("title") }}
          note={t("requestsNote")}
          actions={
            <LinkButton href={all ? "/registry/requests" : "/registry/requests?all=1"}>
              {t(all ? "pendingOnly" : "all")}
            </LinkButton>
          }
        />
        {rows.length === 0 ? (
          <EmptyState kind="never" title={t("noRequests")} />
        ) : (
          <Card flush>
            <Table caption={t("requests")} stacked>
              <Head>
                <Column>{t("who")}</Column>
                <Column>{t("what")}</Column>
                <Column>{t("column.status")}</Column>
                <Column>{t("askedBy")}</Column>
                <Column>{t("askedAt")}</Column>
              </Head>
              <Body>
                {rows.map((one) => (
                  <Row key={one.id}>
                    <Cell head>
                      <Link className="inline-block min-h-6" href={`/registry/requests/${one.id}`}>
                        {one.title}
                      </Link>{" "}
                      <span className="font-normal text-ink-2 text-note">
                        {[one.township, one.place].filter(Boolean).join(" ")}
                      </span>
                    </Cell>
                    <Cell label={t("what")}>{t(`kind.${one.kind}`)}</Cell>
                    <Cell label={t("column.status")}>
                      {t(`requestStatus.${one.status}`)}{" "}
                      {one.due && one.status === "PENDING_WINDOW" ? (
                        <Badge tone="info">{t("due")}</Badge>
                      ) : null}
                    </Cell>
                    <Cell label={t("askedBy")}>{one.by}</Cell>
                    <Cell label={t("askedAt")} nowrap>
                      {f.dayTime(one.askedAt)}
                    </Cell>
                  </Row>
                ))}
              </Body>
            </Table>
          </Card>
        )}
      </>
    );
  },
});
