/** Two years of a household side by side: what differs first, the rest folded away. */
import { getLocale, getTranslations } from "next-intl/server";
import { sourceNames } from "#components/incomes/source-names.ts";
import { AskForm } from "#components/ui/ask-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { sayFact } from "#lib/base/fact-field.ts";
import { readFen } from "#lib/base/money.ts";
import { codeName, HOUSEHOLD_STATUSES } from "#lib/domains/households/codes.ts";
import { HOUSEHOLD_FACTS } from "#lib/domains/households/fact-columns.ts";
import type { HouseholdFacts } from "#lib/domains/households/queries/household-facts.ts";
import type { HouseholdYearRow } from "#lib/domains/households/queries/household-parts.ts";
import type { HouseholdIncome } from "#lib/domains/incomes/queries/household-income.ts";
import { getFormats } from "#lib/i18n/format.ts";

export type YearSide = { facts: HouseholdFacts; income: HouseholdIncome; row: HouseholdYearRow | null };
type Line = { label: string; values: [string | null, string | null] };

export async function YearCompare({ sides }: { sides: [YearSide, YearSide] }) {
  const t = await getTranslations("households");
  const lines = await linesOf(sides);
  const [before, after] = sides;
  const differ = lines.filter(({ values: [a, b] }) => a !== b && a !== null && b !== null);
  const once = lines.filter(({ values: [a, b] }) => (a === null) !== (b === null));
  const same = lines.filter(({ values: [a, b] }) => a === b && a !== null);
  const years = before.facts.years.map((year) => ({ value: String(year), label: String(year) }));
  const heads = [before.facts.year, after.facts.year];
  return (
    <Card title={t("compare.title")} note={t("compare.note", { count: differ.length })}>
      <AskForm
        path={`/households/${before.facts.id}`}
        problem={null}
        className="mb-3 flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="tab" value="years" />
        <Field name="a" label={t("compare.from")}>
          <Select options={years} defaultValue={String(before.facts.year)} width="short" />
        </Field>
        <Field name="b" label={t("compare.to")}>
          <Select options={years} defaultValue={String(after.facts.year)} width="short" />
        </Field>
        <Button type="submit">{t("compare.go")}</Button>
      </AskForm>
      {differ.length === 0 ? (
        <p className="mb-2 text-ink-2">{t("compare.none")}</p>
      ) : (
        <Lines caption={t("compare.differ")} heads={heads} lines={differ} />
      )}
      {once.length > 0 ? (
        <Disclosure label={t("compare.once", { count: once.length })}>
          <Lines caption={t("compare.once", { count: once.length })} heads={heads} lines={once} />
        </Disclosure>
      ) : null}
      {same.length > 0 ? (
        <Disclosure label={t("compare.same", { count: same.length })}>
          <Lines caption={t("compare.same", { count: same.length })} heads={heads} lines={same} />
        </Disclosure>
      ) : null}
    </Card>
  );
}

async function Lines({ caption, heads, lines }: { caption: string; heads: number[]; lines: Line[] }) {
  const t = await getTranslations("households");
  return (
    <Table caption={caption} stacked>
      <Head>
        <Column>{t("year.fact")}</Column>
        {heads.map((year, at) => (
          <Column key={at === 0 ? "before" : "after"}>{year}</Column>
        ))}
      </Head>
      <Body>
        {lines.map(({ label, values }) => (
          <Row key={label}>
            <Cell head>{label}</Cell>
            <Cell label={String(heads[0])}>{values[0] ?? <EmptyMark />}</Cell>
            <Cell label={String(heads[1])}>{values[1] ?? <EmptyMark />}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

/** What has a year of its own; where the family was moved to, and its group, have none. */
async function linesOf([before, after]: [YearSide, YearSide]): Promise<Line[]> {
  const t = await getTranslations("households");
  const facts = await getTranslations("facts");
  const f = await getFormats();
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const answers = { yes: facts("answer.yes"), no: facts("answer.no") };
  const name = await sourceNames();
  const both = (label: string, of: (side: YearSide) => string | null): Line => ({
    label,
    values: [of(before), of(after)],
  });
  return [
    both(t("year.head"), ({ row }) => row?.headName ?? null),
    both(t("column.status"), ({ row }) => row && codeName(HOUSEHOLD_STATUSES, row.status, locale)),
    both(t("column.members"), ({ row }) => row && f.number(row.memberCount)),
    ...HOUSEHOLD_FACTS.filter(
      ({ table, kind }) => table !== "relocation" && table !== "household" && kind !== "phone",
    ).map((fact) =>
      both(fact[locale], ({ facts: { texts } }) => {
        const text = texts[fact.key] ?? "";
        const fen = fact.kind === "money" ? readFen(text) : null;
        return fen === null ? sayFact(fact, text, locale, answers) : f.yuan(fen);
      }),
    ),
    ...before.income.sources.map((source) =>
      both(name(source), ({ income }) => {
        const fen = income.now.find(({ code }) => code === source.code)?.fen;
        return fen === undefined ? null : f.yuan(fen);
      }),
    ),
  ];
}
