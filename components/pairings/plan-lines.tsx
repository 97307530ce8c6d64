/** The households of a plan with who is proposed for each, how near, and the reason where there is nobody. */
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { withParams } from "#lib/base/url-state.ts";
import type { PlanLineRow } from "#lib/domains/pairings/queries/plans.ts";

type Props = { id: string; rows: PlanLineRow[]; params: URLSearchParams; open: boolean };

const NEAR: Record<string, "village" | "township" | "county" | "beyond"> = {
  GROUP: "village",
  VILLAGE: "village",
  TOWNSHIP: "township",
  COUNTY: "county",
  PREFECTURE: "beyond",
};
const linkClass = "inline-flex min-h-touch items-center font-semibold desk:min-h-6";

export async function PlanLines({ id, rows, params, open }: Props) {
  const t = await getTranslations("pairings");
  const here = `/pairings/plan/${id}`;
  return (
    <Table caption={t("plan.lines")} stacked>
      <Head>
        <Column>{t("column.household")}</Column>
        <Column>{t("column.place")}</Column>
        <Column>{t("column.helper")}</Column>
        <Column>{t("column.unit")}</Column>
        <Column numeric>{t("plan.column.load")}</Column>
        <Column>{t("plan.column.meets")}</Column>
        <Column width="narrow">
          <span className="sr-only">{t("plan.change")}</span>
        </Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.household}>
            <Cell head nowrap>
              <Link href={`/households/${row.household}?tab=pairings`} className={linkClass}>
                {row.headName}
              </Link>
            </Cell>
            <Cell label={t("column.place")}>{[row.place, row.groupName].filter(Boolean).join(" ")}</Cell>
            <Cell label={t("column.helper")} nowrap>
              {row.helper && row.helperId ? (
                <Link href={`${here}?f.helper=${row.helperId}`} className={linkClass}>
                  {row.helper}
                </Link>
              ) : (
                <Light state="behind" word={row.why ? t(`plan.why.${row.why}`) : t("plan.left")} />
              )}
            </Cell>
            <Cell label={t("column.unit")}>{row.unit ?? <EmptyMark />}</Cell>
            <Cell label={t("plan.column.load")} numeric>
              {row.load === null || row.cap === null ? (
                <EmptyMark />
              ) : row.load > row.cap ? (
                <Light state="watch" word={`${row.load}/${row.cap}`} />
              ) : (
                `${row.load}/${row.cap}`
              )}
            </Cell>
            <Cell label={t("plan.column.meets")}>
              {row.byHand ? (
                t("plan.byHand")
              ) : row.meets ? (
                t(`plan.meets.${NEAR[row.meets] ?? "beyond"}`)
              ) : (
                <EmptyMark />
              )}
            </Cell>
            <Cell>
              {open ? (
                <LinkButton
                  kind="quiet"
                  size="small"
                  href={withParams(here, params, { change: row.household }, true)}
                >
                  {t("plan.change")}
                </LinkButton>
              ) : row.pairingId ? (
                <LinkButton kind="quiet" size="small" href={`/pairings/${row.pairingId}`}>
                  {t("plan.opened")}
                </LinkButton>
              ) : null}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
