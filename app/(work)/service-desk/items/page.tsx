/** What is handled at the windows of a place: limits in working days, departments, papers; dated, so that a case keeps what held on its day. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { AddItemForm, EditItemForms } from "#components/services/item-form.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { listItems } from "#lib/domains/services/queries/items.ts";
import { page } from "#lib/platform/page.ts";
import { add, alter, end } from "../actions.ts";

const PATH = "/service-desk/items";
const SAVED = ["added", "changed", "ended"] as const;

export async function generateMetadata() {
  const t = await getTranslations("services");
  return { title: `${t("title")} · ${t("items.title")}` };
}

export default page({
  route: PATH,
  load: (scope, { search }) => {
    const params = toParams(search);
    return listItems(scope, { unit: params.get("u") ?? undefined, edit: params.get("edit") ?? undefined });
  },
  refused: () => <PermissionNote />,
  render: async ({ place, rows, edited, mayAdd, keeps }, { search }) => {
    const t = await getTranslations("services");
    const params = toParams(search);
    const { unit, above, below } = place;
    const saved = SAVED.find((one) => one === search.saved);
    const kept = new Set(keeps);
    return (
      <>
        <PageHead
          title={t("items.title")}
          note={t("items.note")}
          back={{ href: `/service-desk?u=${unit.id}`, label: t("title") }}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={params} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        {saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`items.saved.${saved}`)}</Notice>
          </div>
        ) : null}
        <div className="grid gap-4">
          {edited ? <EditItemForms item={edited} save={alter} end={end} /> : null}
          {rows.length === 0 ? (
            <EmptyState kind="never" title={t("items.none")}>
              {t("items.noneHow")}
            </EmptyState>
          ) : (
            <Card flush>
              <Table caption={t("items.title")} stacked>
                <Head>
                  <Column>{t("items.name")}</Column>
                  <Column>{t("items.limit")}</Column>
                  <Column>{t("items.parts")}</Column>
                  <Column>{t("items.papers")}</Column>
                  <Column>{t("items.holds")}</Column>
                </Head>
                <Body>
                  {rows.map((row) => (
                    <Row key={row.id}>
                      <Cell head>{row.name}</Cell>
                      <Cell label={t("items.limit")} nowrap>
                        {t("items.days", { days: row.limitDays })}
                      </Cell>
                      <Cell label={t("items.parts")}>{row.parts.join(" → ")}</Cell>
                      <Cell label={t("items.papers")}>
                        {row.papers.length === 0 ? t("items.noPapers") : row.papers.join("、")}
                      </Cell>
                      <Cell label={t("items.holds")}>
                        {row.place} ·{" "}
                        {row.toOn
                          ? t("items.until", { from: row.fromOn, to: row.toOn })
                          : t("items.since", { day: row.fromOn })}
                        {kept.has(row.id) ? (
                          <Link
                            href={withParams(PATH, params, { edit: row.id, saved: null })}
                            className="ml-3 inline-flex min-h-touch items-center underline desk:min-h-6"
                            aria-label={t("items.edit", { name: row.name })}
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
          {mayAdd ? <AddItemForm unit={unit} save={add} /> : null}
        </div>
      </>
    );
  },
});
