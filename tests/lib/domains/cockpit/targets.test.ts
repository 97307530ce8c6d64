// Targets are set from above: a county sets its townships', not its own; what is set is seen at once, told, and kept in history.
import { expect, test } from "vitest";
import { setTarget } from "#lib/domains/cockpit/commands/set-target.ts";
import { viewItem } from "#lib/domains/cockpit/queries.ts";
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
