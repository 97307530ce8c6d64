/** The cases of a desk; on a phone each is a card. */
import { getTranslations } from "next-intl/server";
import { CaseState } from "#components/services/case-state.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { CaseRow } from "#lib/domains/services/queries/desk.ts";

type Props = { caption: string; rows: readonly CaseRow[]; today: string };

export async function CaseTable({ caption, rows, today }: Props) {
  const t = await getTranslations("services");
  return (
    <Table caption={caption} stacked>
      <Head>
        <Column>{t("list.item")}</Column>
        <Column>{t("slip.number")}</Column>
        <Column>{t("list.applicant")}</Column>
        <Column>{t("list.state")}</Column>
        <Column>{t("list.progress")}</Column>
        <Column numeric>{t("list.came")}</Column>
        <Column>{t("list.window")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={`/service-desk/cases/${row.id}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {row.itemName}
              </Link>
            </Cell>
            <Cell label={t("slip.number")} nowrap>
              <span className="font-num">{row.number}</span>
            </Cell>
            <Cell label={t("list.applicant")} nowrap>
              {row.applicant}
            </Cell>
            <Cell label={t("list.state")}>
              <CaseState one={row} today={today} />
            </Cell>
            <Cell label={t("list.progress")}>
              {t("list.parts", { done: row.done, parts: row.parts })}
              {row.missing > 0 && row.closedOn === null ? ` · ${t("list.missing", { n: row.missing })}` : ""}
              {row.rating ? ` · ${t(`rating.${row.rating}`)}` : ""}
            </Cell>
            <Cell label={t("list.came")} numeric>
              {row.timesCame}
            </Cell>
            <Cell label={t("list.window")}>{row.window}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
