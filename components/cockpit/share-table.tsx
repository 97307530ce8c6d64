/** How a target is divided, for those who look on. */
import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { Shares } from "#lib/domains/cockpit/share-queries.ts";
import { figureWords, isCount, signOf } from "./figure-words.ts";

export async function ShareTable({ shares }: { shares: Shares }) {
  const t = await getTranslations("cockpit");
  const { indicator, unit, year, own, below } = shares;
  const words = await figureWords(indicator);
  const sign = isCount(indicator) ? words.caseUnit : signOf(indicator);
  return (
    <>
      <p className="mb-3">
        {own === null
          ? t("shares.noWhole")
          : t("shares.given", { unit: unit.name, value: words.target(own) })}
      </p>
      <Card flush>
        <Table caption={t("shares.title")} copies stacked>
          <Head>
            <Column>{t("page.unit")}</Column>
            <Column numeric>{t("shares.reached", { year })}</Column>
            <Column numeric>{t("shares.last", { year: year - 1 })}</Column>
            <Column numeric>{t("shares.share", { caseUnit: sign })}</Column>
          </Head>
          <Body>
            {below.map((one) => (
              <Row key={one.id}>
                <Cell head nowrap>
                  {one.name}
                </Cell>
                <Cell label={t("shares.reached", { year })} numeric>
                  {words.rate(one.figure)}
                </Cell>
                <Cell label={t("shares.last", { year: year - 1 })} numeric>
                  {one.last === null ? <EmptyMark /> : words.target(one.last)}
                </Cell>
                <Cell label={t("shares.share", { caseUnit: sign })} numeric>
                  {one.target === null ? <EmptyMark /> : words.target(one.target)}
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      </Card>
    </>
  );
}
