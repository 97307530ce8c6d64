/** How often a kind of helper goes, from a day on: the rule before ends there, periods that ended keep theirs. */
import { may } from "#lib/domains/accounts/roles.ts";
import { columnToDay, dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { SetVisitRule, TakeBackRule } from "../input.ts";
import { dayFromToday, noLaterRule, placeOf } from "../inside/proposed.ts";

type Rule = { period: string; minCount: number; remoteCounts: boolean; exemptMonths: number[] };
const said = ({ period, minCount, remoteCounts, exemptMonths }: Rule) =>
  [`${period} ${minCount}`, remoteCounts ? "PHONE" : "", exemptMonths.join(",")].filter(Boolean).join(" · ");

export const setVisitRule = command({
  name: "settings.setVisitRule",
  tells: "visitRule.set",
  input: SetVisitRule,
  subject: (work) => placeOf(work),
  may: (viewer, { root }) => may(viewer, "setting.edit", root),
  run: async (
    work,
    { helperKind, period, minCount, remoteCounts, exemptMonths, fromOn: typed },
    { root },
  ) => {
    const fromOn = dayFromToday(typed, work.today);
    await noLaterRule(work, helperKind, fromOn);
    const day = dayToColumn(fromOn);
    const next = {
      period,
      minCount,
      remoteCounts: remoteCounts === "yes",
      exemptMonths: [...new Set(exemptMonths)].sort((a, b) => a - b),
    };
    const held = await work.tx.visitRule.findMany({ where: { helperKind }, orderBy: { fromOn: "asc" } });
    const same = held.find((one) => columnToDay(one.fromOn) === fromOn);
    const before = held.findLast((one) => one.fromOn < day && (one.toOn === null || one.toOn > day));
    if (same) await work.tx.visitRule.update({ where: { id: same.id }, data: next });
    else {
      if (before) await work.tx.visitRule.update({ where: { id: before.id }, data: { toOn: day } });
      await work.tx.visitRule.create({ data: { helperKind, fromOn: day, ...next } });
    }
    const old = same ?? before;
    work.note({
      entity: "visitRule",
      entityId: helperKind,
      divisionId: root,
      field: fromOn,
      old: old ? said(old) : null,
      new: said(next),
    });
    return { helperKind, fromOn, root };
  },
  fact: ({ helperKind, fromOn, root }) => ({ subject: `visitRule:${helperKind}`, division: root, fromOn }),
});

/** The rule before it holds again without an end. */
export const takeBackVisitRule = command({
  name: "settings.takeBackVisitRule",
  tells: "visitRule.takenBack",
  input: TakeBackRule,
  subject: async (work, { id }) => {
    const place = await placeOf(work);
    const found = await work.tx.visitRule.findUnique({ where: { id } });
    return place && found ? { root: place.root, rule: found } : null;
  },
  may: (viewer, { root }) => may(viewer, "setting.edit", root),
  run: async (work, { id }, { root, rule: found }) => {
    const fromOn = columnToDay(found.fromOn);
    if (fromOn <= work.today) throw rule("settings.begun");
    await work.tx.visitRule.delete({ where: { id } });
    await work.tx.visitRule.updateMany({
      where: { helperKind: found.helperKind, toOn: found.fromOn },
      data: { toOn: null },
    });
    work.note({
      entity: "visitRule",
      entityId: found.helperKind,
      divisionId: root,
      field: fromOn,
      old: said(found),
      new: null,
    });
    return { helperKind: found.helperKind, fromOn, root };
  },
  fact: ({ helperKind, fromOn, root }) => ({ subject: `visitRule:${helperKind}`, division: root, fromOn }),
});
