/** What the list below adds up to, by category: each line narrows the list to its own rows. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Foot, Head, Row, Table } from "#components/ui/table.tsx";
import { withParams } from "#lib/base/url-state.ts";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { MeasureSum } from "#lib/domains/measures/queries/list-measures.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { categoryNames } from "./names.ts";

type Props = {
  sums: readonly MeasureSum[];
  categories: readonly Entry[];
  path: string;
  params: URLSearchParams;
};

export async function CategorySums({ sums, categories, path, params }: Props) {
  const t = await getTranslations("measures");
  const f = await getFormats();
  const { name } = await categoryNames(categories);
  const ordered = categories.flatMap(({ code }) => sums.filter(({ category }) => category === code));
  const all = (of: (sum: MeasureSum) => bigint | null) => {
    const known = sums.map(of).filter((fen) => fen !== null);
    return known.length === 0 ? null : known.reduce((total, fen) => total + fen, 0n);
  };
  return (
    <Table caption={t("sums")} stacked>
      <Head>
        <Column>{t("field.category")}</Column>
        <Column numeric>{t("count")}</Column>
        <Column numeric>{t("households")}</Column>
        <Column numeric>{t("field.amount")}</Column>
        <Column numeric>{t("field.gain")}</Column>
      </Head>
      <Body>
        {ordered.map((sum) => (
          <Row key={sum.category}>
            <Cell head>
              <Link
                href={withParams(path, params, { "f.category": sum.category })}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {name(sum.category)}
              </Link>
            </Cell>
            <Cell label={t("count")} numeric>
              {f.number(sum.measures)}
            </Cell>
            <Cell label={t("households")} numeric>
              {f.number(sum.households)}
            </Cell>
            <Cell label={t("field.amount")} numeric>
              {f.yuan(sum.amountFen)}
            </Cell>
            <Cell label={t("field.gain")} numeric>
              {f.yuan(sum.gainFen)}
            </Cell>
          </Row>
        ))}
      </Body>
      <Foot>
        <Cell head>{t("total")}</Cell>
        <Cell label={t("count")} numeric>
          {f.number(sums.reduce((total, { measures }) => total + measures, 0))}
        </Cell>
        <Cell numeric hideStacked>
          {null}
        </Cell>
        <Cell label={t("field.amount")} numeric>
          {f.yuan(all(({ amountFen }) => amountFen))}
        </Cell>
        <Cell label={t("field.gain")} numeric>
          {f.yuan(all(({ gainFen }) => gainFen))}
        </Cell>
      </Foot>
    </Table>
  );
}
