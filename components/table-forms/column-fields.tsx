/** Each column of a form with the list of what can stand in it, under the sheet from which it comes. */

import { getLocale, getTranslations } from "next-intl/server";
import { FieldChoiceSelect } from "#components/table-forms/field-choice-select.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { columnLetters } from "#lib/base/column-letters.ts";
import type { FieldChoice } from "#lib/domains/table-forms/queries/forms.ts";
import { BY_HAND, type FormColumn } from "#lib/domains/table-forms/table-form.ts";

type Props = { columns: FormColumn[]; fields: FieldChoice[] };

export async function ColumnFields({ columns, fields }: Props) {
  const t = await getTranslations("tables");
  const locale = await getLocale();
  const options = [
    { value: BY_HAND, label: t("columns.byHand") },
    ...fields.map(({ id, label, from }) => ({
      ...{ value: id, label: label[locale] },
      group: t(`group.${(from ?? "own") as "own"}`),
    })),
  ];
  return (
    <Table caption={t("columns.title")} stacked copies={false}>
      <Head>
        <Column>{t("columns.theirs")}</Column>
        <Column width="wide">{t("columns.ours")}</Column>
      </Head>
      <Body>
        {columns.map((column) => (
          <Row key={column.index}>
            <Cell head>
              <span className="tabular text-ink-2">{columnLetters(column.index)}</span> {column.label}
            </Cell>
            <Cell label={t("columns.ours")}>
              {column.refused ? (
                <Badge tone="watch">{t(`columns.refusal.${column.refused}`)}</Badge>
              ) : (
                <FieldChoiceSelect
                  name={`column.${column.index}`}
                  label={`${columnLetters(column.index)} ${column.label}`}
                  chosen={column.field ?? ""}
                  empty={t("columns.nothing")}
                  options={options}
                />
              )}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
