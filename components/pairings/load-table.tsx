/** Helpers by how many households they have; more than usual for the rank is marked, and never forbidden. */
import { getLocale, getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { codeName, RANKS } from "#lib/domains/households/codes.ts";
import { overload } from "#lib/domains/pairings/pairing.ts";
import type { HelperLoad } from "#lib/domains/pairings/queries/helpers.ts";

type Props = { rows: HelperLoad[]; limits: Record<string, number>; unit: number };

export async function LoadTable({ rows, limits, unit }: Props) {
  const t = await getTranslations("pairings");
  const locale = await getLocale();
  return (
    <Table caption={t("loads.title")} stacked>
      <Head>
        <Column>{t("column.helper")}</Column>
        <Column>{t("column.unit")}</Column>
        <Column>{t("column.rank")}</Column>
        <Column numeric>{t("column.load")}</Column>
        <Column numeric>{t("column.usual")}</Column>
        <Column>{t("column.state")}</Column>
      </Head>
      <Body>
        {rows.map((row) => {
          const over = overload(row.rank, row.load, limits);
          return (
            <Row key={row.helperId}>
              <Cell head>
                <strong>{row.name}</strong>
              </Cell>
              <Cell label={t("column.unit")}>{row.unit ?? <EmptyMark />}</Cell>
              <Cell label={t("column.rank")}>{codeName(RANKS, row.rank, locale) ?? <EmptyMark />}</Cell>
              <Cell label={t("column.load")} numeric>
                <Link href={`/pairings?u=${unit}&f.helper=${row.helperId}`}>{row.load}</Link>
              </Cell>
              <Cell label={t("column.usual")} numeric>
                {row.rank && limits[row.rank] !== undefined ? (
                  limits[row.rank]
                ) : (
                  <EmptyMark why="notApplicable" />
                )}
              </Cell>
              <Cell label={t("column.state")}>
                {over > 0 ? <Light state="watch" word={t("loads.over", { count: over })} /> : null}
              </Cell>
            </Row>
          );
        })}
      </Body>
    </Table>
  );
}
