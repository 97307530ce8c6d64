/** The drawn households by village: what was found, or the way to record it. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { CheckView } from "#lib/domains/sample-checks/queries/show.ts";

export async function DrawTable({ view: { check, draws, mayRecord } }: { view: CheckView }) {
  const t = await getTranslations("sampleChecks");
  if (draws.length === 0) return <EmptyState kind="never" title={t("show.none")} />;
  return (
    <Card flush>
      <Table caption={t("show.households")} showCaption stacked>
        <Head>
          <Column>{t("show.head")}</Column>
          <Column>{t("show.place")}</Column>
          <Column>{t("show.no")}</Column>
          <Column numeric>{t("show.position")}</Column>
          <Column>{t("show.result")}</Column>
          <Column width="date">{t("show.visited")}</Column>
          <Column>{t("show.satisfaction")}</Column>
          <Column>{t("show.by")}</Column>
        </Head>
        <Body>
          {draws.map((row) => (
            <Row key={row.id}>
              <Cell head>
                <Link
                  href={`/sample-checks/draws/${row.id}`}
                  className="inline-flex min-h-touch items-center desk:min-h-6"
                >
                  {row.headName}
                </Link>
              </Cell>
              <Cell label={t("show.place")}>{row.place}</Cell>
              <Cell label={t("show.no")} nowrap>
                {row.householdNo}
              </Cell>
              <Cell label={t("show.position")} numeric>
                {row.position}
                {row.replaces === null ? null : (
                  <span className="ml-1 text-ink-2 text-note">{t("show.standsIn", { n: row.replaces })}</span>
                )}
              </Cell>
              <Cell label={t("show.result")}>
                {row.found ? (
                  <>
                    {t(`of.${check.kind}.${row.found.outcome}`)}
                    {row.found.note ? (
                      <span className="block text-ink-2 text-note">{row.found.note}</span>
                    ) : null}
                  </>
                ) : mayRecord ? (
                  <Link
                    href={`/sample-checks/draws/${row.id}`}
                    className="inline-flex min-h-touch items-center desk:min-h-6"
                  >
                    {t("show.record")}
                    <span className="sr-only"> {row.headName}</span>
                  </Link>
                ) : (
                  <span className="text-ink-2">{t("show.open")}</span>
                )}
              </Cell>
              <Cell label={t("show.visited")} nowrap>
                {row.found?.visitedOn ?? <EmptyMark why="notDue" />}
              </Cell>
              <Cell label={t("show.satisfaction")}>
                {row.found?.satisfaction ? (
                  t(`satisfaction.${row.found.satisfaction}`)
                ) : (
                  <EmptyMark why="notDue" />
                )}
              </Cell>
              <Cell label={t("show.by")}>{row.found?.by ?? <EmptyMark why="notDue" />}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}
