// The demo's ground: the same divisions and rules that every installation begins with, years, targets, and two past changes of the tree.
import type pg from "pg";
import { batch } from "../ground/copy.ts";
import { addDivisions, FIRST_DAY } from "../ground/divisions.ts";
import { keysOf } from "../ground/index-names.ts";
import { forgetNumbers } from "../ground/next-numbers.ts";
import { type Place, placeWithin } from "../ground/places.ts";
import { addVisitRules } from "../ground/visit-rules.ts";
import { HOME } from "./story.ts";

type Ground = { places: Place[]; years: number[]; scale: number; today: string };

/** A village that stood under a neighboring township until the middle of last year. */
const MOVED = { village: "卡松村", to: "烟多镇", from: HOME.township };
/** A township that was a 乡 until the middle of last year. */
const RENAMED = { township: "香堆镇", before: "香堆乡" };

/** Of the industry chain: covered, branches where they are due, led by the rule. How many households it takes along is only watched. */
const CHAIN_TARGETS = [
  ["F1.1", 8500],
  ["F1.2", 9000],
  ["F1.3", 10_000],
] as const;

/** Poor people and doubts in a hundred and in a thousand may be at most so many, in basis points. */
const FROM_ABOVE = {
  "F1.5": 9000,
  "F1.6": 9500,
  "R1.6": 9500,
  "R2.4": 8500,
  "R2.7": 9000,
  "M4.2": 300,
  "M4.3": 9800,
  "M4.4": 9800,
  "M4.5": 650,
};

export async function layGround(client: pg.ClientBase, { places, years, scale, today }: Ground) {
  const rows = batch();
  const chaya = places.find((place) => place.name === HOME.county)!;
  const moved = placeWithin(placeWithin(chaya, MOVED.to), MOVED.village);
  const oldParent = placeWithin(chaya, MOVED.from);
  const openYear = years.at(-1)!;
  addDivisions(rows, places, (place) => (place === moved ? oldParent : place.parent));
  for (const year of years)
    rows.add("registry_year", { year, status: year === openYear ? "OPEN" : "CLOSED" });
  addVisitRules(rows, FIRST_DAY);
  for (const place of places.filter(({ level }) => level !== "VILLAGE"))
    for (const year of years) {
      const covered = place.level === "PREFECTURE" ? 9800 : place.level === "COUNTY" ? 9850 : 10000;
      rows.add("target", { indicator: "R2.1", division_id: place.id, year, value: covered });
      rows.add("target", { indicator: "R2.3", division_id: place.id, year, value: 9000 });
      for (const [indicator, value] of CHAIN_TARGETS)
        rows.add("target", { indicator, division_id: place.id, year, value });
      // Set from above for all below.
      if (place.level === "PREFECTURE")
        for (const [indicator, value] of Object.entries(FROM_ABOVE))
          rows.add("target", { indicator, division_id: place.id, year, value });
    }
  rows.add("setting", { key: "demo", from_on: FIRST_DAY, value: JSON.stringify({ scale, madeOn: today }) });
  await rows.write(client);
  await forgetNumbers(client, "division");
  await changeTree(client, { moved, oldParent, renamed: placeWithin(chaya, RENAMED.township) }, openYear - 1);
}

type Changes = { moved: Place; oldParent: Place; renamed: Place };

async function changeTree(client: pg.ClientBase, { moved, oldParent, renamed }: Changes, year: number) {
  const [movedOn, renamedOn] = [`${year}-07-01`, `${year}-04-01`];
  await client.query("select sec.move_subtree('division_closure', $1, $2, $3)", [
    moved.id,
    moved.parent!.id,
    movedOn,
  ]);
  const { pinyin, initials } = keysOf(renamed.name);
  await client.query(
    `insert into tree_event (tree, kind, node_id, target_id, effective_on, document_no, detail, status, created_at, done_at) values
      ('DIVISION', 'MOVE', $1, $2, $3, $4, $5, 'DONE', $3::date - 20, $3),
      ('DIVISION', 'RENAME', $6, null, $7, $8, $9, 'DONE', $7::date - 20, $7)`,
    [
      moved.id,
      moved.parent!.id,
      movedOn,
      `察政发〔${year}〕31号`,
      JSON.stringify({ oldParentId: oldParent.id, oldParentName: oldParent.name }),
      renamed.id,
      renamedOn,
      `昌政函〔${year}〕16号`,
      JSON.stringify({ name: renamed.name, oldName: RENAMED.before, pinyin, initials }),
    ],
  );
}
