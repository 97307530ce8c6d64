/** reports.save, reports.issue, reports.drop: words are typed into a draft; issued, it stands with its figures; a draft that nobody wants is taken away. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { contentOf } from "../content-of.ts";
import { asShown, type HeldReport, heldReport, mayWrite, told } from "../held.ts";
import { IssueReport, SaveReport } from "../input.ts";
import { LONGEST_TEXT, SECTIONS, type Texts } from "../report.ts";

function isDraft({ status }: HeldReport): void {
  if (status !== "DRAFT") throw rule("report.issued");
}

export const saveReport = command({
  name: "reports.save",
  tells: "report.saved",
  input: SaveReport,
  subject: heldReport,
  may: mayWrite,
  run: async ({ tx }, { id, version, addProblems, addPlans, next, ...typed }, held) => {
    asShown(held, version);
    isDraft(held);
    const added: Partial<Record<keyof Texts, readonly string[]>> = { problems: addProblems, plans: addPlans };
    const texts = Object.fromEntries(
      SECTIONS.map((section) => {
        const own = typed[section];
        const behind = (added[section] ?? []).filter((one) => !own.includes(one));
        return [section, [own, ...behind].filter(Boolean).join("\n")];
      }).filter(([, text]) => text !== ""),
    );
    const long = SECTIONS.find((section) => (texts[section]?.length ?? 0) > LONGEST_TEXT);
    if (long) throw rule("report.long", undefined, long);
    await tx.$executeRaw`
      update report set texts = ${JSON.stringify(texts)}::jsonb, version = version + 1, changed_at = now() where id = ${id}::uuid`;
    return { id, next };
  },
  fact: (_result, _input, held) => told(held),
});

export const issueReport = command({
  name: "reports.issue",
  tells: "report.issued",
  input: IssueReport,
  subject: heldReport,
  may: mayWrite,
  run: async (work, { id, version }, held) => {
    asShown(held, version);
    isDraft(held);
    const [closed] = await work.sql`select 1 from closing where period = ${held.period}`;
    if (!closed) throw rule("report.notClosed");
    const content = await contentOf(work, { unit: held.divisionId, period: held.period });
    await work.tx.$executeRaw`
      update report set status = 'ISSUED', content = ${JSON.stringify(content)}::jsonb, issued_by = ${work.viewer.accountId}, issued_name = ${work.viewer.name},
        issued_on = ${work.today}::date, version = version + 1, changed_at = now() where id = ${id}::uuid`;
    return { id };
  },
  fact: (_result, _input, held) => told(held),
});

export const dropReport = command({
  name: "reports.drop",
  tells: "report.dropped",
  input: IssueReport,
  subject: heldReport,
  may: mayWrite,
  run: async ({ tx }, { id, version }, held) => {
    asShown(held, version);
    isDraft(held);
    await tx.$executeRaw`delete from report where id = ${id}::uuid`;
    return { id, unit: held.divisionId };
  },
  fact: (_result, _input, held) => told(held),
});
