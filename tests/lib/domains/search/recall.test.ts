// Of more than three hundred ways in which people look for a family, at least 98 in a hundred find it among the first five.
import { beforeAll, expect, test } from "vitest";
import { findByIdTail } from "#lib/domains/search/commands.ts";
import { searchEntryFor } from "#lib/domains/search/index-entry.ts";
import { groupNames } from "#lib/domains/search/inside/group-readings.ts";
import { otherSpellings } from "#lib/domains/search/name-dictionary.ts";
import { findAnything } from "#lib/domains/search/queries.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { sealIdNo } from "#lib/platform/seal.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { plantSmallTree } from "../divisions/small-tree.ts";

const database = testDatabase();
let township: Session;

const FIRST = [
  "次仁",
  "达娃",
  "扎西",
  "多吉",
  "丹增",
  "洛桑",
  "平措",
  "格桑",
  "仁青",
  "白玛",
  "索朗",
  "顿珠",
  "强巴",
  "贡嘎",
  "嘎玛",
  "阿旺",
  "益西",
  "土登",
];
const SECOND = [
  "旺堆",
  "曲珍",
  "卓嘎",
  "央金",
  "江村",
  "郎加",
  "卓玛",
  "拉姆",
  "措姆",
  "尼玛",
  "罗布",
  "晋美",
];
type Family = { id: string; name: string; village: string; group: string; tail: string };
const families: Family[] = [];

beforeAll(async () => {
  const at = await plantSmallTree(database);
  const villages = ["一村", "二村"] as const;
  const names = FIRST.flatMap((first) => SECOND.map((second) => `${first}${second}`));
  for (const [nth, name] of names.entries()) {
    const village = villages[nth % 2]!;
    const tail = String(1000 + nth * 7).slice(-4);
    const group = `${"一二三四五"[nth % 5]}组`;
    const entry = searchEntryFor({
      kind: "household",
      subjectId: "-",
      divisionId: at[village]!,
      title: name,
    });
    const sealed = sealIdNo(`54032419800101${tail}`);
    const [made] = await database.look<{ id: string }>(
      `with h as (insert into household (household_no, division_id, group_name, head_name, status, member_count, pinyin, initials) values ($1, $2, $3, $4, 'POOR', 1, $5, $6) returning id),
        p as (insert into person (name, division_id, household_id, id_type, id_no_sealed, id_no_digest, id_tail_digest) select $4, $2, h.id, 'RESIDENT_ID', $8, $9, $10 from h),
        s as (insert into search_entry (kind, subject_id, division_id, household_id, title, detail, grams, pinyin, initials) select 'household', h.id::text, $2, h.id, $4, $1, $7, $5, $6 from h)
       select id from h`,
      [
        `T${10_000 + nth}`,
        at[village],
        group,
        name,
        entry.pinyin,
        entry.initials,
        entry.grams,
        ...[sealed.idNoSealed, sealed.idNoDigest, sealed.idTailDigest],
      ],
    );
    families.push({ id: made!.id, name, village, group, tail });
  }
  for (const village of villages) {
    const entry = searchEntryFor({
      kind: "division",
      subjectId: at[village]!,
      divisionId: at[village]!,
      title: village,
    });
    await database.look(
      `insert into search_entry (kind, subject_id, division_id, title, detail, grams, pinyin, initials) values ('division', $1, $2, $3, '', $4, $5, $6) on conflict do nothing`,
      [String(at[village]), at[village], village, entry.grams, entry.pinyin, entry.initials],
    );
  }
  township = await signIn(database, "t-township");
}, 60_000);

/** Names of the first five, as the palette shows them: hits, then hints. */
async function firstFive(q: string): Promise<string[]> {
  const found = await reading(township, (scope) =>
    findAnything(scope, { q, kinds: ["household"], limit: 5 }),
  );
  return [...found.groups.flatMap(({ hits }) => hits), ...found.hints.flatMap(({ hits }) => hits)]
    .slice(0, 5)
    .map(({ title, id }) => `${title} ${id}`);
}

const every = <T>(rows: readonly T[], nth: number) => rows.filter((_, at) => at % nth === 0);
const lettersOf = (name: string) =>
  searchEntryFor({ kind: "household", subjectId: "-", divisionId: 1, title: name });

/** What was typed, and the name that has to be among the first five. */
function pairs(): [typed: string, family: Family][] {
  const one = every(families, 4);
  return [
    ...one.map((family): [string, Family] => [family.name, family]),
    ...one.flatMap((family) =>
      every(otherSpellings(family.name), 3).map((typed): [string, Family] => [typed, family]),
    ),
    ...one.map((family): [string, Family] => [lettersOf(family.name).pinyin, family]),
    ...one.map((family): [string, Family] => [lettersOf(family.name).initials, family]),
    ...one.map((family): [string, Family] => [`${family.village} ${family.name}`, family]),
    ...one.map((family): [string, Family] => [`${family.name} ${family.village}`, family]),
    ...one.map((family): [string, Family] => [
      `${family.village} ${groupNames(family.group)[0]} ${family.name.slice(0, 2)}`,
      family,
    ]),
  ];
}

test("recall at five is at least 98 % over more than three hundred pairs", async () => {
  const asked = pairs();
  expect(asked.length).toBeGreaterThanOrEqual(300);
  const missed: string[] = [];
  for (const [typed, { name, id }] of asked)
    if (!(await firstFive(typed)).includes(`${name} ${id}`)) missed.push(`${typed} → ${name}`);
  expect(missed.length / asked.length, missed.join("，")).toBeLessThanOrEqual(0.02);
}, 120_000);

test("letters beside a place find families of that place alone, and signs find none", async () => {
  const found = async (q: string) => {
    const { groups } = await reading(township, (scope) =>
      findAnything(scope, { q, kinds: ["household"], limit: 20 }),
    );
    return groups.flatMap(({ hits }) => hits.map(({ id }) => families.find((one) => one.id === id)?.village));
  };
  const here = await found("yicun cr");
  expect(here.length).toBeGreaterThan(3);
  expect(new Set(here)).toEqual(new Set(["一村"]));
  expect(await found("一村 ？！")).toEqual([]);
});

test("卓玛 and 拉姆 are never taken for each other", () => {
  expect(otherSpellings("次仁卓玛").some((name) => name.includes("拉姆"))).toBe(false);
});

test("the last four of an ID number find the member within reach, and nobody elsewhere", async () => {
  const family = families[40]!;
  const people = await findByIdTail(township, { tail: family.tail });
  expect(people.map(({ title }) => title)).toContain(family.name);
  const elsewhere = await signIn(database, "t-west");
  expect(await findByIdTail(elsewhere, { tail: family.tail })).toEqual([]);
});
