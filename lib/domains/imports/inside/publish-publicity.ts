/** Opens a case for each household of the list, at its application; what follows is done step by step, and by others. */
import { type Proposal, proposeMany } from "#lib/domains/procedures/propose-many.ts";
import { askerOn } from "./asker.ts";
import type { Publishing } from "./publish.ts";

type Row = {
  householdId: string;
  proposal: { kind: Proposal["kind"]; appliedOn?: string } & Record<string, string>;
};

export async function publishPublicity({ client, record, viewer, today, step }: Publishing): Promise<void> {
  await step("cases");
  const { rows } = await client.query<Row>(
    `select subject_id as "householdId", values->'proposal' as proposal from import_row where import_id = $1 and action = 'ADD' order by row_no`,
    [record.id],
  );
  const proposals = rows.map(
    ({ householdId, proposal: { kind, ...said } }): Proposal => ({
      householdId,
      kind,
      application: { ...said, reason: said.reason ?? "", appliedOn: said.appliedOn ?? today },
    }),
  );
  if (proposals.length > 0) await proposeMany({ ...askerOn(client, viewer), today }, proposals);
}
