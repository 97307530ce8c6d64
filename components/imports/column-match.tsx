/** Which column of the file is which of ours: proposed by name, with samples, and a list to choose another. */

import { getLocale, getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { columnLetters } from "#lib/base/column-letters.ts";
import type { Preview } from "#lib/domains/imports/import.ts";
import type { Sheet } from "#lib/domains/imports/sheet.ts";

type Props = { sheet: Sheet; columns: Preview["columns"]; mapping: Record<string, number> };

export async function ColumnMatch({ sheet, columns, mapping }: Props) {
  const t = await getTranslations("imports");
  const locale = await getLocale();
  const keyOf = new Map(Object.entries(mapping).map(([key, index]) => [index, key]));
  const labelOf = (column: Sheet["columns"][number]) => {
    const label = column.label[locale];
    if (column.ignored) return t("columns.kept", { label });
    return column.required ? t("columns.must", { label }) : label;
  };
  return (
    <Table caption={t("columns.title")} stacked copies={false}>
      <Head>
        <Column>{t("columns.theirs")}</Column>
        <Column>{t("columns.samples")}</Column>
        <Column>{t("columns.ours")}</Column>
      </Head>
      <Body>
        {columns.map((column) => (
          <Row key={column.index}>
            <Cell head>
              <span className="tabular text-ink-2">{columnLetters(column.index)}</span> {column.label}
            </Cell>
            <Cell label={t("columns.samples")}>{column.samples.filter(Boolean).join(" · ")}</Cell>
            <Cell label={t("columns.ours")}>
              {column.refused ? (
                <Badge tone="watch">{t(`columns.refusal.${column.refused}` as "columns.refusal.bank")}</Badge>
              ) : (
                <>
                  <select
                    name={`column.${column.index}`}
                    aria-label={`${columnLetters(column.index)} ${column.label}`}
                    defaultValue={keyOf.get(column.index) ?? ""}
                    className={inputClass}
                  >
                    <option value="">{t("columns.skip")}</option>
                    {sheet.columns.map((ours) => (
                      <option key={ours.key} value={ours.key}>
                        {labelOf(ours)}
                      </option>
                    ))}
                  </select>
                  {column.remembered ? (
                    <span className="mt-1 block text-ink-2 text-note">{t("columns.remembered")}</span>
                  ) : null}
                </>
              )}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
