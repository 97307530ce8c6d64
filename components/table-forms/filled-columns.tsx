/** How much of each column is filled, with the field that fills it. */

import { getLocale, getTranslations } from "next-intl/server";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { columnLetters } from "#lib/base/column-letters.ts";
import type { FormFilled } from "#lib/domains/table-forms/queries/fill.ts";
import type { FieldChoice } from "#lib/domains/table-forms/queries/forms.ts";
import { BY_HAND, type FormColumn, percentOf } from "#lib/domains/table-forms/table-form.ts";

type Props = { columns: FormColumn[]; fields: FieldChoice[]; told: FormFilled };

export async function FilledColumns({ columns, fields, told }: Props) {
  const t = await getTranslations("tables");
  const locale = await getLocale();
  const named = new Map(fields.map(({ id, label }) => [id, label[locale]]));
  const by = new Map(told.by.map(({ index, filled }) => [index, filled]));
  const words = ({ field, refused }: FormColumn) => {
    if (refused) return t(`columns.refusal.${refused}`);
    if (field === BY_HAND) return t("columns.byHand");
    return field === null ? t("columns.nothing") : (named.get(field) ?? field);
  };
  return (
    <Table caption={t("fill.card")} stacked>
      <Head>
        <Column>{t("fill.column")}</Column>
        <Column>{t("fill.field")}</Column>
        <Column numeric>{t("fill.filled")}</Column>
        <Column numeric>{t("fill.share")}</Column>
      </Head>
      <Body>
        {columns.map((column) => {
          const filled = by.get(column.index) ?? null;
          const share = filled === null ? null : percentOf({ cells: told.rows, filled });
          return (
            <Row key={column.index}>
              <Cell head>
                <span className="tabular text-ink-2">{columnLetters(column.index)}</span> {column.label}
              </Cell>
              <Cell label={t("fill.field")}>{words(column)}</Cell>
              <Cell label={t("fill.filled")} numeric>
                {filled === null ? <EmptyMark why="notApplicable" /> : `${filled} / ${told.rows}`}
              </Cell>
              <Cell label={t("fill.share")} numeric>
                {share === null ? <EmptyMark why="notApplicable" /> : `${share}%`}
              </Cell>
            </Row>
          );
        })}
      </Body>
    </Table>
  );
}
