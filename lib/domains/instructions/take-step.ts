/** Writes one step of an instruction; the database checks that it is allowed from where it stands and moves the instruction itself. */
import type { Work } from "#lib/platform/scope.ts";

type Step = { kind: string; words?: string | null; dueOn?: string };

export async function takeStep({ tx, viewer, today }: Work, id: string, step: Step): Promise<void> {
  await tx.$executeRaw`
    insert into instruction_step (instruction_id, division_id, nth, kind, on_day, words, due_on, account_id, account_name)
    values (${id}::uuid, 0, 0, ${step.kind}, ${today}::date, ${step.words ?? null}, ${step.dueOn ?? null}::date, ${viewer.accountId}, ${viewer.name})`;
}
