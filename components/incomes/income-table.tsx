/** The income of a household in one year, source by source, with last year's beside it, its sum, and the lines of the place. */
import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, EmptyMark, Foot, Head, Row, Table } from "#components/ui/table.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { CATEGORIES, netOf, perHeadOf, sumOf } from "#lib/domains/incomes/income.ts";
import type { HouseholdIncome } from "#lib/domains/incomes/queries/household-income.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { LineNote } from "./line-note.tsx";
import { sourceNames } from "./source-names.ts";

type Props = { income: HouseholdIncome; mayEdit: boolean; linesHref: string | null };

export async function IncomeTable({ income, mayEdit, linesHref }: Props) {
  const t = await getTranslations("incomes");
  const f = await getFormats();
  const own = `/households/${income.id}`;
  const { year, now, last } = income;
  const net = netOf(now);
  const perHead = net === null ? income.perHeadFen : perHeadOf(net, income.memberCount);
  return (
    <>
      {income.years.length > 1 ? (
        <Tabs
          label={t("years")}
          items={income.years.map((one) => ({
            href: `${own}?tab=income&y=${one}`,
            label: t("year", { year: String(one) }),
            current: one === year,
          }))}
        />
      ) : null}
      <div className="grid gap-4">
        <Card title={t("perHead")} note={t("year", { year: String(year) })}>
          <p className="font-semibold text-h1 tabular">{f.yuan(perHead)}</p>
          <p className="mb-2 text-ink-2">
            {net === null
              ? t(perHead === null ? "noneYet" : "reported")
              : t("shared", { net: f.yuan(net), count: income.memberCount })}
          </p>
          <LineNote perHead={perHead} income={income} linesHref={linesHref} />
        </Card>
        <Card
          title={t("sources")}
          flush
          action={
            mayEdit && year === income.openYear ? (
              <LinkButton size="small" href={`${own}/income`}>
                {t("open")}
              </LinkButton>
            ) : null
          }
        >
          {now.length === 0 && last.length === 0 ? (
            <EmptyState kind="never" title={t("noSources", { year: String(year) })} />
          ) : (
            <SourceRows income={income} />
          )}
        </Card>
      </div>
    </>
  );
}

async function SourceRows({ income }: Pick<Props, "income">) {
  const t = await getTranslations("incomes");
  const f = await getFormats();
  const name = await sourceNames();
  const { id, year, now, last, sources } = income;
  const fenOf = (rows: typeof now, code: string) => rows.find((row) => row.code === code)?.fen ?? null;
  const said = (fen: bigint | null) => (fen === null ? <EmptyMark /> : f.yuan(fen));
  return (
    <Table caption={t("sources")} stacked>
      <Head>
        <Column>{t("column.source")}</Column>
        <Column numeric>{t("year", { year: String(year) })}</Column>
        <Column numeric>{t("year", { year: String(year - 1) })}</Column>
        <Column>{t("column.who")}</Column>
      </Head>
      <Body>
        {CATEGORIES.flatMap((category) => {
          const own = sources.filter(
            ({ code, category: of }) =>
              of === category && (fenOf(now, code) !== null || fenOf(last, code) !== null),
          );
          // The sum of one source is that source.
          const sum =
            own.length < 2
              ? []
              : [
                  <Row key={category}>
                    <Cell head>
                      <strong>{t(`category.${category}`)}</strong>
                    </Cell>
                    <Cell numeric label={t("year", { year: String(year) })}>
                      <strong>{said(sumOf(now, category))}</strong>
                    </Cell>
                    <Cell numeric label={t("year", { year: String(year - 1) })}>
                      {said(sumOf(last, category))}
                    </Cell>
                    <Cell hideStacked>{null}</Cell>
                  </Row>,
                ];
          return [
            ...sum,
            ...own.map((source) => (
              <Row key={source.code}>
                <Cell head>
                  {own.length < 2 ? (
                    <strong>{name(source)}</strong>
                  ) : (
                    <span className="pl-4">{name(source)}</span>
                  )}
                </Cell>
                <Cell numeric label={t("year", { year: String(year) })}>
                  {said(fenOf(now, source.code))}
                </Cell>
                <Cell numeric label={t("year", { year: String(year - 1) })}>
                  <span className="text-ink-3">{said(fenOf(last, source.code))}</span>
                </Cell>
                <Cell>
                  <WhoChanged kind="household" id={id} field={`income.${source.code}`} />
                </Cell>
              </Row>
            )),
          ];
        })}
      </Body>
      <Foot>
        <Cell head>{t("net")}</Cell>
        <Cell numeric label={t("year", { year: String(year) })}>
          {said(netOf(now))}
        </Cell>
        <Cell numeric label={t("year", { year: String(year - 1) })}>
          {said(netOf(last))}
        </Cell>
        <Cell hideStacked>{null}</Cell>
      </Foot>
    </Table>
  );
}
