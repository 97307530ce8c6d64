/** Takes in a household's word on a result, brought on a phone; where the need was settled meanwhile it says by whom, and nothing is changed. */
import { judgeNeed } from "#lib/domains/needs/commands/judge-need.ts";
import { command } from "#lib/platform/command.ts";
import { Problem, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { DeliverVerdict } from "../input.ts";
import { carried } from "../inside/carried.ts";
import { once } from "../inside/once.ts";

export const deliverVerdict = command({
  name: "sync.deliverVerdict",
  tells: "sync.verdictDelivered",
  input: DeliverVerdict,
  subject: async ({ viewer }) => ({ accountId: viewer.accountId }),
  may: () => true, // the need's own command decides
  run: (work, input) =>
    once(work, { ...input, kind: "VERDICT" }, async () => {
      // The family is told for whoever may have to look at a sealed copy; here the need says whose it is.
      const { householdId: _family, ...told } = carried(input);
      const { id, householdId } = await judgeNeed
        .within(work, told)
        .catch((error) => settled(work, String(told.id), error));
      const [row] = await work.sql<{ divisionId: number }>`
        select division_id as "divisionId" from need where id = ${id}::uuid`;
      return { id, householdId, divisionId: row?.divisionId ?? null };
    }),
  fact: ({ value, repeated }, { op, device, writtenAt }) => ({
    subject: `need:${value.id}`,
    division: value.divisionId,
    household: value.householdId,
    ...{ op, device, writtenAt, repeated },
  }),
});

type Now = { status: string; who: string; day: string };

async function settled({ sql }: Work, id: string, error: unknown): Promise<never> {
  const moved = error instanceof Problem && (error.code === "conflict" || error.words.key === "need.notDone");
  if (!moved) throw error;
  const [now] = await sql<Now>`
    select n.status, coalesce(x.account_name, '') as who, x.on_day::text as day from need n
    join lateral (select account_name, on_day from need_deed where need_id = n.id and kind in ('VERDICT', 'RESULT', 'WITHDRAWN')
      order by nth desc limit 1) x on true
    where n.id = ${id}::uuid`;
  if (!now) throw error;
  const { status, who, day } = now;
  if (status === "CLOSED") throw rule("sync.needClosed", { who, day });
  if (status === "WITHDRAWN") throw rule("sync.needWithdrawn", { who, day });
  throw rule(status === "DONE" ? "sync.needDoneAnew" : "sync.needReopened", { who, day });
}
