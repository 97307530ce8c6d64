// Targets are set from above: a county sets its townships', not its own; what is set is seen at once, told, and kept in history.
import { expect, test } from "vitest";
import { setTarget } from "#lib/domains/cockpit/commands/set-target.ts";
import { viewItem } from "#lib/domains/cockpit/queries.ts";
import { viewShares } from "#lib/domains/cockpit/share-queries.ts";
import { reading } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, accounts } = world;
const to = (unit: { id: number }, percent: string) => ({
  indicator: "R2.1",
  unit: unit.id,
  year: 2026,
  percent,
});

test("a county administrator sets a township's target, and the board and the audit know it", async () => {
  const admin = await signIn(database, accounts.countyAdmin.username);
  await setTarget(admin, to(divisions.jitang, "９７.５%"));
  const board = await reading(admin, (scope) =>
    viewItem(scope, { item: "R2", u: String(divisions.jitang.id), p: "2026-10" }),
  );
  expect(board.own.find((cell) => cell.indicator.id === "R2.1")?.target).toBe(9750);
  const told = await database.look("select verb, subject, facts from audit_event where verb = 'target.set'");
  expect(told).toMatchObject([
    { subject: `target:R2.1:${divisions.jitang.id}`, facts: { year: 2026, percent: 97.5 } },
  ]);
  const changed = await database.look("select new from change where entity = 'target'");
  expect(changed).toEqual([{ new: "9750" }]);
});

test("a village without its own target is held to its township's", async () => {
  const admin = await signIn(database, accounts.countyAdmin.username);
  await setTarget(admin, to(divisions.jitang, "88"));
  const board = await reading(admin, (scope) =>
    viewItem(scope, { item: "R2", u: String(divisions.xuetong.id), p: "2026-10" }),
  );
  expect(board.own[0]?.target).toBe(8800);
});

test("a year goes by steps: the board is held to them, what was closed keeps its own, and each change is told with its reason", async () => {
  const admin = await signIn(database, accounts.countyAdmin.username);
  const set = (percent: string, more: Record<string, string>) =>
    setTarget(admin, { ...to(divisions.jitang, percent), indicator: "F1.1", ...more });
  const cell = async () =>
    (
      await reading(admin, (scope) =>
        viewItem(scope, { item: "F1", u: String(divisions.jitang.id), p: "2026-09" }),
      )
    ).own.find(({ indicator }) => indicator.id === "F1.1");
  await set("90", { steps: "30/60/85/100", why: "县委常委会" });
  expect(await cell()).toMatchObject({ target: 9000, steps: [3000, 6000, 8500, 10_000], due: 7650 });
  // Setting the number alone leaves the steps.
  await set("80", {});
  expect(await cell()).toMatchObject({ due: 6800 });
  expect((await cell())?.series.map(({ period, line }) => [period, line])).toEqual(
    expect.arrayContaining([
      ["2026-02", null],
      ["2026-03", 2400],
      ["2026-06", 4800],
    ]),
  );
  await set("80", { steps: "" });
  expect(await cell()).toMatchObject({ steps: null, due: 8000 });
  await expect(set("80", { steps: "60/30/85/100" })).rejects.toMatchObject({
    fields: { steps: [{ key: "target.steps" }] },
  });
  await expect(
    setTarget(admin, { ...to(divisions.jitang, "90"), indicator: "R2.3", steps: "25/50/75/100" }),
  ).rejects.toMatchObject({
    fields: { steps: [{ key: "target.noSteps" }] },
  });
  const { history } = await reading(admin, (scope) =>
    viewShares(scope, { indicator: "F1.1", u: String(divisions.jitang.id), year: "2026" }),
  );
  expect(history.map(({ value, steps, stepsChanged, why }) => [value, steps, stepsChanged, why])).toEqual([
    [null, null, true, null],
    ["8000", null, false, null],
    ["9000", "30/60/85/100", true, "县委常委会"],
  ]);
});

test("nobody sets the target of the own unit, and another county's unit is not there", async () => {
  const admin = await signIn(database, accounts.countyAdmin.username);
  await expect(setTarget(admin, to(divisions.chaya, "50"))).rejects.toMatchObject({ code: "refused" });
  await expect(setTarget(admin, to(divisions.wangda, "50"))).rejects.toMatchObject({ code: "not-found" });
  const viewer = await signIn(database, accounts.leader.username);
  await expect(setTarget(viewer, to(divisions.jitang, "50"))).rejects.toMatchObject({ code: "refused" });
});

test.each(["", "abc", "101", "-1", "97.555"])(
  "a target of “%s” is refused beside its field",
  async (percent) => {
    const admin = await signIn(database, accounts.countyAdmin.username);
    await expect(setTarget(admin, to(divisions.jitang, percent))).rejects.toMatchObject({
      code: "invalid",
      fields: { percent: expect.anything() },
    });
  },
);
