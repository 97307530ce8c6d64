/** Reports as a table, cards on a phone. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { kindOf } from "#lib/base/period.ts";
import type { ReportRow } from "#lib/domains/reports/queries/list-reports.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function ReportTable({ rows }: { rows: readonly ReportRow[] }) {
  const t = await getTranslations("reports");
  const f = await getFormats();
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column>{t("column.report")}</Column>
        <Column>{t("column.unit")}</Column>
        <Column>{t("column.state")}</Column>
        <Column>{t("column.issued")}</Column>
        <Column>{t("column.by")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={`/reports/${row.id}`}
                className="inline-flex min-h-touch items-center font-semibold desk:min-h-6"
              >
                {f.period(row.period)}
                {t(`kinds.${kindOf(row.period) === "quarter" ? "quarter" : "month"}`)}
              </Link>
              {row.revision > 1 ? (
                <span className="block text-note text-ink-2">{t("revision", { n: row.revision - 1 })}</span>
              ) : null}
            </Cell>
            <Cell label={t("column.unit")}>{row.unit}</Cell>
            <Cell label={t("column.state")} nowrap>
              <Badge>{t(`state.${row.status}`)}</Badge>
              {row.corrected ? <span className="block text-note text-ink-2">{t("superseded")}</span> : null}
            </Cell>
            <Cell label={t("column.issued")} nowrap>
              {f.day(row.issuedOn)}
            </Cell>
            <Cell label={t("column.by")}>{row.issuedName ?? row.maker}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
