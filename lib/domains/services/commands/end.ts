/** services.close, services.withdraw, services.rate: the result is told, the citizen takes the matter back, or says how it was. */
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, rule } from "#lib/platform/problem.ts";
import { CloseCase, RateCase, WithdrawCase } from "../input.ts";
import { atDesk, heldCase, stillRunning, told, writeDown } from "../inside/case.ts";

export const closeCase = command({
  name: "services.close",
  tells: "serviceCase.closed",
  input: CloseCase,
  subject: (work, { id }) => heldCase(work, id),
  may: atDesk,
  run: async (work, { id, result, note, came }, one) => {
    stillRunning(one);
    const [{ left, refused } = { left: 0, refused: false }] = await work.sql<{
      left: number;
      refused: boolean;
    }>`
      select (count(*) filter (where done_on is null))::int as left, coalesce(bool_or(result = 'REFUSED'), false) as refused from service_part where case_id = ${id}::uuid`;
    if (left > 0) throw rule("service.partsLeft", { count: left });
    if (one.state === "PAUSED") throw rule("service.papersMissing");
    if (refused && result === "GRANTED") throw rule("service.refusedPart", undefined, "result");
    if (result === "REFUSED" && (note?.length ?? 0) < 4) throw invalid({ note: [{ key: "service.whyNot" }] });
    await writeDown(work, one, { kind: "TOLD", came: came === "YES", note });
    await work.sql`
      update service_case set state = 'CLOSED', result = ${result}, result_note = ${note}, closed_on = ${work.today}::date, closed_by_name = ${work.viewer.name}
      where id = ${id}::uuid`;
    return { id };
  },
  fact: (_result, { result }, one) => told(one, { result }),
});

export const withdrawCase = command({
  name: "services.withdraw",
  tells: "serviceCase.withdrawn",
  input: WithdrawCase,
  subject: (work, { id }) => heldCase(work, id),
  may: atDesk,
  run: async (work, { id, why }, one) => {
    stillRunning(one);
    await writeDown(work, one, { kind: "WITHDRAWN", note: why });
    await work.sql`update service_pause set to_on = ${work.today}::date where case_id = ${id}::uuid and to_on is null`;
    await work.sql`
      update service_case set state = 'WITHDRAWN', closed_on = ${work.today}::date, closed_by_name = ${work.viewer.name} where id = ${id}::uuid`;
    return { id };
  },
  fact: (_result, _input, one) => told(one),
});

export const rateCase = command({
  name: "services.rate",
  tells: "serviceCase.rated",
  input: RateCase,
  subject: (work, { id }) => heldCase(work, id),
  may: atDesk,
  run: async (work, { id, rating }, one) => {
    if (one.state !== "CLOSED") throw rule("service.rateClosed");
    if (one.rating !== null) throw conflict("service.ratedAlready");
    await work.sql`update service_case set rating = ${rating}, rated_on = ${work.today}::date, rated_at = 'WINDOW' where id = ${id}::uuid`;
    await writeDown(work, one, { kind: "RATED" });
    return { id };
  },
  fact: (_result, { rating }, one) => told(one, { rating }),
});
