/** Each change of a closed period: which figure, where (with the rows of that place and period), by how much, and what was written later. */
import { getLocale, getTranslations } from "next-intl/server";
import { rowsHref } from "#components/cockpit/figures.ts";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { Period } from "#lib/base/period.ts";
import type { Correction } from "#lib/domains/closings/queries/view-closing.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { changeOf } from "./signed.ts";

type Props = { corrections: readonly Correction[]; indicators: readonly Ratio[]; period: Period };

export async function CorrectionTable({ corrections, indicators, period }: Props) {
  const t = await getTranslations("closings");
  const f = await getFormats();
  const locale = await getLocale();
  return (
    <Table caption={t("column.corrections")} stacked>
      <Head>
        <Column>{t("column.indicator")}</Column>
        <Column>{t("column.place")}</Column>
        <Column numeric>{t("column.change")}</Column>
        <Column>{t("column.why")}</Column>
        <Column>{t("column.noted")}</Column>
      </Head>
      <Body>
        {corrections.map((one) => (
          <Row key={one.id}>
            <Cell head>
              {one.indicator} {indicators.find(({ id }) => id === one.indicator)?.name[locale]}
            </Cell>
            <Cell label={t("column.place")}>
              <Link
                href={rowsHref(one.indicator, one.divisionId, period, "all")}
                className="inline-flex min-h-touch items-center desk:min-h-6"
                aria-label={t("corrections.rows", { place: one.place, indicator: one.indicator })}
              >
                {one.place}
              </Link>
            </Cell>
            <Cell label={t("column.change")} numeric>
              {changeOf(one)}
            </Cell>
            <Cell label={t("column.why")}>
              {one.causes.map((cause) => t(`cause.${cause as "tree"}`)).join("、")}
            </Cell>
            <Cell label={t("column.noted")}>{f.dayTime(one.notedAt)}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
