/** Sample checks: those under the unit, those that I carry out, and closed ones that drew households of the place. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { listChecks } from "#lib/domains/sample-checks/queries/list.ts";
import { page } from "#lib/platform/page.ts";

const PATH = "/sample-checks";

export async function generateMetadata() {
  return { title: (await getTranslations("sampleChecks"))("title") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => listChecks(scope, { unit: toParams(search).get("u") ?? undefined }),
  refused: () => <PermissionNote />,
  render: async ({ place, rows, mayOrder }, { search }) => {
    const t = await getTranslations("sampleChecks");
    const params = toParams(search);
    const { unit, above, below } = place;
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note")}
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
              {mayOrder ? (
                <LinkButton kind="primary" href={`${PATH}/new?u=${unit.id}`}>
                  {t("list.new")}
                </LinkButton>
              ) : null}
            </>
          }
        />
        {rows.length === 0 ? (
          <EmptyState kind="never" title={t("list.none")}>
            {t("list.noneHow")}
          </EmptyState>
        ) : (
          <Card flush>
            <Table caption={t("title")} stacked>
              <Head>
                <Column>{t("list.kind")}</Column>
                <Column>{t("list.unit")}</Column>
                <Column width="date">{t("list.day")}</Column>
                <Column>{t("list.progress")}</Column>
              </Head>
              <Body>
                {rows.map((row) => (
                  <Row key={row.id}>
                    <Cell head>
                      <Link
                        href={`${PATH}/${row.id}`}
                        className="inline-flex min-h-touch items-center desk:min-h-6"
                      >
                        {t(`kind.${row.kind}`)}
                      </Link>
                    </Cell>
                    <Cell label={t("list.unit")}>
                      {row.unit}
                      {row.mine ? ` · ${t("list.mine")}` : ""}
                    </Cell>
                    <Cell label={t("list.day")} nowrap>
                      {row.referenceOn}
                    </Cell>
                    <Cell label={t("list.progress")}>
                      {t("list.done", { n: row.done })}
                      {" · "}
                      {row.closedOn
                        ? t("list.closed", { day: row.closedOn })
                        : row.left > 0
                          ? t("list.left", { n: row.left })
                          : t("list.ready")}
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
