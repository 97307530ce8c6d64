/** Whose election is due, as a table; on a phone each is a card. */

import { useTranslations } from "next-intl";
import { TermMark } from "#components/party-orgs/term-mark.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { OrgKind } from "#lib/domains/party-orgs/party-org.ts";
import type { DueRow } from "#lib/domains/party-orgs/queries/terms.ts";

const HEIGHT = "inline-flex min-h-touch items-center desk:min-h-6";

export function DueTable({
  rows,
  today,
  mayRecord,
}: {
  rows: readonly DueRow[];
  today: string;
  /** Terms are known to everybody; elections are recorded where one may change organizations. */
  mayRecord: (row: DueRow) => boolean;
}) {
  const t = useTranslations("party-orgs");
  const records = rows.some(mayRecord);
  return (
    <Table caption={t("terms.title")} stacked>
      <Head>
        <Column>{t("list.name")}</Column>
        <Column>{t("list.place")}</Column>
        <Column>{t("list.secretary")}</Column>
        <Column width="date">{t("terms.electedOn")}</Column>
        <Column width="date">{t("terms.due")}</Column>
        <Column>{t("terms.state")}</Column>
        {records ? <Column>{t("terms.deed")}</Column> : null}
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link href={`/orgs/${row.id}`} className={HEIGHT}>
                {row.name}
              </Link>
              <span className="block text-ink-2 text-note">{t(`kind.${row.kind as OrgKind}`)}</span>
            </Cell>
            <Cell label={t("list.place")}>{row.place}</Cell>
            <Cell label={t("list.secretary")}>{row.secretary ?? <EmptyMark />}</Cell>
            <Cell label={t("terms.electedOn")} nowrap>
              {row.electedOn ?? <EmptyMark />}
            </Cell>
            <Cell label={t("terms.due")} nowrap>
              {row.dueOn ?? <EmptyMark />}
              {row.postponed ? (
                <span className="block text-ink-2 text-note">{t("terms.isPostponed")}</span>
              ) : null}
            </Cell>
            <Cell label={t("terms.state")}>
              <TermMark dueOn={row.dueOn} today={today} short />
            </Cell>
            {records ? (
              <Cell label={t("terms.deed")} hideStacked={!mayRecord(row)}>
                {mayRecord(row) ? (
                  <Link href={`/orgs/${row.id}/election`} className={`${HEIGHT} whitespace-nowrap`}>
                    {t("terms.record")}
                    <span className="sr-only">{row.name}</span>
                  </Link>
                ) : (
                  <EmptyMark why="noPermission" />
                )}
              </Cell>
            ) : null}
          </Row>
        ))}
      </Body>
    </Table>
  );
}
