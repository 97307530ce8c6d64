// What the public sees of a list: whitelisted columns with masked names, no number of a person, and nothing once it is over.
import { afterAll, beforeAll, expect, test } from "vitest";
import { showNotice } from "#lib/domains/procedures/queries/notices.ts";
import { holdToday, today } from "#lib/platform/clock.ts";
import { reading } from "#lib/platform/scope.ts";
import { noticeInPublic } from "#lib/platform/strangers.ts";
import { aHousehold } from "#tests/build/household.ts";
import { testDatabase } from "#tests/support/database.ts";
import { world } from "#tests/world/world.ts";
import { carryTo, doNext, type People, people, show, start } from "./carried.ts";

const database = testDatabase();
let by: People;
// The public is answered by the database's own day.
beforeAll(async () => {
  holdToday(null);
  by = await people(database);
});
afterAll(() => holdToday(null));

type Notice = { lines: Record<string, unknown>[]; phone: string };

test("a list shows what domain.md allows and is gone when it is withdrawn, paused or over", async () => {
  const phone = "13989051234";
  const { id: household } = await aHousehold(database, {
    divisionId: world.divisions.xuetong.id,
    headName: "江村旺堆",
    status: "NOT_REGISTERED",
    phone,
    groupName: "三组",
  });
  const { id } = await start(by.cadre, household, "IDENTIFICATION");
  await carryTo(by, id, "PUBLICITY_1");
  const posted = await doNext(by, id);
  const notice = await reading(by.cadre, (scope) =>
    showNotice(scope, { id: posted.hanging?.noticeId ?? "" }),
  );
  const shown = await noticeInPublic<Notice>(notice.code);
  expect(shown?.lines).toEqual([
    { name: "江村**", group: "三组", persons: 1, item: "IDENTIFICATION", amountFen: null },
  ]);
  for (const text of [JSON.stringify(shown), JSON.stringify({ ...notice, id: "", code: "" })]) {
    expect(text).not.toMatch(/\d{17}[\dXx]/);
    expect(text).not.toContain(phone);
    expect(text).not.toContain("江村旺堆");
  }
  expect(await noticeInPublic("0000000000000000")).toBeNull();
  expect(await noticeInPublic("' or true --")).toBeNull();
  for (const gone of [`due_on = '${today()}'`, `paused_on = '${today()}'`, `withdrawn_on = '${today()}'`]) {
    await database.look(`update publicity_line set ${gone} where case_id = $1`, [id]);
    expect(await noticeInPublic(notice.code), gone).toBeNull();
    await database.look(
      "update publicity_line set due_on = $2, paused_on = null, withdrawn_on = null where case_id = $1",
      [id, (await show(by.cadre, id)).hanging?.dueOn ?? "2099-01-01"],
    );
  }
  await expect(
    database.look("update publicity_line set shown_name = '江村旺堆' where case_id = $1", [id]),
  ).rejects.toThrow("publicity_line_masked");
});
