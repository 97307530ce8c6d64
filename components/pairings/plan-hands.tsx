/** The helpers of a plan: what each had, what the plan gives him, his limit; somebody who is not to help after all is taken out here. */
import { getLocale, getTranslations } from "next-intl/server";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { codeName, RANKS } from "#lib/domains/households/codes.ts";
import type { PlanMade } from "#lib/domains/pairings/plan.ts";
import type { Plan, PlanHelperRow } from "#lib/domains/pairings/queries/plans.ts";

type Props = { plan: Plan; rows: PlanHelperRow[]; replan: FormAction<PlanMade> };

export async function PlanHands({ plan, rows, replan }: Props) {
  const t = await getTranslations("pairings");
  const locale = await getLocale();
  return (
    <Table caption={t("plan.helpers")} stacked>
      <Head>
        <Column>{t("column.helper")}</Column>
        <Column>{t("column.unit")}</Column>
        <Column>{t("column.rank")}</Column>
        <Column numeric>{t("plan.column.had")}</Column>
        <Column numeric>{t("plan.column.given")}</Column>
        <Column numeric>{t("plan.column.cap")}</Column>
        <Column>{t("column.state")}</Column>
        <Column width="narrow">
          <span className="sr-only">{t("plan.without")}</span>
        </Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head nowrap>
              <strong>{row.name}</strong>
            </Cell>
            <Cell label={t("column.unit")}>{row.unit ?? <EmptyMark />}</Cell>
            <Cell label={t("column.rank")}>{codeName(RANKS, row.rank, locale) ?? t("plan.noRank")}</Cell>
            <Cell label={t("plan.column.had")} numeric>
              {row.load}
            </Cell>
            <Cell label={t("plan.column.given")} numeric>
              <Link
                href={`/pairings/plan/${plan.id}?f.helper=${row.id}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {row.given}
              </Link>
            </Cell>
            <Cell label={t("plan.column.cap")} numeric>
              {row.cap}
            </Cell>
            <Cell label={t("column.state")}>
              {row.load + row.given > row.cap ? (
                <Light state="watch" word={t("plan.over")} />
              ) : row.given === 0 ? (
                <span className="text-ink-2">{t("plan.unused")}</span>
              ) : null}
            </Cell>
            <Cell>
              {plan.state === "DRAFT" ? (
                <Form action={replan} buttonOnly id={`without-${row.id}`}>
                  <input type="hidden" name="id" value={plan.id} />
                  <input type="hidden" name="version" value={plan.version} />
                  <input type="hidden" name="without" value={row.id} />
                  <SubmitButton kind="quiet" size="small">
                    {t("plan.without")}
                    <span className="sr-only"> {row.name}</span>
                  </SubmitButton>
                </Form>
              ) : null}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
