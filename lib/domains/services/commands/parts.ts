/** services.handPart, services.finishPart: a department's part is handed to somebody by name, and gets its own result. */
import { command } from "#lib/platform/command.ts";
import { conflict, invalid, rule } from "#lib/platform/problem.ts";
import { type PartHandler, peopleOf } from "../department-readings.ts";
import { FinishPart, HandPart } from "../input.ts";
import { atDeskOrHandling, stillRunning, told, writeDown } from "../inside/case.ts";
import { handles, heldPart, type PartSubject } from "../inside/part.ts";

function stillToDo(part: PartSubject): void {
  stillRunning(part);
  if (part.done) throw conflict("service.partDone");
}

export const handPart = command({
  name: "services.handPart",
  tells: "serviceCase.handed",
  input: HandPart,
  subject: (work, { partId }) => heldPart(work, partId),
  may: atDeskOrHandling,
  run: async (work, { accountId }, part) => {
    stillToDo(part);
    const people = await work.sql<PartHandler>`
      select id, name, unit, level, department from sec.part_handlers(${part.divisionId})`;
    const who = peopleOf(part.department, people).find(({ id }) => id === accountId);
    if (!who) throw rule("unknownChoice", undefined, "accountId");
    await work.sql`update service_part set handler_id = ${who.id}, handler_name = ${who.name} where id = ${part.part}::uuid`;
    await writeDown(work, part, { kind: "HANDED", note: `${part.department} → ${who.name}` });
    return { id: part.id };
  },
  fact: (_result, { accountId }, part) => told(part, { to: accountId }),
});

export const finishPart = command({
  name: "services.finishPart",
  tells: "serviceCase.partDone",
  input: FinishPart,
  subject: (work, { partId }) => heldPart(work, partId),
  may: handles,
  run: async (work, { result, note }, part) => {
    stillToDo(part);
    // What was decided without a paper that the item asks for would have to be decided again.
    if (part.state === "PAUSED") throw rule("service.papersMissing");
    if (result === "REFUSED" && (note?.length ?? 0) < 4) throw invalid({ note: [{ key: "service.whyNot" }] });
    await work.sql`
      update service_part set result = ${result}, note = ${note}, done_on = ${work.today}::date, done_by_name = ${work.viewer.name} where id = ${part.part}::uuid`;
    await writeDown(work, part, { kind: "PART", note: part.department });
    return { id: part.id };
  },
  fact: (_result, { result }, part) => told(part, { result }),
});
