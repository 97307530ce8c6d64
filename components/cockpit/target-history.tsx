/** How a target came to be what it is: each change, from which month on it holds, by whom and why. */
import { getTranslations } from "next-intl/server";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { Shares } from "#lib/domains/cockpit/share-queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { figureWords } from "./figure-words.ts";

export async function TargetHistory({ shares: { history, indicator } }: { shares: Shares }) {
  const t = await getTranslations("cockpit");
  const f = await getFormats();
  const words = await figureWords(indicator);
  return (
    <Table caption={t("target.history")} stacked>
      <Head>
        <Column>{t("target.at")}</Column>
        <Column>{t("target.changed")}</Column>
        <Column>{t("target.since")}</Column>
        <Column>{t("target.by")}</Column>
        <Column>{t("target.why")}</Column>
      </Head>
      <Body>
        {history.map((one) => (
          <Row key={one.at.toISOString()}>
            <Cell head>{f.dayTime(one.at)}</Cell>
            <Cell label={t("target.changed")}>
              {[
                one.valueChanged
                  ? one.value === null
                    ? t("target.withdrawn")
                    : words.target(Number(one.value))
                  : null,
                one.stepsChanged
                  ? one.steps
                    ? t("steps.told", { steps: one.steps })
                    : t("steps.gone")
                  : null,
              ]
                .filter((part) => part !== null)
                .join(" · ")}
            </Cell>
            <Cell label={t("target.since")}>{t("target.from", { period: f.period(one.since) })}</Cell>
            <Cell label={t("target.by")}>{one.by ?? f.none}</Cell>
            <Cell label={t("target.why")}>{one.why ?? f.none}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
