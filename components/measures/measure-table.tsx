/** Measures as a table: on the list with the household, on a file without it. */
import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { MeasureRow } from "#lib/domains/measures/measure.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { categoryNames } from "./names.ts";

type Props = { rows: readonly MeasureRow[]; categories: readonly Entry[]; of: "list" | "household" };

const TONES = { RUNNING: "info", DONE: "ok", PARTLY: "watch", STOPPED: "plain" } as const;

export async function MeasureTable({ rows, categories, of }: Props) {
  const t = await getTranslations("measures");
  const f = await getFormats();
  const { name } = await categoryNames(categories);
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column>{t("field.project")}</Column>
        {of === "list" ? <Column>{t("household")}</Column> : null}
        <Column>{t("field.category")}</Column>
        <Column>{t("field.unit")}</Column>
        <Column numeric>{t("field.amount")}</Column>
        <Column>{t("days")}</Column>
        <Column>{t("field.status")}</Column>
        <Column numeric>{t("field.gain")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={`/measures/${row.id}`}
                className="inline-flex min-h-touch items-center font-semibold desk:min-h-6"
              >
                {row.project}
              </Link>{" "}
              <span className="text-ink-2 text-note">{t("year", { year: String(row.year) })}</span>
            </Cell>
            {of === "list" ? (
              <Cell label={t("household")}>
                <Link
                  href={`/households/${row.householdId}?tab=measures`}
                  className="inline-flex min-h-touch items-center underline desk:min-h-6"
                >
                  {row.headName}
                </Link>{" "}
                <span className="text-ink-2 text-note">{row.place}</span>
              </Cell>
            ) : null}
            <Cell label={t("field.category")}>{name(row.category)}</Cell>
            <Cell label={t("field.unit")}>{row.unit ?? <EmptyMark />}</Cell>
            <Cell label={t("field.amount")} numeric>
              {row.amountFen === null ? <EmptyMark /> : f.yuan(row.amountFen)}
            </Cell>
            <Cell label={t("days")} nowrap>
              {row.fromOn || row.toOn ? `${row.fromOn ?? ""} – ${row.toOn ?? ""}` : <EmptyMark />}
            </Cell>
            <Cell label={t("field.status")}>
              <Badge tone={TONES[row.status]}>{t(`status.${row.status}`)}</Badge>
            </Cell>
            <Cell label={t("field.gain")} numeric>
              {row.gainFen === null ? <EmptyMark /> : f.yuan(row.gainFen)}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
