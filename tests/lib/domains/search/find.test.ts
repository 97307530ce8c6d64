// Whoever searches finds by characters, pinyin, initials and other readings, own area first, and nothing beyond reach.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { findByIdTail } from "#lib/domains/search/commands.ts";
import { searchEntryFor } from "#lib/domains/search/index-entry.ts";
import { findAnything } from "#lib/domains/search/queries.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { sealIdNo } from "#lib/platform/seal.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import {
  type Places,
  plantAccount,
  plantDivision,
  plantHousehold,
  plantSmallTree,
} from "../divisions/small-tree.ts";

const database = testDatabase();
let at: Places;
let township: Session;
let prefecture: Session;

beforeAll(async () => {
  at = await plantSmallTree(database);
  at.八宿 = await plantDivision(database, at.市!, "某八宿县");
  await index({ kind: "division", subjectId: at.八宿, divisionId: at.八宿, title: "八宿县" });
  await plantPeople(
    ["次仁央宗", at.一村!],
    ["泽仁央宗", at.一村!],
    ["阿次仁", at.一村!],
    ["次仁", at.一村!],
    ["次仁央宗", at.四村!],
  );
  const household = await plantHousehold(database, "T540300990001", at.一村!);
  await index({
    kind: "household",
    subjectId: household,
    divisionId: at.一村!,
    householdId: household,
    title: "次仁",
    detail: "T540300990001",
  });
  township = await signIn(database, "t-township");
  prefecture = await signIn(database, "t-prefecture");
});

async function index(subject: Parameters<typeof searchEntryFor>[0]) {
  const entry = searchEntryFor(subject);
  await database.look(
    `insert into search_entry (kind, subject_id, division_id, household_id, title, detail, grams, pinyin, initials)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      entry.kind,
      entry.subjectId,
      entry.divisionId,
      entry.householdId,
      entry.title,
      entry.detail,
      entry.grams,
      entry.pinyin,
      entry.initials,
    ],
  );
}

async function plantPeople(...people: [name: string, place: number][]) {
  for (const [no, [name, place]] of people.entries()) {
    const { idNoSealed, idNoDigest, idTailDigest } = sealIdNo(`54030119800101${no}07X`);
    const [person] = await database.look<{ id: string }>(
      `insert into person (name, division_id, id_type, id_no_sealed, id_no_digest, id_tail_digest) values ($1, $2, 'RESIDENT_ID', $3, $4, $5) returning id`,
      [name, place, idNoSealed, idNoDigest, idTailDigest],
    );
    await index({ kind: "person", subjectId: person!.id, divisionId: place, title: name });
  }
}

const find = async (session: Session, q: string, kind: "person" | "household" | "division" = "person") => {
  const found = await reading(session, (scope) => findAnything(scope, { q, kinds: [kind], limit: 20 }));
  return {
    ...found,
    titles: found.groups.flatMap((group) => group.hits.map((hit) => `${hit.title} ${hit.detail}`.trim())),
  };
};

test("exact stands before prefix before inside; one character is enough", async () => {
  expect((await find(township, "次仁")).titles).toEqual(["次仁 一村", "次仁央宗 一村", "阿次仁 一村"]);
  expect((await find(township, "仁")).titles).toHaveLength(4);
});

test("of many bearers as many as asked for are shown, the exact ones first, and all of them are found when there is room", async () => {
  for (const [title, divisionId] of [
    ["雍措卓玛", at.一村!],
    ["阿雍措", at.四村!],
    ["雍措央吉", at.四村!],
    ["雍措", at.四村!],
    ["雍措白姆", at.一村!],
    ["雍措", at.一村!],
  ] as const)
    await index({ kind: "person", subjectId: randomUUID(), divisionId, title });
  const asked = (session: Session, q: string, limit: number) =>
    reading(session, (scope) => findAnything(scope, { q, kinds: ["person"], limit }));
  for (const q of ["雍措", "yongcuo", "yongc"]) {
    const [few] = (await asked(prefecture, q, 3)).groups;
    expect(few?.more, q).toBe(true);
    expect(few?.hits.map(({ title }) => title).slice(0, 2), q).toEqual(["雍措", "雍措"]);
    expect(few?.hits[2]?.title, q).toMatch(/^雍措./);
    const [all] = (await asked(prefecture, q, 20)).groups;
    expect(all?.hits.map(({ title }) => title).toSorted(), q).toEqual(
      ["雍措", "雍措", "雍措央吉", "雍措卓玛", "雍措白姆", ...(q === "雍措" ? ["阿雍措"] : [])].toSorted(),
    );
  }
  const [inside] = (await asked(prefecture, "雍措", 20)).groups;
  expect(inside?.hits.at(-1)?.title).toBe("阿雍措");
  const [own] = (await asked(township, "雍措", 20)).groups;
  expect(own?.hits.map(({ title }) => title)).toEqual(["雍措", "雍措卓玛", "雍措白姆"]);
});

test("full pinyin, its beginning, initials and both mixed find the same person", async () => {
  for (const q of ["cirenyangzong", "cirenya", "cryz", "CiRen yangzong", "ciren央宗"])
    expect((await find(township, q)).titles, q).toContain("次仁央宗 一村");
});

test("八宿 answers to basu and baxiu", async () => {
  for (const q of ["basu", "baxiu", "bsx", "八宿", "宿"])
    expect((await find(prefecture, q, "division")).titles, q).toEqual([expect.stringContaining("八宿县")]);
});

test("the same name in other characters is a hint after the results, never a result", async () => {
  const { titles, hints } = await find(township, "次仁央宗");
  expect(titles).toEqual(["次仁央宗 一村"]);
  expect(hints).toMatchObject([{ spelling: "泽仁央宗", hits: [{ title: "泽仁央宗" }] }]);
});

test("people beyond reach are not found, and of those within the own area comes first", async () => {
  expect((await find(township, "次仁央宗")).titles).toEqual(["次仁央宗 一村"]);
  expect((await find(prefecture, "次仁央宗")).titles).toEqual(["次仁央宗 一村", "次仁央宗 四村"]);
});

test("a household is found by its number, from the fourth digit on", async () => {
  for (const q of ["T540300990001", "T5403"])
    expect((await find(township, q, "household")).titles, q).toEqual([
      "T540300990001户主 一村 · T540300990001",
    ]);
  expect((await find(township, "T540", "household")).titles).toEqual([]);
});

test("a whole ID number is refused, not searched", async () => {
  expect(await find(township, "54030119800101007X")).toMatchObject({ refused: true, groups: [] });
});

test("the last four find people within reach only, are told without the digits, and end after sixty", async () => {
  expect((await findByIdTail(township, { tail: "007x" })).map(({ title }) => title)).toEqual(["次仁央宗"]);
  expect(await findByIdTail(township, { tail: "407X" })).toEqual([]);
  expect(
    (await findByIdTail(prefecture, { tail: "407X" })).map(({ title, detail }) => [title, detail]),
  ).toEqual([["次仁央宗", "四村"]]);
  const told = await database.look<{ facts: object }>(
    "select facts from audit_event where verb = 'person.soughtByIdTail'",
  );
  expect(told).toHaveLength(3);
  expect(JSON.stringify(told)).not.toContain("07");
  await expect(findByIdTail(township, { tail: "12" })).rejects.toMatchObject({
    fields: { tail: [{ key: "search.tail" }] },
  });

  await plantAccount(database, "t-curious", "TOWNSHIP_REVIEWER", at.东乡!);
  const curious = await signIn(database, "t-curious");
  for (let tries = 0; tries < 60; tries += 1) await findByIdTail(curious, { tail: "0000" });
  await expect(findByIdTail(curious, { tail: "0001" })).rejects.toMatchObject({
    words: { key: "search.tooMany" },
  });
});
