/** listViews.chooseColumns: which columns of a list one wants to see, from now on and on every machine. */
import { command } from "#lib/platform/command.ts";
import { invalid } from "#lib/platform/problem.ts";
import { ChooseColumns } from "../input.ts";
import { viewQuery } from "../list-view.ts";

export const chooseColumns = command({
  name: "listViews.chooseColumns",
  tells: "listView.columnsChosen",
  input: ChooseColumns,
  subject: async ({ viewer }) => ({ accountId: viewer.accountId }),
  may: () => true,
  run: async ({ tx }, { list, columns, query }, { accountId }) => {
    if (columns.length === 0) throw invalid({ columns: [{ key: "choose" }] });
    await tx.listColumns.upsert({
      where: { accountId_list: { accountId, list } },
      create: { accountId, list, columns },
      update: { columns },
    });
    return { list, query: viewQuery(new URLSearchParams(query)) };
  },
  fact: ({ list }, _input, { accountId }) => ({ subject: `account:${accountId}`, division: null, list }),
});
