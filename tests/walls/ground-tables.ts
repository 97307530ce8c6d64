// A form of another department in each place, with two columns.
import type { TestDatabase } from "#tests/support/database.ts";

export type TableTarget = { tableForm: string };
export const tableIds = (id: (name: string) => string): TableTarget => ({ tableForm: id("tableForm") });

export async function plantTable(
  look: TestDatabase["look"],
  { tableForm, node }: TableTarget & { node: number },
): Promise<void> {
  await look(
    `insert into table_form (id, division_id, name, subject, columns, empty, account_id, account_name) values ($1, $2, '脱贫户名单', 'household', $3, $4, 0, '')`,
    [tableForm, node, JSON.stringify(COLUMNS), JSON.stringify(EMPTY)],
  );
}

export const COLUMNS = [
  { index: 0, label: "序号", field: "serial", refused: null },
  { index: 1, label: "户主姓名", field: "headName", refused: null },
];
export const EMPTY = {
  look: { styles: null, theme: null, widths: [], landscape: true, paper: 9 },
  head: { rows: [], merges: [] },
  foot: { rows: [], merges: [] },
  data: { styles: [0, 0], height: null },
  headerRow: 1,
};
