// One-stop service of the demo: windows of townships and villages, matters of the prefecture, and two years of cases, none of them later than now.
import type pg from "pg";
import { addDays } from "#lib/base/calendar.ts";
import { dueOn } from "#lib/domains/services/service.ts";
import { withStatutory } from "#lib/domains/workdays/statutory.ts";
import {
  addWorkingDays,
  type DayKind,
  isWorkingDay,
  type Pause,
  type WorkCalendar,
} from "#lib/domains/workdays/workday.ts";
import { type Batch, batch } from "../ground/copy.ts";
import type { Place } from "../ground/places.ts";
import { type Chance, chance } from "./chance.ts";
import { cadreName, tibetanName } from "./names.ts";
import { HOURS, ITEMS, REASONS_PART, REASONS_WITHDRAWN, type ServiceItem } from "./one-stop.data.ts";
import { HOME, strengthOf } from "./story.ts";
import { writtenAt } from "./written.ts";

/** Cases of a township in two years, at full size; those of the story's township are told at any size. */
const OF_A_TOWNSHIP = 60;
const AT_HOME = 48;
const DAYS = 730;
const OPENED_ON = "2019-03-01";
const NOBODY = { id: 0, name: "" };

type Clerk = { id: number; name: string };
type Desk = { window: string; place: Place; clerk: Clerk };
type Making = {
  rows: Batch;
  by: Chance;
  today: string;
  calendar: WorkCalendar;
  items: Map<string, string>;
  numbers: Set<string>;
};

export async function addServices(client: pg.ClientBase, places: Place[], scale: number, today: string) {
  const rows = batch();
  const by = chance("services");
  const prefecture = places[0]!;
  const people = await accountsOf(client);
  const making: Making = {
    ...{ rows, by, today },
    calendar: await calendarOf(client, today),
    items: new Map(),
    numbers: new Set(),
  };
  for (const { name, limitDays, parts, papers } of ITEMS) {
    const id = by.id(OPENED_ON);
    making.items.set(name, id);
    rows.add("service_item", {
      ...{ id, name, parts, papers },
      ...{ division_id: prefecture.id, limit_days: limitDays, from_on: OPENED_ON },
    });
  }
  for (const township of prefecture.children.flatMap((county) => county.children)) {
    const home = township.parent?.name === HOME.county && township.name === HOME.township;
    const strength = strengthOf(township.parent!);
    // A few townships have none yet; a village has one in two of three places where the county lags, and almost everywhere where it leads.
    if (!home && by.happens(0.06 * (1 - strength))) continue;
    const desk = openDesk(making, township, home ? (people.get("向巴泽仁") ?? NOBODY) : NOBODY);
    const cases = home ? AT_HOME : Math.max(2, Math.round(OF_A_TOWNSHIP * scale));
    for (let nth = 0; nth < cases; nth++) addCase(making, desk, nth);
    for (const village of township.children) {
      if (!home && !by.happens(0.64 + 0.355 * strength)) continue;
      const mine = home && village.name === HOME.village;
      const point = openDesk(making, village, mine ? (people.get("贡布扎西") ?? NOBODY) : NOBODY);
      if (home) for (let nth = 0; nth < (mine ? 12 : 2); nth++) addCase(making, point, nth);
      if (mine) addStory(making, point, people);
    }
    if (home) addStory(making, desk, people);
  }
  for (const year of [0, 1, 2].map((ago) => Number(today.slice(0, 4)) - ago))
    for (const [indicator, value] of Object.entries({ "R3.4": 8500, "R3.5": 9500, "R3.6": 9500 }))
      rows.add("target", { indicator, division_id: prefecture.id, year, value });
  await rows.write(client);
}

async function accountsOf(client: pg.ClientBase): Promise<Map<string, Clerk>> {
  const { rows } = await client.query<Clerk>(
    "select id, name from account where name in ('向巴泽仁', '贡布扎西', '白玛措姆', '四郎多吉')",
  );
  return new Map(rows.map((one) => [one.name, one]));
}

async function calendarOf(client: pg.ClientBase, today: string): Promise<WorkCalendar> {
  const { rows } = await client.query<{ calendar: string; day: string; kind: DayKind }>(
    "select calendar, day::text as day, kind from calendar_day",
  );
  const of = (name: string) =>
    new Map(rows.filter(({ calendar }) => calendar === name).map(({ day, kind }) => [day, kind]));
  return withStatutory({ national: of("NATIONAL"), local: of("LOCAL") }, today);
}

function openDesk({ rows, by }: Making, place: Place, clerk: Clerk): Desk {
  const window = by.id(OPENED_ON);
  const township = place.level === "TOWNSHIP";
  rows.add("service_window", {
    ...{ id: window, division_id: place.id },
    name: `${place.name}${township ? "便民服务中心" : "便民服务点"}`,
    place: township ? "乡镇政府一楼" : "村级组织活动场所",
    hours: township ? HOURS.TOWNSHIP : HOURS.VILLAGE,
    opened_on: addDays(OPENED_ON, by.between(0, 900)),
  });
  return {
    window,
    place,
    clerk: clerk.id ? clerk : { id: 0, name: cadreName(by, by.happens(0.6) ? "M" : "F") },
  };
}

type Course = {
  item: ServiceItem;
  acceptedOn: string;
  applicant: string;
  /** Papers that were missing at first, and for how many days. */
  missing: number;
  missingDays: number;
  /** Working days that the departments took, and how far they have come when it is not over. */
  took: number;
  cameAgain: boolean;
};

function addCase(making: Making, desk: Desk, nth: number) {
  const { by, today, calendar } = making;
  const item = by.weigh(ITEMS.map((one) => [one, one.weight] as const));
  // The first few are of these days, so that every desk has something on its way.
  let acceptedOn = addDays(today, -(nth < 2 ? by.between(1, 6) : by.between(3, DAYS)));
  while (!isWorkingDay(acceptedOn, calendar)) acceptedOn = addDays(acceptedOn, -1);
  const missing = item.papers.length > 1 && by.happens(0.22) ? 1 : 0;
  const late = by.happens(0.06);
  write(making, desk, {
    ...{ item, acceptedOn, missing },
    applicant: tibetanName(by, by.happens(0.5) ? "M" : "F"),
    missingDays: by.between(1, 9),
    took: late
      ? item.limitDays + by.between(1, 5)
      : by.between(Math.floor(item.limitDays / 3), item.limitDays),
    cameAgain: by.happens(0.12),
  });
}

function write({ rows, by, today, calendar, items, numbers }: Making, desk: Desk, course: Course) {
  const { item, acceptedOn, missing } = course;
  const id = by.id(acceptedOn);
  const at = { case_id: id, division_id: desk.place.id };
  const handed = addDays(acceptedOn, course.missingDays);
  const waiting = missing > 0 && handed > today;
  const pauses: Pause[] = missing > 0 ? [{ from: acceptedOn, to: waiting ? "9999-12-31" : handed }] : [];
  const due = waiting ? null : dueOn(acceptedOn, item.limitDays, calendar, pauses);
  const doneOn = waiting ? null : addWorkingDays(missing > 0 ? handed : acceptedOn, course.took, calendar);
  const ended = doneOn !== null && doneOn <= today ? doneOn : null;
  const withdrawn = ended !== null && by.happens(0.02);
  const refused = ended !== null && !withdrawn && by.happens(0.05);
  const rated = ended !== null && !withdrawn && by.happens(0.62);
  const broughtBySelf = missing > 0 && !waiting && by.happens(0.7);
  const came = 1 + (broughtBySelf ? 1 : 0) + (ended !== null && !withdrawn && course.cameAgain ? 1 : 0);
  rows.add("service_case", {
    ...{ id, number: numberOf(by, numbers, acceptedOn), code: codeOf(by), window_id: desk.window },
    ...{ division_id: desk.place.id, item_id: items.get(item.name)!, item_name: item.name },
    ...{ limit_days: item.limitDays, applicant: course.applicant },
    ...{ accepted_on: acceptedOn, received_on: acceptedOn, due_on: due },
    state: withdrawn ? "WITHDRAWN" : ended ? "CLOSED" : waiting ? "PAUSED" : "OPEN",
    times_came: came,
    result: ended && !withdrawn ? (refused ? "REFUSED" : "GRANTED") : null,
    result_note: refused ? by.pick(REASONS_PART) : null,
    ...{ closed_on: ended, closed_by_name: ended ? desk.clerk.name : null },
    rating: rated
      ? by.weigh([
          ["SATISFIED", 80],
          ["BASICALLY", 15],
          ["DISSATISFIED", 5],
        ] as const)
      : null,
    rated_on: rated ? ended : null,
    rated_at: rated ? (by.happens(0.4) ? "CITIZEN" : "WINDOW") : null,
    ...{ account_id: desk.clerk.id, account_name: desk.clerk.name },
    created_at: writtenAt(acceptedOn, 10, by.between(0, 59)),
  });
  for (const [index, name] of item.papers.entries())
    rows.add("service_paper", {
      ...{ ...at, position: index + 1, name },
      handed_on: index < item.papers.length - missing ? acceptedOn : waiting ? null : handed,
    });
  for (const pause of pauses)
    rows.add("service_pause", { ...at, from_on: pause.from, to_on: waiting ? null : pause.to, position: 1 });
  for (const [index, department] of item.parts.entries()) {
    const last = index === item.parts.length - 1;
    const done = ended !== null && !withdrawn;
    rows.add("service_part", {
      ...{ ...at, id: by.id(acceptedOn), position: index + 1, department },
      result: done ? (refused && last ? "REFUSED" : "AGREED") : null,
      note: done && refused && last ? by.pick(REASONS_PART) : null,
      ...{
        done_on: done ? ended : null,
        done_by_name: done ? cadreName(by, by.happens(0.6) ? "M" : "F") : null,
      },
    });
  }
  const said = (kind: string, day: string, cameFor: boolean, note: string | null, hour: number) =>
    rows.add("service_contact", {
      ...{ ...at, id: by.id(day), kind, on_day: day, came: cameFor, note },
      ...{ account_id: desk.clerk.id, account_name: desk.clerk.name },
      created_at: writtenAt(day, hour, by.between(0, 59)),
    });
  said("ACCEPTED", acceptedOn, true, null, 10);
  if (missing > 0 && !waiting) said("PAPERS", handed, broughtBySelf, item.papers.at(-1) ?? null, 11);
  if (ended && withdrawn) said("WITHDRAWN", ended, false, by.pick(REASONS_WITHDRAWN), 16);
  if (ended && !withdrawn) said("TOLD", ended, course.cameAgain, null, 16);
}

/** At the windows of the story: one handed to the county by name, one that is late, one that can be told, one that waits for a paper. */
function addStory(making: Making, desk: Desk, people: Map<string, Clerk>) {
  const { rows, by, today, calendar, items, numbers } = making;
  const handlers = [people.get("四郎多吉"), people.get("白玛措姆")];
  const workday = (ago: number) => {
    let day = addDays(today, -ago);
    while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
    return day;
  };
  const told = [
    { item: "产业发展小额信贷推荐", ago: 5, done: 1, missing: false },
    { item: "外出务工交通补助", ago: 18, done: 1, missing: false },
    { item: "助学补助申请", ago: 4, done: 9, missing: false },
    { item: "临时救助申请", ago: 3, done: 0, missing: true },
  ];
  for (const { item: name, ago, done, missing } of told) {
    const item = ITEMS.find((one) => one.name === name)!;
    const acceptedOn = workday(ago);
    const id = by.id(acceptedOn);
    const at = { case_id: id, division_id: desk.place.id };
    const { id: account, name: clerk } = desk.clerk;
    rows.add("service_case", {
      ...{ id, number: numberOf(by, numbers, acceptedOn), code: codeOf(by), window_id: desk.window },
      ...{
        division_id: desk.place.id,
        item_id: items.get(name)!,
        item_name: name,
        limit_days: item.limitDays,
      },
      ...{ applicant: tibetanName(by, by.happens(0.5) ? "M" : "F") },
      ...{ accepted_on: acceptedOn, received_on: acceptedOn },
      due_on: missing ? null : dueOn(acceptedOn, item.limitDays, calendar, []),
      ...{ state: missing ? "PAUSED" : "OPEN", times_came: 1 },
      ...{ account_id: account, account_name: clerk, created_at: writtenAt(acceptedOn, 10, 20) },
    });
    for (const [index, paper] of item.papers.entries())
      rows.add("service_paper", {
        ...{ ...at, position: index + 1, name: paper },
        handed_on: missing && index === item.papers.length - 1 ? null : acceptedOn,
      });
    if (missing) rows.add("service_pause", { ...at, from_on: acceptedOn, position: 1 });
    for (const [index, department] of item.parts.entries()) {
      const who = department.startsWith("县") ? handlers[0] : handlers[1];
      const over = index < done;
      rows.add("service_part", {
        ...{ ...at, id: by.id(acceptedOn), position: index + 1, department },
        ...{ handler_id: who?.id ?? null, handler_name: who?.name ?? null },
        ...{ result: over ? "AGREED" : null, done_on: over ? workday(ago - 1) : null },
        done_by_name: over ? (who?.name ?? null) : null,
      });
    }
    rows.add("service_contact", {
      ...{ ...at, id: by.id(acceptedOn), kind: "ACCEPTED", on_day: acceptedOn, came: true },
      ...{ account_id: account, account_name: clerk, created_at: writtenAt(acceptedOn, 10, 20) },
    });
  }
}

function numberOf(by: Chance, numbers: Set<string>, day: string): string {
  for (;;) {
    const number = `${day.slice(2).replaceAll("-", "")}-${by.between(100_000, 999_999)}`;
    if (numbers.has(number)) continue;
    numbers.add(number);
    return number;
  }
}

const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
const codeOf = (by: Chance) =>
  Array.from({ length: 16 }, () => LETTERS[by.between(0, LETTERS.length - 1)]).join("");
