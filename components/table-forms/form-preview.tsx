/** The first rows as the file will hold them. */

import { getTranslations } from "next-intl/server";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormFilled } from "#lib/domains/table-forms/queries/fill.ts";
import type { FormColumn } from "#lib/domains/table-forms/table-form.ts";

type Props = { columns: FormColumn[]; rows: FormFilled["preview"] };

export async function FormPreview({ columns, rows }: Props) {
  const t = await getTranslations("tables");
  return (
    // The heads are the department's words, in whichever language one reads.
    <div className="min-w-0" data-names>
      <Table caption={t("fill.previewTitle")} scrolls>
        <Head>
          {columns.map(({ index, label }) => (
            <Column key={index}>
              <span className="inline-block min-w-16">{label}</span>
            </Column>
          ))}
        </Head>
        <Body>
          {rows.map(({ nth, cells }) => (
            <Row key={nth}>
              {columns.map(({ index }) => (
                <Cell key={index} nowrap>
                  {cells[index] ?? ""}
                </Cell>
              ))}
            </Row>
          ))}
        </Body>
      </Table>
    </div>
  );
}
