// Windows of the world and what citizens asked for there; what follows from it stands in figures.ts, counted by hand.
import { insert, type Owner } from "../build/owner.ts";
import { world } from "./world.ts";

const { prefecture, jitang, xuetong, dabu, laxi, wangda } = world.divisions;
const uuid = (kind: number, nth: number) =>
  `01940000-0000-7000-8000-${String(kind).padStart(4, "0")}${String(nth).padStart(8, "0")}`;
type Place = { id: number; name: string };

/** 雪通村's opened in October, 拉西村's closed in November; 达布村 took its own along to 吉塘镇. */
const WINDOWS: [place: Place, openedOn: string, closedOn?: string][] = [
  [jitang, "2020-03-01"],
  [xuetong, "2026-10-05"],
  [dabu, "2021-05-01"],
  [laxi, "2020-03-01", "2026-11-10"],
  [wangda, "2020-03-01"],
];
const ITEM = { id: uuid(22, 1), name: "临时救助申请" };

type Told = [
  place: Place,
  acceptedOn: string,
  dueOn: string | null,
  state: string,
  closedOn: string | null,
  came: number,
];
const CASES: Told[] = [
  [jitang, "2026-09-10", "2026-09-30", "CLOSED", "2026-09-15", 1],
  [wangda, "2026-07-20", "2026-08-01", "CLOSED", "2026-08-03", 1],
  [xuetong, "2026-10-12", "2026-10-22", "CLOSED", "2026-10-20", 1],
  [dabu, "2026-10-10", "2026-10-16", "CLOSED", "2026-10-15", 1],
  // Late, and the citizen came twice.
  [xuetong, "2026-10-27", "2026-11-10", "CLOSED", "2026-11-12", 2],
  // Late and still open.
  [xuetong, "2026-11-06", "2026-11-20", "OPEN", null, 1],
  // Done on its due day, today.
  [jitang, "2026-11-11", "2026-11-25", "CLOSED", "2026-11-25", 1],
  // Due today and still open, withdrawn in time, waiting for papers: these count nowhere.
  [jitang, "2026-11-11", "2026-11-25", "OPEN", null, 1],
  [jitang, "2026-11-02", "2026-11-20", "WITHDRAWN", "2026-11-05", 1],
  [jitang, "2026-11-18", null, "PAUSED", null, 1],
];

export async function seedOneStop(owner: Owner): Promise<void> {
  const windowOf = new Map<number, string>();
  for (const [at, [place, openedOn, closedOn]] of WINDOWS.entries()) {
    windowOf.set(place.id, uuid(21, at + 1));
    await insert(owner, "service_window", {
      ...{ id: uuid(21, at + 1), division_id: place.id, name: `${place.name}便民服务点` },
      ...{ place: "一楼", hours: "工作日", opened_on: openedOn, closed_on: closedOn },
      closed_why: closedOn ? "人员调整" : undefined,
    });
  }
  await insert(owner, "service_item", {
    ...{ ...ITEM, division_id: prefecture.id, limit_days: 10, from_on: "2020-01-01" },
    ...{ parts: ["乡镇民政办", "县民政局"], papers: ["申请书", "户口簿复印件"] },
  });
  for (const [at, [place, acceptedOn, dueOn, state, closedOn, came]] of CASES.entries()) {
    const id = uuid(23, at + 1);
    await insert(owner, "service_case", {
      ...{ id, number: `260000-${100001 + at}`, code: `world${String(at).padStart(11, "0")}` },
      ...{ window_id: windowOf.get(place.id), division_id: place.id },
      ...{ item_id: ITEM.id, item_name: ITEM.name, limit_days: 10, applicant: "某某" },
      ...{ accepted_on: acceptedOn, received_on: acceptedOn, due_on: dueOn, state, times_came: came },
      ...{ closed_on: closedOn, result: state === "CLOSED" ? "GRANTED" : undefined },
      ...{ account_id: 0, account_name: "某窗口" },
    });
  }
}
