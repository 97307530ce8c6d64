// Proves that a map comes in whole with its number or not at all, that one is shown at a time, and that what was taken away stays on record.
import { beforeAll, expect, test } from "vitest";
import { MAP_BYTES } from "#lib/domains/maps/boundary-map.ts";
import { closeMap, showMap } from "#lib/domains/maps/commands/show-map.ts";
import { listMaps, shownMap } from "#lib/domains/maps/queries.ts";
import { receiveMap } from "#lib/domains/maps/receive-map.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { collectionOf, gridOf } from "#tests/build/boundary.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { world } from "#tests/world/world.ts";

const database = testDatabase();
const unit = world.divisions.prefecture.id;
const NUMBER = "藏S（2026）001号";
const WHOLE = gridOf([{ adcode: 540325 }, { name: "左贡" }, { name: "邻市某县" }]);
let admin: Session;

beforeAll(async () => {
  admin = await signIn(database, "prefecture-admin");
});

function posted(approvalNo: string, file: string | Buffer, name = "边界.geojson"): Request {
  const form = new FormData();
  form.set("approvalNo", approvalNo);
  form.set("file", new Blob([typeof file === "string" ? file : new Uint8Array(file)]), name);
  return new Request("http://localhost/api/uploads/map", { method: "POST", body: form });
}

async function keep(approvalNo = NUMBER): Promise<string> {
  const received = await receiveMap(admin, posted(approvalNo, WHOLE));
  if (!("id" in received)) throw new Error(received.words.key);
  return received.id;
}

const shown = () => reading(admin, (scope) => shownMap(scope, { unit }));
const list = () => reading(admin, (scope) => listMaps(scope, {}));

test.each([
  ["no file", NUMBER, "", "", "file", "map.noFile"],
  ["no JSON", NUMBER, "行政区划", "边界.json", "file", "map.notJson"],
  ["no number", "", WHOLE, "边界.json", "approvalNo", "map.approvalNo"],
  ["a wrong number", "2026年第1号", WHOLE, "边界.json", "approvalNo", "map.approvalNo"],
  ["areas of elsewhere", NUMBER, gridOf([{ name: "邻市某县" }]), "边界.json", "file", "map.noCounty"],
  ["a county missing", NUMBER, gridOf([{ name: "察雅县" }]), "边界.json", "file", "map.missing"],
  ["nothing in it", NUMBER, collectionOf([]), "边界.json", "file", "map.noAreas"],
])(
  "%s is said beside its field, with what was typed, and nothing is kept",
  async (_what, number, file, name, field, key) => {
    const received = await receiveMap(admin, posted(number, file, name));
    expect(received).toMatchObject({ field, words: { key }, approvalNo: number });
    if (key === "map.missing") expect(received).toMatchObject({ words: { values: { names: "左贡县" } } });
    expect((await list()).maps).toEqual([]);
  },
);

test("a file above the limit is read past and refused", async () => {
  const received = await receiveMap(admin, posted(NUMBER, Buffer.alloc(MAP_BYTES + 1, " ")));
  expect(received).toMatchObject({ field: "file", words: { key: "map.tooLarge" } });
});

test("one waits, one is shown; a new one takes its place, and what was taken away stays on record", async () => {
  const first = await keep("gs(2026)12号");
  expect(await shown()).toBeNull();
  const second = await keep();
  const { maps } = await list();
  expect(maps.map(({ id, closedAt }) => [id, closedAt !== null])).toEqual([
    [second, false],
    [first, true],
  ]);
  expect(maps[0]).toMatchObject({ approvalNo: NUMBER, leftOut: ["邻市某县"], fileName: "边界.geojson" });

  await showMap(admin, { id: second });
  const now = await shown();
  expect(now?.approvalNo).toBe(NUMBER);
  expect(now?.drawing.shapes.map(({ divisionId }) => divisionId).sort()).toEqual([
    world.divisions.chaya.id,
    world.divisions.zuogong.id,
  ]);
  await expect(showMap(admin, { id: first })).rejects.toMatchObject({ code: "conflict" });
  await expect(showMap(admin, { id: second })).rejects.toMatchObject({ code: "conflict" });

  const third = await keep("GS（2026）13号");
  expect((await shown())?.approvalNo).toBe(NUMBER);
  await showMap(admin, { id: third });
  expect((await shown())?.approvalNo).toBe("GS（2026）13号");
  await closeMap(admin, { id: third });
  expect(await shown()).toBeNull();
  await expect(closeMap(admin, { id: third })).rejects.toMatchObject({ code: "conflict" });
  const rows = await database.look<{ shown: boolean; by: string }>(
    "select shown_at is not null as shown, closed_by_name as by from boundary_map order by created_at",
  );
  expect(rows).toEqual(
    [false, true, true].map((one) => ({ shown: one, by: world.accounts.organizer.person.name })),
  );
});

test("a county's administrator neither sees the list nor uploads", async () => {
  const county = await signIn(database, "county-admin");
  await expect(receiveMap(county, posted(NUMBER, WHOLE))).rejects.toMatchObject({ code: "refused" });
  await expect(reading(county, (scope) => listMaps(scope, {}))).rejects.toMatchObject({ code: "refused" });
});
