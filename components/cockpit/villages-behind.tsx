/** The villages behind a share of people; each opens its households. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { getFormats } from "#lib/i18n/format.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import type { VillageRow } from "#lib/indicators/village-rows.ts";

type Props = { rows: readonly VillageRow[]; indicator: Ratio; caption: string };

export async function VillagesBehind({ rows, indicator, caption }: Props) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const per = indicator.adds?.over?.per ?? 100;
  return (
    <Card flush>
      <Table caption={caption} stacked>
        <Head>
          <Column>{t("rows.village")}</Column>
          <Column>{t("rows.above")}</Column>
          <Column numeric>{t("rows.poor")}</Column>
          <Column numeric>{t("rows.population")}</Column>
          <Column numeric>{t("rows.baseYear")}</Column>
          <Column numeric>{t("rows.share")}</Column>
        </Head>
        <Body>
          {rows.map((row) => (
            <Row key={row.id}>
              <Cell head>
                <Link
                  href={`/households?u=${row.divisionId}`}
                  className="inline-flex min-h-touch items-center desk:min-h-6"
                >
                  {row.name}
                </Link>
              </Cell>
              <Cell label={t("rows.above")}>{row.township}</Cell>
              <Cell label={t("rows.poor")} numeric>
                <Link
                  href={`/households?u=${row.divisionId}&f.status=POOR,PRE_EXIT,RETURNED`}
                  className="inline-flex min-h-touch items-center desk:min-h-6"
                >
                  {f.number(row.adds)}
                </Link>
              </Cell>
              <Cell label={t("rows.population")} numeric>
                {f.number(row.among)}
              </Cell>
              <Cell label={t("rows.baseYear")} numeric>
                {row.baseYear}
              </Cell>
              <Cell label={t("rows.share")} numeric>
                {f.rateOf({ part: row.adds, whole: row.among }, per)}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}
