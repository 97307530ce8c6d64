/** The ledger of needs on paper: who asked for what, who sees to it by when, what came of it, and what the family says. */
import { getTranslations } from "next-intl/server";
import { categoryNames } from "#components/measures/names.ts";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { NeedRow } from "#lib/domains/needs/queries/list-needs.ts";

type Props = { rows: readonly NeedRow[]; categories: readonly Entry[] };

export async function LedgerSheet({ rows, categories }: Props) {
  const t = await getTranslations("needs");
  const { name } = await categoryNames(categories);
  // On a narrow screen it is as wide as on paper and scrolls in its own box.
  return (
    <div className="min-w-0 handset:[&_table]:min-w-[64rem]">
      <Table caption={t("ledger.title")}>
        <Head>
          <Column>{t("ledger.number")}</Column>
          <Column>{t("raisedOn")}</Column>
          <Column>{t("about")}</Column>
          <Column>{t("category")}</Column>
          <Column>{t("words")}</Column>
          <Column>{t("ledger.handler")}</Column>
          <Column>{t("due")}</Column>
          <Column>{t("result")}</Column>
          <Column>{t("ledger.doneOn")}</Column>
          <Column>{t("ledger.verdict")}</Column>
        </Head>
        <Body>
          {rows.map((row, nth) => (
            <Row key={row.id}>
              <Cell head>{nth + 1}</Cell>
              <Cell nowrap>{row.raisedOn}</Cell>
              <Cell>
                {row.householdId ? t("of", { name: row.about }) : t("ofVillage", { name: row.about })}
                {row.householdId ? <span className="block text-note">{row.place}</span> : null}
              </Cell>
              <Cell>
                {name(row.category)}
                {row.urgency === "URGENT" ? <span className="block">{t("urgency.URGENT")}</span> : null}
              </Cell>
              <Cell>{row.words}</Cell>
              <Cell>
                {[row.handlerUnit, row.handlerName].filter(Boolean).join(" ") || t(`level.${row.level}`)}
              </Cell>
              <Cell nowrap>{row.dueOn}</Cell>
              <Cell>{row.result ?? t(`state.${row.status}`)}</Cell>
              <Cell nowrap>{row.doneOn}</Cell>
              <Cell nowrap>{row.verdict ? t(`verdict.${row.verdict}`) : null}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </div>
  );
}
