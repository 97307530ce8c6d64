// All pairs of states × every door of a household: only the procedures of domain.md §2.10 move a status, and each moves it where it says.
import { afterAll, beforeAll, expect, test } from "vitest";
import { correctHousehold } from "#lib/domains/households/commands/correct-household.ts";
import { moveHousehold } from "#lib/domains/households/commands/move-household.ts";
import { registerHousehold } from "#lib/domains/households/commands/register-household.ts";
import { dissolveHousehold } from "#lib/domains/lives/commands/dissolve-household.ts";
import { memberIn } from "#lib/domains/lives/commands/member-in.ts";
import { takeBackDeed } from "#lib/domains/lives/commands/take-back.ts";
import { HOUSEHOLD_KINDS, MOVES } from "#lib/domains/procedures/procedure.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { type Session, writing } from "#lib/platform/scope.ts";
import { aHousehold } from "#tests/build/household.ts";
import { check, fileOf, rowsOf, said, upload } from "#tests/lib/domains/imports/importing.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";
import { carryTo, doNext, type People, people, show, start } from "./carried.ts";

const STATES = ["NOT_REGISTERED", "POOR", "PRE_EXIT", "EXITED", "RETURNED", "REMOVED", "DISSOLVED"] as const;
const NAMES: Record<string, string> = {
  NOT_REGISTERED: "非建档立卡",
  POOR: "未脱贫",
  PRE_EXIT: "预脱贫",
  EXITED: "脱贫",
  RETURNED: "返贫",
  REMOVED: "清退",
  DISSOLVED: "注销",
};
const NEWCOMER = { name: "新人", relation: "SON", reason: "BIRTH", on: "今天" };
const database = testDatabase();
const village = world.divisions.xuetong.id;
let by: People;
let admin: Session;
let serial = 0;
beforeAll(async () => {
  holdToday("2026-11-02");
  by = await people(database);
  admin = await signIn(database, world.accounts.countyAdmin.username);
});
afterAll(() => holdToday(null));

const one = (status: string) =>
  aHousehold(database, {
    divisionId: village,
    status,
    headName: `户${String(++serial)}`,
    householdNo: `D${serial}`,
  });

/** Household, its open year and its running spell agree, always. */
async function stateOf(id: string): Promise<string> {
  const [row] = await database.look<{ states: string[] }>(
    `select array[h.status, y.status, s.status] as states from household h join household_year y on y.household_id = h.id and y.year = 2026
     join household_spell s on s.household_id = h.id and s.to_on is null where h.id = $1`,
    [id],
  );
  const [first = "", ...others] = row?.states ?? [];
  expect(others, "household, year and spell").toEqual([first, first]);
  return first;
}
const pairs = STATES.flatMap((from) => STATES.filter((to) => to !== from).map((to) => ({ from, to })));

test("a form that sends a status along is refused, and nothing else of a form moves it", async () => {
  for (const from of STATES) {
    const { id } = await one(from);
    for (const to of STATES.filter((other) => other !== from)) {
      const extra = { status: to, povertyStatus: to };
      await expect(correctHousehold(admin, { id, was: "{}", ...extra })).rejects.toMatchObject({
        code: "invalid",
      });
      await expect(memberIn(admin, { householdId: id, ...NEWCOMER, ...extra })).rejects.toMatchObject({
        code: "invalid",
      });
      await expect(
        moveHousehold(admin, { id, toDivisionId: world.divisions.dabu.id, on: "今天", ...extra }),
      ).rejects.toMatchObject({ code: "invalid" });
    }
    await correctHousehold(admin, { id, was: "{}", phone: "13900001111" });
    if (from !== "REMOVED" && from !== "DISSOLVED") await memberIn(admin, { householdId: id, ...NEWCOMER });
    await moveHousehold(admin, { id, toDivisionId: String(world.divisions.dabu.id), on: "今天" });
    expect(await stateOf(id)).toBe(from);
  }
});

test("a new file begins as not registered, poor or exited, and as nothing else", async () => {
  for (const status of STATES) {
    const made = registerHousehold(admin, {
      divisionId: String(village),
      name: `新户${status.length}${status[0]}`,
      status,
    });
    if (["NOT_REGISTERED", "POOR", "EXITED"].includes(status))
      expect(await stateOf((await made).id)).toBe(status);
    else await expect(made).rejects.toMatchObject({ code: "invalid" });
  }
});

test("a sheet that says otherwise is refused row by row, and says which procedure", {
  timeout: 60_000,
}, async () => {
  const rows: { id: string; from: string; to: string }[] = [];
  const lines = [];
  for (const { from, to } of pairs) {
    const { id, householdNo, headName } = await one(from);
    rows.push({ id, from, to });
    const line = { 县: "察雅县", "乡(镇)": "吉塘镇", 村: "雪通村", 户编号: householdNo, 户主姓名: headName };
    lines.push({
      ...line,
      脱贫属性: NAMES[to] ?? "",
      脱贫年度: to === "EXITED" || to === "PRE_EXIT" ? "2026" : "",
    });
  }
  const id = await upload(admin, "household-roster", world.divisions.chaya.id, await fileOf(lines));
  await check(admin, id);
  const told = said(await rowsOf(admin, id));
  for (const [at, { from, to }] of rows.entries())
    expect(told[at + 3]?.join(), `${from} → ${to}`).toMatch(
      from === "DISSOLVED" ? /householdNo\.householdEnded/ : /status\.status(By|Differs)/,
    );
  expect(told[rows.findIndex(({ from, to }) => from === "POOR" && to === "EXITED") + 3]).toContain(
    "status.statusByExit",
  );
  for (const { id: household, from } of rows) expect(await stateOf(household)).toBe(from);
});

test("the database lets no writer of the program move a status", async () => {
  // Dissolving belongs to the life of a household, which is no procedure.
  for (const { from, to } of pairs.filter((pair) => pair.to !== "DISSOLVED" && pair.from !== "DISSOLVED")) {
    const { id } = await one(from);
    const ways = [
      () => writing(admin, ({ tx }) => tx.household.update({ where: { id }, data: { status: to } })),
      () =>
        writing(admin, ({ tx }) =>
          tx.householdYear.updateMany({ where: { householdId: id, year: 2026 }, data: { status: to } }),
        ),
      () =>
        writing(admin, ({ tx }) =>
          tx.householdSpell.updateMany({ where: { householdId: id }, data: { status: to } }),
        ),
      () =>
        writing(
          admin,
          ({ sql }) => sql`select sec.turn_status(${id}::uuid, ${to}, '2026-11-01'::date)::text`,
        ),
    ];
    for (const way of ways) await expect(way()).rejects.toThrow("status-by-procedure");
    expect(await stateOf(id)).toBe(from);
  }
});

test("a file that ended comes back as it was last, and as nothing else", async () => {
  for (const last of ["NOT_REGISTERED", "POOR", "PRE_EXIT", "EXITED", "RETURNED"]) {
    const { id } = await aHousehold(database, {
      divisionId: village,
      spells: [
        { status: last === "POOR" ? "EXITED" : "POOR", fromOn: "2016-01-01", toOn: "2019-01-01" },
        { status: last, fromOn: "2019-01-01" },
      ],
    });
    await dissolveHousehold(admin, { householdId: id, reason: "ALL_MOVED", on: "2026-11-01" });
    for (const to of STATES.filter((state) => state !== "DISSOLVED" && state !== last))
      await expect(
        writing(admin, ({ tx }) => tx.household.update({ where: { id }, data: { status: to } })),
        `${last}, ended, then ${to}`,
      ).rejects.toThrow("status-by-procedure");
    const [event] = await database.look<{ id: string }>("select id from life_event where household_id = $1", [
      id,
    ]);
    await takeBackDeed(admin, { id: event!.id });
    expect(await stateOf(id)).toBe(last);
  }
});

test("a case that is over moves nothing any more, and none moves where its kind does not lead", async () => {
  const move = (caseId: string, to: string, more = "") =>
    writing(admin, async ({ tx }) => {
      await tx.$executeRawUnsafe(
        `update procedure_case set moved_to = '${to}', moved_at = now()${more} where id = '${caseId}'`,
      );
      const { householdId } = await tx.procedureCase.findUniqueOrThrow({ where: { id: caseId } });
      await tx.household.update({ where: { id: householdId ?? "" }, data: { status: to } });
    });
  const { id } = await one("NOT_REGISTERED");
  const { id: done } = await start(by.cadre, id, "IDENTIFICATION");
  const { at } = await carryTo(by, done, "ANNOUNCEMENT");
  // Under way: to none of the states, neither as it stands nor with an objection; nor is it over before its last steps.
  for (const to of STATES.filter((state) => state !== "DISSOLVED")) {
    await expect(move(done, to), `under way to ${to}`).rejects.toThrow(/moved-once|steps-missing/);
    await expect(move(done, to, ", status = 'OBJECTION'"), `objected, to ${to}`).rejects.toThrow(
      "moved-once",
    );
  }
  expect(at).toBeGreaterThan(0);
  await expect(
    writing(
      admin,
      ({ tx }) =>
        tx.$executeRaw`update procedure_case set status = 'DONE', at = 0, closed_on = '2026-11-20' where id = ${done}::uuid`,
    ),
  ).rejects.toThrow("steps-missing");
  await carryTo(by, done, "END");
  expect(await stateOf(id)).toBe("POOR");
  // Over: neither again nor elsewhere, whatever came after it.
  const exit = await start(by.cadre, id, "EXIT");
  await carryTo(by, exit.id, "END");
  expect(await stateOf(id)).toBe("EXITED");
  for (const to of STATES.filter((state) => state !== "EXITED" && state !== "DISSOLVED"))
    for (const over of [done, exit.id])
      await expect(move(over, to), `over, to ${to}`).rejects.toThrow("moved-once");
  expect(await stateOf(id)).toBe("EXITED");
});

test("every column that says a status is known, and no other is written by the program", async () => {
  const found = await database.look<{ place: string }>(
    `select c.table_name || '.' || c.column_name as place from information_schema.columns c
     where c.table_schema = 'public' and c.table_name like 'household%' and c.column_name ~ 'status|exit'
       and has_column_privilege('app_rw', c.table_name, c.column_name, 'UPDATE') order by 1`,
  );
  expect(found.map(({ place }) => place)).toEqual([
    "household.status",
    "household_spell.status",
    "household_year.exit_year",
    // Why not yet, and when it is meant to be: what is told of a plan.
    "household_year.not_exited_reason",
    "household_year.planned_exit_year",
    "household_year.status",
  ]);
});

test("no case moves a status before its steps are done", async () => {
  const { id } = await one("NOT_REGISTERED");
  const { id: procedure } = await start(by.cadre, id, "IDENTIFICATION");
  await expect(
    writing(admin, async ({ tx }) => {
      await tx.$executeRaw`update procedure_case set moved_to = 'POOR', moved_at = now() where id = ${procedure}::uuid`;
      await tx.household.update({ where: { id }, data: { status: "POOR" } });
    }),
  ).rejects.toThrow("steps-missing");
  await expect(
    writing(
      admin,
      ({ tx }) =>
        tx.$executeRaw`update procedure_case set status = 'DONE', closed_on = '2026-11-02' where id = ${procedure}::uuid`,
    ),
  ).rejects.toThrow("steps-missing");
  expect(await stateOf(id)).toBe("NOT_REGISTERED");
});

test.each(HOUSEHOLD_KINDS)(
  "%s begins in its states alone and ends where it says",
  { timeout: 60_000 },
  async (kind) => {
    const more =
      kind === "MONITORING" ? { risks: ["ILLNESS"], authorizedOn: "今天" } : { endedHow: "ELIMINATED" };
    for (const from of STATES) {
      holdToday("2026-11-02");
      const { id } = await one(from);
      const typed = { ...more, type: from === "EXITED" ? "UNSTABLE" : "MARGINAL" };
      if (kind === "RISK_ELIMINATION" && MOVES.MONITORING.from.includes(from)) {
        const begun = await start(by.cadre, id, "MONITORING", {
          ...typed,
          risks: ["ILLNESS"],
          authorizedOn: "今天",
        });
        await carryTo(by, begun.id, "END");
      }
      if (!MOVES[kind].from.includes(from)) {
        await expect(start(by.cadre, id, kind, typed), from).rejects.toMatchObject({ code: "rule" });
        expect(await stateOf(id)).toBe(from);
        continue;
      }
      const { id: procedure } = await start(by.cadre, id, kind, typed);
      // Step by step nothing moves, but for an exit that the county has approved: that one is proposed.
      for (;;) {
        const { next, status } = await show(by.county, procedure);
        if (status === "DONE") break;
        const approved = kind === "EXIT" && (next?.step === "ANNOUNCEMENT" || next?.step === "MARKING");
        expect(await stateOf(id), `${kind} from ${from} at ${next?.step}`).toBe(approved ? "PRE_EXIT" : from);
        await doNext(by, procedure);
      }
      expect(await stateOf(id)).toBe(MOVES[kind].to ?? from);
      const [year] = await database.look<{ exit: number | null }>(
        "select exit_year as exit from household_year where household_id = $1 and year = 2026",
        [id],
      );
      expect(year?.exit ?? null).toBe(kind === "EXIT" ? 2026 : null);
    }
  },
);
