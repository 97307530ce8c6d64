// A fact of a family changed on a phone: merged where others changed something else, asked about where they changed the same.
import { createHash, randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { tellFact } from "#lib/domains/households/commands/tell-fact.ts";
import { doorFacts } from "#lib/domains/households/queries/door-facts.ts";
import { householdHistory } from "#lib/domains/households/queries/household-parts.ts";
import { deliver } from "#lib/domains/sync/deliver.ts";
import type { OpAnswer } from "#lib/domains/sync/op.ts";
import { firstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { receivePart } from "#lib/domains/sync/receive-part.ts";
import { recordVisit } from "#lib/domains/visits/commands/record-visit.ts";
import { today } from "#lib/platform/clock.ts";
import { asProblem } from "#lib/platform/database-problem.ts";
import { Problem } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aHousehold, type BuiltHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const divisionId = world.divisions.xuetong.id;
let secretary: Session;
let cadre: Session;
let helper: Session;

beforeAll(async () => {
  secretary = await signIn(database, "first-secretary");
  cadre = await signIn(database, "village-cadre");
  helper = await signIn(database, "paired-helper");
});

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const HOUR = 3_600_000;
const sent = (kind: "FACT" | "VISIT", values: object, ago = 0) => {
  const text = JSON.stringify(values);
  const writtenAt = new Date(Date.now() - ago).toISOString();
  return { kind, op: randomUUID(), values: text, sha256: sha256(text), writtenAt };
};
const inWords = async (error: unknown) => {
  const problem = asProblem(error);
  if (!(problem instanceof Problem)) throw error;
  return { code: problem.code, message: problem.words.key };
};
const send = async (session: Session, op: object): Promise<OpAnswer> =>
  (await deliver(session, { device: "phone", ops: [op] }, inWords))[0]!;

const family = (session: Session, { id }: BuiltHousehold) =>
  reading(session, (scope) => doorFacts(scope, { id }));
const history = async ({ id }: BuiltHousehold, field: string) =>
  (await reading(secretary, (scope) => householdHistory(scope, { id })))
    .filter((one) => one.field === field)
    .map(({ old, new: now, accountName, at, writtenAt }) => ({
      ...{ old, now, by: accountName },
      hours: writtenAt && Math.floor((at.getTime() - writtenAt.getTime()) / HOUR),
    }))
    .reverse();
/** Of whom nothing is recorded yet. */
async function aFamily(place = divisionId) {
  const home = await aHousehold(database, { divisionId: place, members: [{ name: "央宗" }] });
  await database.look(
    "update household_year set housing_grade = null, water_safe = null where household_id = $1",
    [home.id],
  );
  return home;
}
const tell = (session: Session, householdId: string, field: string, was: string, value: string) =>
  tellFact(session, { householdId, field, was, value });

test("different facts of one family merge; the same value on both sides is one; a member's fact is the member's", async () => {
  const home = await aFamily();
  const [head, member] = (await family(secretary, home)).members;
  await tell(cadre, home.id, "housingGrade", "", "C");
  const base = { householdId: home.id };
  const answers = [
    await send(secretary, sent("FACT", { ...base, field: "waterSafe", was: "", value: "no" })),
    await send(secretary, sent("FACT", { ...base, field: "housingGrade", was: "", value: "C" })),
    await send(
      secretary,
      sent("FACT", { ...base, personId: member!.id, field: "schoolStatus", was: "", value: "PRIMARY" }),
    ),
  ];
  expect(answers.map(({ state }) => state)).toEqual(["accepted", "accepted", "accepted"]);
  const now = await family(secretary, home);
  expect(now.facts).toEqual({ housingGrade: "C", waterSafe: "no" });
  expect(now.members.find(({ id }) => id === member!.id)?.facts).toEqual({ schoolStatus: "PRIMARY" });
  expect(now.members.find(({ id }) => id === head!.id)?.facts).toEqual({});
  expect(await history(home, "housingGrade")).toHaveLength(1);
  const first = await reading(secretary, (scope) => firstSync(scope, {}));
  expect(first.households.find(({ id }) => id === home.id)).toMatchObject({
    facts: { housingGrade: "C", waterSafe: "no" },
  });
});

test("the same fact said otherwise meanwhile: nothing is written, and the answer tells what, who and when", async () => {
  const home = await aFamily();
  await tell(cadre, home.id, "housingGrade", "", "A");
  const op = sent("FACT", { householdId: home.id, field: "housingGrade", was: "", value: "D" }, 4 * HOUR);
  for (const _twice of [1, 2])
    expect(await send(secretary, op)).toMatchObject({
      ...{ state: "differs", now: "A", by: world.people.villageCadre.name, at: expect.any(String) },
    });
  expect((await family(secretary, home)).facts).toEqual({ housingGrade: "A" });
});

test.each([
  ["mine", "D", [["A", "D"]]],
  [
    "what stands",
    "A",
    [
      ["A", "D"],
      ["D", "A"],
    ],
  ],
  [
    "something else",
    "B",
    [
      ["A", "D"],
      ["D", "B"],
    ],
  ],
])(
  "chosen: %s; both sayings stay in the history, the one of the phone with its hours",
  async (_name, value, steps) => {
    const home = await aFamily();
    await tell(cadre, home.id, "housingGrade", "", "A");
    const chosen = { householdId: home.id, field: "housingGrade", was: "A", value, instead: "D" };
    expect(await send(secretary, sent("FACT", chosen, 4 * HOUR + 60_000))).toMatchObject({
      state: "accepted",
    });
    expect((await family(secretary, home)).facts).toEqual({ housingGrade: value });
    const [, ...mine] = await history(home, "housingGrade");
    expect(mine.map(({ old, now }) => [old, now])).toEqual(steps);
    expect(mine.map(({ hours }) => hours)).toEqual(steps.map((_one, at) => (at === 0 ? 4 : null)));
    // And changed once more while the phone asked: asked again.
    await tell(cadre, home.id, "housingGrade", value, "C");
    expect(await send(secretary, sent("FACT", { ...chosen, was: value }))).toMatchObject(
      value === "C" ? {} : { state: "differs", now: "C" },
    );
  },
);

test("what makes no sense is refused by itself", async () => {
  const home = await aFamily();
  const base = { householdId: home.id, was: "" };
  for (const wrong of [
    { ...base, field: "housingGrade", value: "Z" },
    { ...base, field: "income", value: "1" },
    { ...base, field: "waterSafe", value: "" },
  ])
    expect(await send(secretary, sent("FACT", wrong))).toMatchObject({ state: "refused", code: "invalid" });
  const nobody = { ...base, personId: randomUUID(), field: "workStatus", value: "IN_COUNTY" };
  expect(await send(secretary, sent("FACT", nobody))).toMatchObject({ state: "early" });
  expect((await family(secretary, home)).facts).toEqual({});
});

/** Each kind comes first, each last, and each before and after what it rests on. */
const ORDERS = [
  ["photo", "fact", "visit", "paired"],
  ["fact", "paired", "photo", "visit"],
  ["visit", "photo", "paired", "fact"],
  ["paired", "photo", "fact", "visit"],
  ["photo", "visit", "fact", "paired"],
] as const;

test("in whatever order they come: what has no ground yet is held, and is there once its ground has come", {
  timeout: 60_000,
}, async () => {
  const picture = await sharp({ create: { width: 320, height: 240, channels: 3, background: "#684" } })
    .jpeg()
    .toBuffer();
  for (const order of ORDERS) {
    const home = await aFamily(world.divisions.dabu.id);
    const visit = { id: randomUUID(), householdId: home.id, visitedOn: today(), situation: "CHANGED" };
    const [visitOp, factOp] = [
      sent("VISIT", visit),
      sent("FACT", { householdId: home.id, field: "waterSafe", was: "", value: "no" }),
    ];
    const photo = { id: randomUUID(), visit: visit.id, sha256: sha256(picture), size: picture.length, at: 0 };
    const about = { ...photo, device: "phone", writtenAt: visitOp.writtenAt };
    let paired = false;
    const steps = {
      paired: async () => {
        await aPairing(database, { household: home, helper: world.people.pairedHelper });
        paired = true;
        return "accepted";
      },
      visit: async () => (await send(helper, visitOp)).state,
      photo: async () => (await receivePart(helper, about, picture)).state,
      fact: async () => (await send(helper, factOp)).state,
    };
    let waiting: (typeof order)[number][] = [...order];
    for (let round = 0; waiting.length > 0; round += 1) {
      expect(round, order.join()).toBeLessThan(4);
      const left: typeof waiting = [];
      for (const step of waiting) {
        const state = await steps[step]();
        if (state === "accepted") continue;
        // A visit out of reach is the one thing that its writer is asked about; it stays on the phone all the same.
        expect(state).toBe({ fact: "early", photo: "noVisit", visit: "refused", paired: "" }[step]);
        if (step !== "photo") expect(paired).toBe(false);
        left.push(step);
      }
      waiting = left;
    }
    const [there] = await database.look<{ visits: number; photos: number; water: boolean }>(
      `select (select count(*)::int from visit where id = $1::text::uuid) as visits,
        (select count(*)::int from stored_file where owner = 'visit' and owner_id = $1::text) as photos,
        (select water_safe from household_year where household_id = $2 order by year desc limit 1) as water`,
      [visit.id, home.id],
    );
    expect(there, order.join()).toEqual({ visits: 1, photos: 1, water: false });
  }
});

test("at a desk the visit and what changed are one deed: a clash keeps both out until it is looked at", async () => {
  const home = await aFamily();
  await tell(cadre, home.id, "waterSafe", "", "yes");
  const visit = {
    ...{ id: randomUUID(), householdId: home.id, visitedOn: today(), situation: "CHANGED" },
    ...{ facts: ["waterSafe"], "was.waterSafe": "", "to.waterSafe": "no", standInReason: "代走访" },
  };
  await expect(recordVisit(secretary, visit)).rejects.toMatchObject({
    code: "conflict",
    fields: { "to.waterSafe": [{ key: "household.changedMeanwhile" }] },
  });
  await expect(recordVisit(secretary, { ...visit, "to.waterSafe": "" })).rejects.toMatchObject({
    fields: { "to.waterSafe": [{ key: "choose" }] },
  });
  const count = async () =>
    (await database.look<{ n: number }>("select count(*)::int as n from visit where id = $1", [visit.id]))[0]
      ?.n;
  expect(await count()).toBe(0);
  await recordVisit(secretary, { ...visit, overwrite: "yes" });
  expect(await count()).toBe(1);
  expect((await family(secretary, home)).facts).toEqual({ waterSafe: "no" });
});
