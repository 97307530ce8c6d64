// Duties of members without a post, step by step, their pledges with another's verdict, and reports to a community; R2.5 and R2.6 follow every deed.
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { viewRows } from "#lib/domains/cockpit/queries.ts";
import { checkIn, checkOut } from "#lib/domains/member-duties/commands/check-ins.ts";
import {
  endHolding,
  propose,
  reviewHolding,
  takeStep,
} from "#lib/domains/member-duties/commands/holdings.ts";
import { deliver, judge, pledge, withdrawPledge } from "#lib/domains/member-duties/commands/pledges.ts";
import { closePost, openPost } from "#lib/domains/member-duties/commands/posts.ts";
import { listDuties } from "#lib/domains/member-duties/queries/list.ts";
import { dutiesOfMember, showPost } from "#lib/domains/member-duties/queries/show.ts";
import { flagMember, unflagMember } from "#lib/domains/members/commands/flag.ts";
import { foldMarks, rebuildAll } from "#lib/indicators/fold.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { openJobPool } from "#lib/platform/db.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { members } from "#tests/world/members.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { xuetong, jitang } = world.divisions;
const { accounts, partyOrgs } = world;
let jobs: pg.Pool;
let township: Session;
let cadre: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  jobs = openJobPool(database.job, 1);
  township = await signIn(database, accounts.townshipCadre.username);
  cadre = await signIn(database, accounts.villageCadre.username);
});
afterAll(async () => {
  holdToday(null);
  await jobs.end();
});

const figure = async (indicator: string, u: number = jitang.id) => {
  const told = await reading(township, (scope) =>
    viewRows(scope, { indicator, u: String(u), p: "2026-11", part: "all" }),
  );
  expect(told.subjects, "as many rows as the number says").toHaveLength(told.figure.whole);
  return `${told.figure.part}/${told.figure.whole}`;
};
/** Before the fold and after it. */
async function stays(indicator: string, said: string, u?: number) {
  expect(await figure(indicator, u), "before the fold").toBe(said);
  await foldMarks(jobs);
  expect(await figure(indicator, u), "after it").toBe(said);
}
const list = (view: "holdings" | "without" | "posts" | "pledges" | "checkIns") =>
  reading(township, (scope) => listDuties(scope, { unit: String(jitang.id), view }));
const shown = (id: string) => reading(township, (scope) => showPost(scope, { id }));

test("only able full members without a post are asked; the others are refused with the reason", async () => {
  const { id } = await openPost(cadre, {
    ...{
      orgId: partyOrgs.xuetong.id,
      kind: "ECONOMY",
      name: "科技示范岗",
      duties: "带头试种青稞良种",
      places: "1",
    },
  });
  const ask = (member: { id: string }) =>
    propose(cadre, { id, memberId: member.id, how: "RECOMMENDED", proposedOn: "2026-11-01" });
  await expect(ask(members.villageCadre)).rejects.toMatchObject({ words: { key: "duty.unfit.HAS_POST" } });
  await expect(ask(members.drolma)).rejects.toMatchObject({ words: { key: "duty.unfit.PROBATIONARY" } });
  await expect(ask(members.tashi)).rejects.toMatchObject({ words: { key: "duty.otherRoster" } });
  const { candidates, left } = await shown(id);
  expect(candidates.map(({ name }) => name)).toEqual(["达瓦扎西", "邓增罗布"]);
  expect(left).toBe(2);
  await expect(
    openPost(cadre, {
      orgId: partyOrgs.xuetong.id,
      kind: "MINDS",
      name: "科技示范岗",
      duties: "讲政策",
      places: "0",
    }),
  ).rejects.toMatchObject({ code: "invalid" });
});

test("a duty goes step by step, and counts from the day it is signed until it ends", async () => {
  expect(await figure("R2.5")).toBe("1/2");
  const { id } = await openPost(township, {
    ...{
      orgId: partyOrgs.jitang.id,
      kind: "MINDS",
      name: "政策宣传岗",
      duties: "把政策讲到每一户",
      places: "1",
    },
  });
  expect((await list("without")).without.map(({ name }) => name)).toEqual(["扎西次仁"]);
  await propose(township, {
    id,
    memberId: members.tashi.id,
    how: "APPLIED",
    proposedOn: "2026-11-02",
    promise: "每月讲一次",
  });
  const [holding] = (await shown(id)).holdings;
  const step = (to: "AGREED" | "PUBLISHED" | "SIGNED" | "REFUSED", on: string, why?: string) =>
    takeStep(township, { id: holding!.id, step: to, on, why });
  await expect(step("SIGNED", "2026-11-05")).rejects.toMatchObject({ code: "conflict" });
  await expect(step("AGREED", "2026-11-01")).rejects.toMatchObject({ words: { key: "duty.beforeStep" } });
  await step("AGREED", "2026-11-03");
  await step("PUBLISHED", "2026-11-04");
  await stays("R2.5", "1/2");
  await step("SIGNED", "2026-11-10");
  await stays("R2.5", "2/2");
  expect((await list("without")).total).toBe(0);
  await reviewHolding(township, { id: holding!.id, year: 2026, part: "HALF", result: "GOOD" });
  await expect(reviewHolding(township, { id: holding!.id, year: 2026, part: "YEAR" })).rejects.toMatchObject({
    fields: { stars: [{ key: "choose" }] },
  });
  await reviewHolding(township, { id: holding!.id, year: 2026, part: "YEAR", stars: "4" });
  expect((await list("holdings")).holdings.find(({ name }) => name === "扎西次仁")).toMatchObject({
    half: "GOOD",
    stars: 4,
  });
  await expect(closePost(township, { id })).rejects.toMatchObject({ words: { key: "duty.postHeld" } });
  await endHolding(township, { id: holding!.id, on: "2026-11-20", why: "外出务工" });
  await stays("R2.5", "1/2");
  await closePost(township, { id });
});

test("who is away or frail leaves the count, and comes back with the mark's end", async () => {
  await flagMember(township, { id: members.tashi.id, flag: "MOBILE", fromOn: "2026-11-05", whereTo: "拉萨" });
  await stays("R2.5", "1/1");
  const [flag] = await database.look<{ id: string }>(
    "select id from party_member_flag where flag = 'MOBILE'",
  );
  await unflagMember(township, { flagId: flag!.id, toOn: "2026-11-15" });
  await stays("R2.5", "1/2");
});

test("a pledge is judged by another than who reported it done, and R2.6 follows", async () => {
  expect(await figure("R2.6")).toBe("0/1");
  const open = (await list("pledges")).pledges.find(({ dueOn }) => dueOn === "2026-11-20")!;
  await expect(judge(cadre, { id: open.id, verdict: "ACCEPTED" })).rejects.toMatchObject({
    words: { key: "duty.notDelivered" },
  });
  await deliver(cadre, { id: open.id, on: "2026-11-19", evidence: "两户的青稞都收完了" });
  await expect(judge(cadre, { id: open.id, verdict: "ACCEPTED" })).rejects.toMatchObject({
    code: "refused",
    words: { key: "duty.ownPledge" },
  });
  await stays("R2.6", "0/1");
  await judge(township, { id: open.id, verdict: "ACCEPTED" });
  await stays("R2.6", "1/1");
  await expect(judge(township, { id: open.id, verdict: "FAILED", words: "没有做到" })).rejects.toMatchObject({
    code: "conflict",
  });

  await pledge(cadre, { id: members.dawa.id, content: "清理村口水渠", target: "一公里", dueOn: WORLD_TODAY });
  await stays("R2.6", "1/2", xuetong.id);
  const fresh = (await list("pledges")).pledges.find(({ content }) => content === "清理村口水渠")!;
  await withdrawPledge(cadre, { id: fresh.id });
  await stays("R2.6", "1/1", xuetong.id);
  await rebuildAll(jobs);
  expect(await figure("R2.6", xuetong.id), "counted anew").toBe("1/1");
  expect(await figure("R2.5"), "counted anew").toBe("1/2");
  await expect(
    pledge(cadre, { id: members.dawa.id, content: "清理村口水渠", target: "一公里", dueOn: "2026-11-01" }),
  ).rejects.toMatchObject({ fields: { dueOn: [{ key: "duty.dueAhead" }] } });
});

test("a member and an organization report to a community once at a time", async () => {
  const report = () =>
    checkIn(cadre, {
      divisionId: xuetong.id,
      memberId: members.dawa.id,
      fromOn: "2026-11-01",
      service: "政策宣讲",
    });
  await report();
  await expect(report()).rejects.toMatchObject({ words: { key: "duty.reportedAlready" } });
  await checkIn(cadre, { divisionId: xuetong.id, orgId: partyOrgs.xuetong.id, fromOn: "2026-11-01" });
  await expect(checkIn(cadre, { divisionId: xuetong.id, fromOn: "2026-11-01" })).rejects.toMatchObject({
    words: { key: "duty.whoReports" },
  });
  const { checkIns } = await reading(township, (scope) => dutiesOfMember(scope, { id: members.dawa.id }));
  await checkOut(cadre, { id: checkIns[0]!.id, toOn: "2026-11-20" });
  await report();
  expect((await list("checkIns")).total).toBe(3);
});
