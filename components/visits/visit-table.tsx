/** The register of visits as a table; cards on a phone, each headed by whose it is. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { PeekLink } from "#components/ui/drawer.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { VisitRow } from "#lib/domains/visits/queries/list-visits.ts";
import { SituationMark } from "./situation-mark.tsx";

type Props = {
  rows: VisitRow[];
  params: URLSearchParams;
  /** The row opened beside the list. */
  peek: string | null;
};

export async function VisitTable({ rows, params, peek }: Props) {
  const t = await getTranslations("visits");
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column>{t("column.household")}</Column>
        <Column width="date">{t("column.day")}</Column>
        <Column>{t("column.place")}</Column>
        <Column>{t("column.visitors")}</Column>
        <Column>{t("column.kind")}</Column>
        <Column>{t("column.situation")}</Column>
        <Column>{t("column.topics")}</Column>
        <Column>{t("column.remarks")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id} selected={row.id === peek}>
            <Cell head>
              <Link
                href={`/households/${row.householdId}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {row.headName}
              </Link>
            </Cell>
            <Cell label={t("column.day")} nowrap>
              <Link href={`/visits/${row.id}`} className="inline-flex min-h-touch items-center desk:min-h-6">
                {row.visitedOn}
              </Link>
              <PeekLink
                path="/visits"
                params={params}
                id={row.id}
                name={`${row.visitedOn} ${row.headName}`}
              />
            </Cell>
            <Cell label={t("column.place")} hideStacked>
              {[row.place, row.groupName].filter(Boolean).join(" ")}
            </Cell>
            <Cell label={t("column.visitors")}>{row.visitors ?? <EmptyMark />}</Cell>
            <Cell label={t("column.kind")} hideStacked>
              {t(`kind.${row.kind as "HOME"}`)}
            </Cell>
            <Cell label={t("column.situation")}>
              <SituationMark situation={row.situation} />
            </Cell>
            <Cell label={t("column.topics")} hideStacked>
              {row.topics.length > 0 ? (
                row.topics.map((one) => t(`topic.${one as "POLICY"}`)).join(t("comma"))
              ) : (
                <EmptyMark />
              )}
            </Cell>
            <Cell label={t("column.remarks")} hideStacked>
              <span className="flex flex-wrap gap-1">
                {row.late ? <Badge>{t("late")}</Badge> : null}
                {row.bySheet ? <Badge>{t("bySheet")}</Badge> : null}
                {row.standInReason ? <Badge>{t("standIn")}</Badge> : null}
                {row.asks ? <Badge>{t("hints.ask")}</Badge> : null}
                {row.sameDay > 1 ? <Badge>{t("sameDay", { count: row.sameDay })}</Badge> : null}
              </span>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
