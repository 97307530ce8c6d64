/** Plans of pairings, the latest first: how many of their households have a helper, and what became of them. */
import { getLocale, getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import type { PlanRow } from "#lib/domains/pairings/queries/plans.ts";

export const PLAN_LIGHTS = { DRAFT: "watch", DONE: "ok", DROPPED: "off", TAKEN_BACK: "off" } as const;

export async function PlanList({ rows }: { rows: PlanRow[] }) {
  const t = await getTranslations("pairings");
  const locale = await getLocale();
  return (
    <Table caption={t("plan.recent")} stacked>
      <Head>
        <Column>{t("plan.column.plan")}</Column>
        <Column>{t("column.state")}</Column>
        <Column numeric>{t("plan.column.placed")}</Column>
        <Column>{t("plan.column.by")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={`/pairings/plan/${row.id}`}
                className="inline-flex min-h-touch items-center font-semibold desk:min-h-6"
              >
                {row.place} · {codeName(PAIRING_KINDS, row.kind, locale)}
              </Link>
            </Cell>
            <Cell label={t("column.state")}>
              <Light state={PLAN_LIGHTS[row.state]} word={t(`plan.state.${row.state}`)} />
            </Cell>
            <Cell label={t("plan.column.placed")} numeric>
              {t("plan.placedOf", { placed: row.placed, lines: row.lines })}
            </Cell>
            <Cell label={t("plan.column.by")}>{t("plan.made", { by: row.by, day: row.madeOn })}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
