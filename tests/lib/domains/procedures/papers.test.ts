// Papers of a case: an office may ask for one at a step; without it the step is not done, and one of an earlier step is another's.
import { afterAll, beforeAll, expect, test } from "vitest";
import { removePaper } from "#lib/domains/papers/commands/remove-paper.ts";
import { papersOf } from "#lib/domains/papers/queries/papers-of.ts";
import { receivePapers } from "#lib/domains/papers/receive-papers.ts";
import { holdMeeting } from "#lib/domains/procedures/commands/hold-meeting.ts";
import { setPlan } from "#lib/domains/procedures/commands/set-plan.ts";
import { USUAL_PLANS } from "#lib/domains/procedures/plan.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";
import { carryTo, doNext, MEETING, type People, people, show, start } from "./carried.ts";

const database = testDatabase();
let by: People;
let office: Session;
let elsewhere: Session;
beforeAll(async () => {
  holdToday("2026-11-02");
  by = await people(database);
  office = await signIn(database, world.accounts.organizer.username);
  elsewhere = await signIn(database, "other-county-admin");
});
afterAll(() => holdToday(null));

/** The usual steps of a removal, some of them with a paper. */
const asking = (...steps: string[]) => ({
  kind: "REMOVAL",
  fromOn: "2026-11-02",
  ...Object.fromEntries(
    USUAL_PLANS.REMOVAL.flatMap(({ step, days }, at) => [
      [`${step}.place`, String(at + 1)],
      ...(days ? [[`${step}.days`, String(days)]] : []),
      ...(steps.includes(step) ? [[`${step}.paper`, "yes"]] : []),
    ]),
  ),
});

async function put(who: Session, id: string, words: string) {
  const body = new FormData();
  body.set("subject", `procedure:${id}`);
  body.set(
    "paper",
    new File([`%PDF-1.7\n1 0 obj <</Type /Catalog (${words})>> endobj\n%%EOF\n`], "会议记录.pdf"),
  );
  return receivePapers(who, new Request("http://here/", { method: "POST", body }));
}

const home = async (name: string) =>
  (await aHousehold(database, { divisionId: world.divisions.xuetong.id, headName: name, status: "POOR" })).id;

test("a step that asks for a paper waits for it; running cases keep the plan that they began with", async () => {
  const before = await start(by.cadre, await home("旧案"), "REMOVAL");
  await setPlan(office, asking("APPLICATION", "DEMOCRATIC_REVIEW", "MARKING"));
  const { id } = await start(by.cadre, await home("新案"), "REMOVAL");
  expect((await show(by.cadre, id)).steps.filter(({ paper }) => paper).map(({ step }) => step)).toEqual([
    "DEMOCRATIC_REVIEW",
  ]);
  await put(by.cadre, id, "申请书");
  await carryTo(by, id, "DEMOCRATIC_REVIEW");
  const waits = await show(by.cadre, id);
  expect(waits.needsPaper).toBe(true);
  const meeting = { id, version: String(waits.version), ...MEETING };
  await expect(holdMeeting(by.cadre, meeting)).rejects.toMatchObject({
    words: { key: "procedure.needsPaper" },
  });
  const { added, refused } = await put(by.cadre, id, "会议记录");
  expect(refused).toBeNull();
  expect((await show(by.cadre, id)).needsPaper).toBe(false);
  await removePaper(by.cadre, { id: added[0], why: "传错了" });
  await expect(holdMeeting(by.cadre, meeting)).rejects.toMatchObject({
    words: { key: "procedure.needsPaper" },
  });
  await put(by.township, id, "会议记录，盖章");
  await holdMeeting(by.cadre, meeting);
  expect((await show(by.cadre, id)).next?.step).toBe("PUBLICITY_1");

  await carryTo(by, before.id, "DEMOCRATIC_REVIEW");
  expect((await doNext(by, before.id)).next?.step).toBe("PUBLICITY_1");
});

test("papers of a case are read within reach, put there by whoever does its steps, and not there for another county", async () => {
  const { id } = await start(by.cadre, await home("有材料"), "EXIT");
  await put(by.cadre, id, "户主签字");
  const titles = async (who: Session) =>
    (await reading(who, (scope) => papersOf(scope, { kind: "procedure", id }))).papers.map(
      ({ title }) => title,
    );
  expect(await titles(by.county)).toEqual(["会议记录"]);
  expect(await titles(elsewhere)).toEqual([]);
  await expect(put(elsewhere, id, "别处")).rejects.toMatchObject({ code: "refused" });
  await expect(
    put(await signIn(database, world.accounts.auditor.username), id, "旁人"),
  ).rejects.toMatchObject({ code: "refused" });
});
