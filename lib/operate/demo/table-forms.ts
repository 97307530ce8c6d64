// Forms that departments sent to the county and the prefecture: matched once, used every month; one is new and nobody has looked it over.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { emptyForm, propose } from "#lib/domains/table-forms/propose.ts";
import { plainBlank } from "#lib/platform/sheets/blank.ts";
import type { Row } from "#lib/platform/sheets/cell.ts";
import { FORMS } from "./table-forms.data.ts";
import { writtenAt } from "./written.ts";

export async function addTableForms(client: pg.ClientBase, today: string): Promise<void> {
  for (const form of FORMS) {
    const rows = [[form.name], ["填报单位："], form.headings.split(" "), ["合计"]].map(
      (cells, at): Row => ({
        ...{ rowNo: at + 1, hidden: false },
        cells: cells.map((text) => ({ kind: "text", text })),
      }),
    );
    const said = { headerRow: 3, depth: 1 };
    const found = propose({ rows, merges: [], said })!;
    const empty = emptyForm(plainBlank(rows), found.recognized, found.columns.length);
    const day = addDays(today, -form.ago);
    await client.query(
      `insert into table_form (division_id, name, department, subject, columns, empty, checked_at, account_id, account_name, created_at, changed_at)
       select a.division_id, $1, $2, $3, $4, $5, case when $6 then $7::timestamptz end, a.id, a.name, $7, $7 from account a where a.name = $8 limit 1`,
      [
        ...[form.name, form.askedBy, found.subject, JSON.stringify(found.columns), JSON.stringify(empty)],
        ...[form.checked, writtenAt(day, 10, 5), form.by],
      ],
    );
  }
}
