/** Says which of several people of the same name is meant in a row; its other problems stay as they are. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import type { ImportRef } from "../import.ts";
import { PickHelper } from "../input.ts";
import { importFact, ownImport } from "../inside/own-import.ts";
import { mayGoOn } from "../policy.ts";

type Told = { key: string; level: string };

export const pickHelper = command({
  name: "imports.pickHelper",
  tells: "import.helperPicked",
  input: PickHelper,
  subject: (work, { id }) => ownImport(work, id),
  may: mayGoOn,
  run: async (work, { rowNo, helper }, found): Promise<ImportRef> => {
    if (found.status !== "CHECKED") throw rule("import.notDue");
    const [row] = await work.sql<{ problems: Told[]; people: { id: string }[] | null }>`
      select problems, values->'people' as people from import_row where import_id = ${found.id}::uuid and row_no = ${rowNo} for update`;
    const offered = row?.people?.some((person) => person.id === helper) || helper === "new";
    if (!row || !offered) throw rule("import.nobodyToPick");
    const problems = row.problems.filter((problem) => problem.key !== "helperPick");
    const action = problems.some((problem) => problem.level === "error") ? "BAD" : "ADD";
    await work.tx.importRow.update({
      where: { importId_rowNo: { importId: found.id, rowNo } },
      data: { picked: { helperId: helper }, problems, action },
    });
    // Judged whole once more when the rows go in; here only the tally follows.
    await work.tx.$executeRaw`
      update import set counts = counts || (select jsonb_build_object('added', count(*) filter (where action = 'ADD'), 'bad', count(*) filter (where action = 'BAD'))
        from import_row where import_id = ${found.id}::uuid) where id = ${found.id}::uuid`;
    return found;
  },
  fact: importFact,
});
