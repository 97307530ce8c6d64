/** What is handled at a window, as it hangs beside it: item, limit, departments, papers. */
import { getTranslations } from "next-intl/server";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { ItemChoice } from "#lib/domains/services/queries/form.ts";

export async function Offered({ items }: { items: readonly ItemChoice[] }) {
  const t = await getTranslations("services");
  return (
    <Table caption={t("items.title")} stacked copies={false}>
      <Head>
        <Column>{t("items.name")}</Column>
        <Column>{t("items.limit")}</Column>
        <Column>{t("items.papers")}</Column>
      </Head>
      <Body>
        {items.map((item) => (
          <Row key={item.id}>
            <Cell head>{item.name}</Cell>
            <Cell label={t("items.limit")} nowrap>
              {t("items.days", { days: item.limitDays })}
            </Cell>
            <Cell label={t("items.papers")}>
              {item.papers.length === 0 ? t("items.noPapers") : item.papers.join("、")}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
