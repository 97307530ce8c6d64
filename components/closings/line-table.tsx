/** Each indicator of a closed period: as it was told, what changed since, and the rows of today that it adds up to. */
import { getLocale, getTranslations } from "next-intl/server";
import { figureWords } from "#components/cockpit/figure-words.ts";
import { rowsHref } from "#components/cockpit/figures.ts";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { Line } from "#lib/domains/closings/queries/view-closing.ts";
import { changeOf } from "./signed.ts";

type Props = { lines: readonly Line[]; unit: number; period: string };

export async function LineTable({ lines, unit, period }: Props) {
  const t = await getTranslations("closings");
  const locale = await getLocale();
  const worded = await Promise.all(
    lines.map(async (line) => ({ line, words: await figureWords(line.indicator) })),
  );
  return (
    <Table caption={t("one.lines")} stacked>
      <Head>
        <Column>{t("column.indicator")}</Column>
        <Column numeric>{t("column.target")}</Column>
        <Column numeric>{t("column.told")}</Column>
        <Column numeric>{t("column.change")}</Column>
        <Column numeric>{t("column.moved")}</Column>
        <Column numeric>{t("column.now")}</Column>
      </Head>
      <Body>
        {worded.map(({ line, words }) => (
          <Row key={line.indicator.id}>
            <Cell head>
              {line.indicator.id} {line.indicator.name[locale]}
            </Cell>
            <Cell label={t("column.target")} numeric>
              {line.told.target === null ? "—" : words.target(line.told.target)}
            </Cell>
            <Cell label={t("column.told")} numeric>
              {words.rate(line.told)}
            </Cell>
            <Cell label={t("column.change")} numeric>
              {changeOf(line.corrected) ?? t("nothing")}
            </Cell>
            <Cell label={t("column.moved")} numeric>
              {changeOf(line.moved) ?? t("nothing")}
            </Cell>
            <Cell label={t("column.now")} numeric>
              <Link
                href={rowsHref(line.indicator.id, unit, period, "all")}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {words.rate(line.now)}
              </Link>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
