/** The years of a household side by side: what an inspector compares. */
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import {
  codeName,
  HOUSEHOLD_ATTRIBUTES,
  HOUSEHOLD_STATUSES,
  HOUSING_GRADES,
  POVERTY_CAUSES,
} from "#lib/domains/households/codes.ts";
import type { HouseholdYearRow } from "#lib/domains/households/queries/household-parts.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function YearTable({ years }: { years: HouseholdYearRow[] }) {
  const t = await getTranslations("households");
  const locale = await getLocale();
  const f = await getFormats();
  const yesNo = (value: boolean | null) => (value === null ? null : t(value ? "answer.yes" : "answer.no"));
  const lines: { label: string; of: (year: HouseholdYearRow) => ReactNode; numeric?: boolean }[] = [
    { label: t("year.head"), of: (year) => year.headName },
    { label: t("column.status"), of: (year) => codeName(HOUSEHOLD_STATUSES, year.status, locale) },
    { label: t("column.attribute"), of: (year) => codeName(HOUSEHOLD_ATTRIBUTES, year.attribute, locale) },
    { label: t("column.cause"), of: (year) => codeName(POVERTY_CAUSES, year.mainCause, locale) },
    { label: t("column.members"), of: (year) => f.number(year.memberCount) },
    {
      label: t("field.income"),
      of: (year) => (year.incomePerHeadFen === null ? null : f.yuan(year.incomePerHeadFen)),
    },
    { label: t("field.housingGrade"), of: (year) => codeName(HOUSING_GRADES, year.housingGrade, locale) },
    { label: t("field.waterSafe"), of: (year) => yesNo(year.waterSafe) },
    { label: t("field.relocated"), of: (year) => yesNo(year.relocated) },
  ];
  if (years.length === 0) return <EmptyState kind="never" title={t("noYears")} />;
  return (
    <Card title={t("tabs.years")} flush>
      <Table caption={t("tabs.years")} scrolls>
        <Head>
          <Column pin>{t("year.fact")}</Column>
          {years.map((year) => (
            <Column key={year.year}>{year.year}</Column>
          ))}
        </Head>
        <Body>
          {lines.map((line) => (
            <Row key={line.label}>
              <Cell head pin nowrap>
                {line.label}
              </Cell>
              {years.map((year) => (
                <Cell key={year.year} nowrap>
                  {line.of(year) ?? <EmptyMark />}
                </Cell>
              ))}
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}
