/** How a number is divided, for those who look on. */
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { viewShares } from "#lib/domains/cockpit/share-queries.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function ShareTable({ shares }: { shares: Awaited<ReturnType<typeof viewShares>> }) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const locale = await getLocale();
  const { indicator, unit, year, own, below } = shares;
  const caseUnit = indicator.caseUnit[locale];
  return (
    <>
      <p className="mb-3">
        {own === null ? t("shares.noWhole") : t("shares.given", { unit: unit.name, n: own, caseUnit })}
      </p>
      <Card flush>
        <Table caption={t("shares.title")} copies>
          <Head>
            <Column>{t("page.unit")}</Column>
            <Column numeric>{t("shares.reached", { year })}</Column>
            <Column numeric>{t("shares.share", { caseUnit })}</Column>
          </Head>
          <Body>
            {below.map((one) => (
              <Row key={one.id}>
                <Cell head nowrap>
                  {one.name}
                </Cell>
                <Cell numeric>{f.number(one.reached)}</Cell>
                <Cell numeric>{one.target === null ? <EmptyMark /> : f.number(one.target)}</Cell>
              </Row>
            ))}
          </Body>
        </Table>
      </Card>
    </>
  );
}
