/** The windows of a place: where, when, how much is on its way there; and which townships and villages have none. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { EditWindowForms, OpenWindowForm } from "#components/services/window-form.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { listWindows } from "#lib/domains/services/queries/windows.ts";
import { page } from "#lib/platform/page.ts";
import { change, open, shut } from "../actions.ts";

const PATH = "/service-desk/windows";
const SAVED = ["opened", "changed", "closed"] as const;

export async function generateMetadata() {
  const t = await getTranslations("services");
  return { title: `${t("title")} · ${t("windows.title")}` };
}

export default page({
  route: PATH,
  load: (scope, { search }) => {
    const params = toParams(search);
    return listWindows(scope, {
      unit: params.get("u") ?? undefined,
      edit: params.get("edit") ?? undefined,
    });
  },
  refused: () => <PermissionNote />,
  render: async ({ place, rows, without, edited, mayOpen, keeps }, { search, today }) => {
    const t = await getTranslations("services");
    const params = toParams(search);
    const { unit, above, below } = place;
    const saved = SAVED.find((one) => one === search.saved);
    const kept = new Set(keeps);
    return (
      <>
        <PageHead
          title={t("windows.title")}
          note={t("windows.note")}
          back={{ href: `/service-desk?u=${unit.id}`, label: t("title") }}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        {saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`windows.saved.${saved}`)}</Notice>
          </div>
        ) : null}
        <div className="grid gap-4">
          {edited ? <EditWindowForms window={edited} today={today} save={change} close={shut} /> : null}
          {rows.length === 0 ? (
            <EmptyState kind="never" title={t("windows.none")} />
          ) : (
            <Card flush>
              <Table caption={t("windows.title")} stacked>
                <Head>
                  <Column>{t("windows.name")}</Column>
                  <Column>{t("windows.unit")}</Column>
                  <Column>{t("windows.address")}</Column>
                  <Column>{t("windows.hours")}</Column>
                  <Column numeric>{t("windows.running")}</Column>
                  <Column>{t("windows.since")}</Column>
                </Head>
                <Body>
                  {rows.map((row) => (
                    <Row key={row.id}>
                      <Cell head>
                        <Link
                          href={`${PATH}/${row.id}`}
                          className="inline-flex min-h-touch items-center desk:min-h-6"
                        >
                          {row.name}
                        </Link>
                      </Cell>
                      <Cell label={t("windows.unit")}>{row.place}</Cell>
                      <Cell label={t("windows.address")}>{row.address}</Cell>
                      <Cell label={t("windows.hours")}>{row.hours}</Cell>
                      <Cell label={t("windows.running")} numeric>
                        {row.running}
                      </Cell>
                      <Cell label={t("windows.since")}>
                        {row.closedOn
                          ? t("windows.closed", { day: row.closedOn, why: row.closedWhy ?? "" })
                          : row.openedOn}
                        {kept.has(row.id) ? (
                          <Link
                            href={withParams(PATH, params, { edit: row.id, saved: null })}
                            className="ml-3 inline-flex min-h-touch items-center underline desk:min-h-6"
                            aria-label={t("windows.edit", { name: row.name })}
                          >
                            {t("windows.change")}
                          </Link>
                        ) : null}
                      </Cell>
                    </Row>
                  ))}
                </Body>
              </Table>
            </Card>
          )}
          {without.length > 0 ? (
            <Card title={t("windows.without")} note={t("windows.withoutNote")}>
              <ul className="flex flex-wrap gap-x-4 gap-y-1">
                {without.map((one) => (
                  <li key={one.id}>
                    <Link
                      href={`${PATH}?u=${one.id}`}
                      className="inline-flex min-h-touch items-center desk:min-h-6"
                    >
                      {one.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          {mayOpen ? <OpenWindowForm unit={unit} today={today} save={open} /> : null}
        </div>
      </>
    );
  },
});
