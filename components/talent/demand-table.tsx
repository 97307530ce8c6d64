/** Posts that are wanted, with how many of their places are filled; cards on a phone. */
import { getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { DemandRow } from "#lib/domains/talent/queries/list-demands.ts";

type Props = { rows: readonly DemandRow[]; day: string };

export async function DemandTable({ rows, day }: Props) {
  const t = await getTranslations("talent");
  return (
    <Table caption={t("demands.title")} stacked>
      <Head>
        <Column>{t("field.post")}</Column>
        <Column>{t("field.employer")}</Column>
        <Column>{t("field.place")}</Column>
        <Column>{t("field.kind")}</Column>
        <Column numeric>{t("field.wanted")}</Column>
        <Column numeric>{t("field.filled")}</Column>
        <Column>{t("field.state")}</Column>
        <Column width="date">{t("field.listedOn")}</Column>
        <Column width="date">{t("field.closedOn")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={`/talent/demands/${row.id}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {row.post}
              </Link>
            </Cell>
            <Cell label={t("field.employer")}>{row.unitName}</Cell>
            <Cell label={t("field.place")} hideStacked>
              {row.place}
            </Cell>
            <Cell label={t("field.kind")} nowrap hideStacked>
              {t(`kind.${row.kind}`)}
            </Cell>
            <Cell label={t("field.wanted")} numeric>
              {row.wanted}
            </Cell>
            <Cell label={t("field.filled")} numeric>
              {row.filled}
            </Cell>
            <Cell label={t("field.state")} nowrap>
              <DemandMark {...row} day={day} />
            </Cell>
            <Cell label={t("field.listedOn")} nowrap hideStacked>
              {row.fromOn}
            </Cell>
            <Cell label={t("field.closedOn")} nowrap hideStacked>
              {row.toOn ?? <EmptyMark why="notDue" />}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

type Mark = Pick<DemandRow, "wanted" | "filled" | "toOn"> & { day: string };

export async function DemandMark({ wanted, filled, toOn, day }: Mark) {
  const t = await getTranslations("talent");
  if (toOn !== null && toOn <= day) return <Light state="off" word={t("demands.closed")} />;
  if (filled >= wanted) return <Light state="ok" word={t("demands.full")} />;
  return <Light state="watch" word={t("demands.short", { n: wanted - filled })} />;
}
