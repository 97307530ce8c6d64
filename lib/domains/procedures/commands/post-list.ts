/** procedures.post: the case goes on the village's list of today, on the board and on the web, masked; an announcement also goes on. */
import { randomBytes } from "node:crypto";
import { maskName } from "#lib/base/mask.ts";
import { readFen } from "#lib/base/money.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { PostList } from "../input.ts";
import { type Case, factOf, heldCase, mayDo, nextStep, ready } from "../inside/case.ts";
import { dueOf } from "../inside/clock.ts";
import { changeCase, hangingLine, stepOn, tellDeed } from "../inside/deed.ts";
import { hangs, type PlanStep } from "../procedure.ts";
import { isOfficePhone } from "../publicity.ts";

export const postList = command({
  name: "procedures.post",
  tells: "procedure.posted",
  input: PostList,
  subject: heldCase,
  may: (viewer, one) => {
    const next = nextStep(one);
    return mayDo(viewer, one, next && hangs(next.step) ? next.step : "PUBLICITY_1");
  },
  run: async (work, { version, phone, amount, documentNo }, one) => {
    const step = ready(one, version, "PUBLICITY_1", "PUBLICITY_2", "ANNOUNCEMENT");
    if (await hangingLine(work, one)) throw rule("procedure.hangs");
    if (!isOfficePhone(phone)) throw invalid({ phone: [{ key: "procedure.officePhone" }] });
    const amountFen = amount === undefined ? null : readFen(amount);
    if (amount !== undefined && (amountFen === null || amountFen < 0n))
      throw invalid({ amount: [{ key: "money" }] });
    const { dueOn, noticeId } = await hang(work, one, step, { phone, amountFen });
    const facts = { days: step.days, calendar: step.calendar, until: dueOn, notice: noticeId, documentNo };
    if (step.step === "ANNOUNCEMENT") {
      await tellDeed(work, one, { outcome: "DONE", onDay: work.today, facts });
      await stepOn(work, one);
    } else {
      await tellDeed(work, one, { outcome: "POSTED", onDay: work.today, facts });
      await changeCase(work, one, { since: new Date() });
    }
    return { id: one.id, dueOn };
  },
  fact: ({ dueOn }, _input, one) => ({ ...factOf(one), dueOn }),
});

type Shown = { phone: string; amountFen: bigint | null };

async function hang(work: Work, one: Case, step: PlanStep, { phone, amountFen }: Shown) {
  const { tx, today, viewer, sql } = work;
  const days = step.days ?? 1;
  const calendar = step.calendar ?? "CALENDAR";
  const dueOn = await dueOf(work, { fromOn: today, days, calendar, pauses: [] });
  const list = { divisionId: one.divisionId, kind: one.kind, step: step.step, days, calendar, phone };
  const known = await tx.publicityNotice.findFirst({
    where: { ...list, fromOn: dayToColumn(today) },
    select: { id: true },
  });
  const [unit] = await sql<{ name: string }>`select name from division where id = ${viewer.homeDivisionId}`;
  const notice =
    known ??
    (await tx.publicityNotice.create({
      data: {
        ...list,
        code: randomBytes(8).toString("hex"),
        fromOn: dayToColumn(today),
        office: unit?.name ?? "",
        accountId: viewer.accountId,
      },
      select: { id: true },
    }));
  await tx.publicityLine.create({
    data: {
      noticeId: notice.id,
      ...{ caseId: one.id, divisionId: one.divisionId, householdId: one.householdId, at: one.at },
      shownName: one.householdId ? maskName(one.name) : one.name,
      groupName: one.groupName && !/\d{6}/.test(one.groupName) ? one.groupName : null,
      persons: one.memberCount,
      item: one.application.type ? `${one.kind}_${one.application.type}` : one.kind,
      amountFen,
      dueOn: dayToColumn(dueOn),
    },
  });
  return { dueOn, noticeId: notice.id };
}
