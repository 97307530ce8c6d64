// Talent of the demo: programs of the prefecture, who came and serves, wanted posts, and who teaches, with checks of two quarters.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { firstDay, periodOf, previous } from "#lib/base/period.ts";
import { type Batch, batch } from "../ground/copy.ts";
import { addToIndex, keysOf } from "../ground/index-names.ts";
import type { Place } from "../ground/places.ts";
import { type Chance, chance } from "./chance.ts";
import { cadreName, hanName, tibetanName } from "./names.ts";
import {
  POSTS,
  PROGRAMS,
  type ProgramKey,
  REASONS,
  SCHOOLS,
  SENDERS,
  SHARES,
  SUBJECTS,
  TOWNSHIP_POST,
} from "./talent.data.ts";

type Making = { rows: Batch; by: Chance; today: string; programs: Map<ProgramKey, string> };
type Post = (typeof POSTS)[number];
type Served = Post | typeof TOWNSHIP_POST;
const STREAM_OF = { RECRUIT: "IMPORT", DISPATCH: "CIRCULATE", CULTIVATE: "SOURCE" } as const;
const TARGET = 100;

export async function addTalent(client: pg.ClientBase, places: Place[], years: number[], today: string) {
  const rows = batch();
  const prefecture = places[0]!;
  const programs = new Map<ProgramKey, string>();
  const first = chance("talent programs");
  for (const { key, ...program } of PROGRAMS) {
    const id = first.id("2016-06-01");
    programs.set(key, id);
    rows.add("talent_program", { ...program, id, division_id: prefecture.id, from_on: "2016-06-01" });
  }
  for (const year of years) {
    rows.add("target", { indicator: "F3.1", division_id: prefecture.id, year, value: TARGET });
    rows.add("target", { indicator: "F3.2", division_id: prefecture.id, year, value: 9500 });
    rows.add("target", { indicator: "F3.3", division_id: prefecture.id, year, value: 7000 });
    for (const county of prefecture.children)
      rows.add("target", {
        indicator: "F3.1",
        division_id: county.id,
        year,
        value: SHARES[county.name]?.target ?? 0,
      });
  }
  for (const county of prefecture.children) {
    const making: Making = { rows, by: chance(`talent ${county.code}`), today, programs };
    for (const post of POSTS) ofPost(making, county, post);
    ofSchools(making, county, SHARES[county.name]?.sent ?? 5);
    for (const township of county.children) ofTownship(making, township);
  }
  await rows.write(client);
}

/** One post of a county: a demand, and talent that holds some of its places; some served before, some serve without a demand. */
function ofPost(making: Making, county: Place, post: Post) {
  const { rows, by, today } = making;
  const wanted = by.between(1, post.wanted);
  const since = addDays(today, -by.between(200, 640));
  const demand = by.id(since);
  const unit = `${county.name}${post.unit}`;
  const listed = by.happens(0.75);
  if (listed)
    rows.add("talent_demand", {
      id: demand,
      division_id: county.id,
      unit_name: unit,
      post: post.post,
      kind: post.kind,
      wanted,
      from_on: since,
    });
  const held = by.between(Math.floor(wanted / 2), wanted);
  for (let nth = 0; nth < held; nth++) {
    const from = addDays(since, by.between(10, 160));
    const talent = serve(making, county, post, unit, from, null);
    if (listed)
      rows.add("talent_filling", {
        id: by.id(from),
        demand_id: demand,
        talent_id: talent,
        division_id: county.id,
        from_on: from,
      });
  }
  if (by.happens(0.4)) {
    const from = addDays(today, -by.between(700, 1000));
    serve(making, county, post, unit, from, addDays(from, by.between(180, 420)));
  }
}

/** A township lists its one post, and most have somebody who holds it. */
function ofTownship(making: Making, township: Place) {
  const { rows, by, today } = making;
  const since = addDays(today, -by.between(300, 900));
  const from = addDays(since, by.between(20, 200));
  const unit = `${township.name}${TOWNSHIP_POST.unit}`;
  const demand = by.id(since);
  rows.add("talent_demand", {
    ...{ id: demand, division_id: township.id, unit_name: unit, wanted: 1, from_on: since },
    ...{ post: TOWNSHIP_POST.post, kind: TOWNSHIP_POST.kind },
  });
  if (!by.happens(0.8)) return void serve(making, township, TOWNSHIP_POST, unit, from, null);
  rows.add("talent_filling", {
    ...{ id: by.id(from), demand_id: demand, division_id: township.id, from_on: from },
    talent_id: serve(making, township, TOWNSHIP_POST, unit, from, null),
  });
}

function serve(
  making: Making,
  at: Place,
  post: Served,
  unit: string,
  from: string,
  to: string | null,
): string {
  const { rows, by, programs } = making;
  const program = PROGRAMS.find(({ key }) => key === post.program);
  const name = program?.stream === "IMPORT" ? hanName(by) : cadreName(by, by.happens(0.5) ? "M" : "F");
  const person = somebody(making, at, name, unit, post.post);
  const id = by.id(from);
  rows.add("talent", {
    id,
    person_id: person,
    name,
    channel: post.channel,
    kind: post.kind,
    stream: program?.stream ?? STREAM_OF[post.channel],
    program_id: program ? programs.get(program.key) : null,
    division_id: at.id,
    unit_name: unit,
    post: post.post,
    from_on: from,
    to_on: to,
    result: to ? "服务期满，带出本地骨干 2 名" : null,
    ...keysOf(name),
  });
  return id;
}

function somebody({ rows, by }: Making, at: Place, name: string, unit: string, post: string): string {
  const id = by.id("2016-01-01");
  rows.add("person", {
    id,
    name,
    sex: by.happens(0.5) ? "M" : "F",
    birth_on: `${by.between(1975, 1998)}-${String(by.between(1, 12)).padStart(2, "0")}-15`,
    political_status: "MASSES",
    division_id: at.id,
    unit_name: unit,
    post,
    ...keysOf(name),
  });
  addToIndex(rows, { kind: "person", id, divisionId: at.id, title: name, detail: `${unit} ${post}` });
  return id;
}

/** This school year's: begun in March, checked last quarter and this one; some left early, a few planned for next month. */
function ofSchools(making: Making, county: Place, sent: number) {
  const { by, today } = making;
  const year = today.slice(0, 4);
  const quarter = periodOf(today, "quarter");
  const checks = [addDays(firstDay(previous(quarter)), 20), addDays(firstDay(quarter), 15)];
  // Before the school year there is that of the year before.
  const from = `${year}-03-01` <= today ? `${year}-03-01` : `${Number(year) - 1}-03-01`;
  const to = `${Number(from.slice(0, 4)) + 1}-02-28`;
  for (let nth = 0; nth < sent; nth++) {
    const township = county.children[nth % county.children.length]!;
    const early = by.happens(0.06) ? addDays(from, by.between(40, 90)) : null;
    const teacher = sendToTeach(making, county, township, {
      from,
      to,
      started: addDays(from, by.between(0, 6)),
      early,
    });
    for (const day of checks)
      if (day > addDays(from, 6) && day <= today && (early === null || day < early) && by.happens(0.93))
        check(making, county, teacher, day, by.happens(0.95) ? null : by.pick(REASONS));
  }
  if (by.happens(0.6))
    sendToTeach(making, county, county.children[0]!, {
      from: addDays(today, 20),
      to: addDays(today, 320),
      started: null,
      early: null,
    });
}

type Days = { from: string; to: string; started: string | null; early: string | null };
type Sent = { id: string; from: Place; school: Place };

function sendToTeach(
  making: Making,
  county: Place,
  township: Place,
  { from, to, started, early }: Days,
): Sent {
  const { rows, by } = making;
  const name = tibetanName(by, by.happens(0.5) ? "M" : "F");
  const unit = `${township.name}${by.pick(SENDERS)}`;
  const id = by.id(from);
  const school = by.pick(county.children);
  rows.add("teaching_secondment", {
    id,
    person_id: somebody(making, township, name, unit, "专业技术人员"),
    name,
    division_id: township.id,
    from_unit: unit,
    post_type: "TOWNSHIP_PUBLIC",
    school: `${school.name}${by.pick(SCHOOLS)}`,
    school_division_id: school.id,
    subject: by.pick(SUBJECTS),
    from_on: from,
    to_on: to,
    started_on: started,
    ended_on: early,
    ended_why: early ? "原单位工作需要" : null,
    ...keysOf(name),
  });
  return { id, from: township, school };
}

function check({ rows }: Making, county: Place, { id, from, school }: Sent, day: string, why: string | null) {
  rows.add("secondment_check", {
    secondment_id: id,
    day,
    division_id: from.id,
    school_division_id: school.id,
    on_post: why === null,
    why,
    checked_by: 0,
    checked_by_name: `${county.name}委组织部`,
  });
}
