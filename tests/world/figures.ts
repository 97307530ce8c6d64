/**
 * What the indicators must say of the world: counted by hand from the stories (the reasons stand in world.ts), never by the program.
 * Part / whole; 0/0 = no case, shown as “—”. The tree of a period is that of its last day: 达布村 counts under 香堆镇 in 2026Q3 and
 * 2026-10, under 吉塘镇 in 2026-11 and 2026Q4. Open periods are as of 2026-11-25. The open quarter owes what its ended month owes
 * (October: once; 县领导's quarterly visit is not owed before the quarter ends), and counts the visits up to the 25th of November.
 */
import type { World } from "./world.ts";

export const FIGURE_PERIODS = ["2026Q3", "2026-10", "2026-11", "2026Q4"] as const;
type Row = Record<(typeof FIGURE_PERIODS)[number], string>;
const row = (figures: string): Row => {
  const [a = "", b = "", c = "", d = ""] = figures.trim().split(/\s+/);
  return { "2026Q3": a, "2026-10": b, "2026-11": c, "2026Q4": d };
};

type Place = keyof World["divisions"];
const COUNTED: Record<Place, [covered: string, visited: string]> = {
  //            R2.1: Q3    Oct   Nov   Q4     R2.3: Q3   Oct   Nov   Q4
  prefecture: ["7/10  8/10  9/10  9/10", "6/9   6/8   5/9   7/8"],
  chaya: ["5/7   6/7   6/7   6/7", "6/7   4/6   4/7   5/6"],
  jitang: ["3/4   4/4   5/6   5/6", "3/4   3/4   4/6   4/5"],
  xuetong: ["3/4   4/4   4/4   4/4", "3/4   3/4   3/5   3/4"],
  dabu: ["1/2   1/2   1/2   1/2", "1/1   0/1   1/1   1/1"],
  xiangdui: ["2/3   2/3   1/1   1/1", "3/3   1/2   0/1   1/1"],
  laxi: ["1/1   1/1   1/1   1/1", "2/2   1/1   0/1   1/1"],
  renda: ["0/0   0/0   0/0   0/0", "0/0   0/0   0/0   0/0"],
  zuogong: ["2/3   2/3   3/3   3/3", "0/2   2/2   1/2   2/2"],
  wangda: ["1/2   1/2   2/2   2/2", "0/1   1/1   1/1   1/1"],
  lieda: ["0/1   1/2   2/2   2/2", "0/0   1/1   1/1   1/1"],
  dongda: ["1/1   0/0   0/0   0/0", "0/1   0/0   0/0   0/0"],
  tiantuo: ["1/1   1/1   1/1   1/1", "0/1   1/1   0/1   1/1"],
  geru: ["0/0   0/0   0/0   0/0", "0/0   0/0   0/0   0/0"],
  ranni: ["1/1   1/1   1/1   1/1", "0/1   1/1   0/1   1/1"],
};

/** From the first of January on, as org-life.ts tells: organizations put right of those listed, elections in time of terms that ended. */
const ORGANIZATIONS: Partial<Record<Place, [rectified: string, timely: string]>> = {
  //            F1.5: Q3    Oct   Nov   Q4     F1.6: Q3   Oct   Nov   Q4
  prefecture: ["0/3   1/3   1/3   1/3", "2/3   2/3   2/4   2/4"],
  chaya: ["0/3   1/3   1/3   1/3", "2/3   2/3   2/4   2/4"],
  jitang: ["0/2   1/2   1/2   1/2", "2/2   2/2   2/3   2/3"],
  xuetong: ["0/1   1/1   1/1   1/1", "1/1   1/1   1/1   1/1"],
  xiangdui: ["0/1   0/1   0/1   0/1", "0/1   0/1   0/1   0/1"],
};
const NONE = "0/0   0/0   0/0   0/0";
/** Teams complete / villages with posts; days without a secretary / posts; secretaries assessed / in post. Elsewhere 0/0. */
const NOTHING = row("0/0 0/0 0/0 0/0");
const TEAMS: Partial<Record<Place, [complete: string, empty: string, assessed: string]>> = {
  //            F2.1: Q3    Oct   Nov   Q4     F2.2: Q3    Oct   Nov  Q4        F2.5: Q3   Oct   Nov   Q4
  prefecture: ["0/2   1/2   0/2   0/2", "42/1   11/1   0/1   11/1", "0/0   1/1   1/1   1/1"],
  chaya: ["0/2   1/2   0/2   0/2", "42/1   11/1   0/1   11/1", "0/0   1/1   1/1   1/1"],
  jitang: ["0/1   1/1   0/2   0/2", "42/1   11/1   0/1   11/1", "0/0   1/1   1/1   1/1"],
  xuetong: ["0/1   1/1   0/1   0/1", "42/1   11/1   0/1   11/1", "0/0   1/1   1/1   1/1"],
  dabu: ["0/1   0/1   0/1   0/1", "0/0 0/0 0/0 0/0", "0/0 0/0 0/0 0/0"],
  xiangdui: ["0/1   0/1   0/0   0/0", "0/0 0/0 0/0 0/0", "0/0 0/0 0/0 0/0"],
};
/**
 * Cadres trained / cadres in post; their hours in tenths / cadres in post; herder members trained / herder members. All cadres of the
 * world are a village's, so F3.4 says what F2.3 says. 贡布扎西 (雪通村, two posts, one case) was at the course, the tour and in the
 * village, 70.5 hours; 达娃次仁 (达布村) at 左贡县's course, 16 hours; 央金卓嘎 (雪通村, to 11-10) at none. Members who herd: 贡布扎西,
 * 达瓦扎西 and 四郎卓玛 in 雪通村's branch, 扎西次仁 in 吉塘镇's since 09-01; 益西 died in May.
 */
const TRAINED: Partial<Record<Place, [cadres: string, tenths: string, members: string]>> = {
  //            F2.3: Q3    Oct   Nov   Q4     F2.4: Q3     Oct     Nov     Q4       F3.5: Q3   Oct   Nov   Q4
  prefecture: ["2/3   2/3   2/2   2/2", "865/3   865/3   865/2   865/2", "1/4   1/4   1/4   1/4"],
  chaya: ["2/3   2/3   2/2   2/2", "865/3   865/3   865/2   865/2", "1/4   1/4   1/4   1/4"],
  jitang: ["1/2   1/2   2/2   2/2", "705/2   705/2   865/2   865/2", "1/4   1/4   1/4   1/4"],
  xuetong: ["1/2   1/2   1/1   1/1", "705/2   705/2   705/1   705/1", "1/3   1/3   1/3   1/3"],
  dabu: ["1/1   1/1   1/1   1/1", "160/1   160/1   160/1   160/1", "0/0 0/0 0/0 0/0"],
  xiangdui: ["1/1   1/1   0/0   0/0", "160/1   160/1   0/0   0/0", "0/0 0/0 0/0 0/0"],
};
const ofTrained = (nth: 0 | 1 | 2) =>
  Object.fromEntries(
    (Object.keys(COUNTED) as Place[]).map((place) => [
      place,
      TRAINED[place] ? row(TRAINED[place][nth]) : NOTHING,
    ]),
  ) as Record<Place, Row>;
/**
 * Of talent.ts, at the end of September, of October, and on the 25th of November (the running month and quarter alike).
 * F3.1: who began to teach this year: 向巴泽仁 of 吉塘镇 and 达娃次仁 of 田妥镇 in September; who went last year does not count.
 * F3.2: on post at the last check of the period, of those checked who have not ended: in October nobody checked 吉塘镇; in November
 * 达娃次仁 has ended. F3.3: places filled of those listed (吉塘镇 2, 察雅县 1, 香堆镇 1 until 10-25, 左贡县 3). F3.6: serving.
 */
const NOBODY = "0/0 0/0 0/0 0/0";
type TalentFigures = [begun: string, onPost: string, filled: string, serving: string];
const COUNTED_TALENT: Partial<Record<Place, TalentFigures>> = {
  prefecture: ["2/2 2/2 2/2 2/2", "1/2 1/1 0/1 0/1", "3/7 1/6 2/6 2/6", "4/4 4/4 4/4 4/4"],
  chaya: ["1/1 1/1 1/1 1/1", "1/1 0/0 0/1 0/1", "2/4 1/3 2/3 2/3", "3/3 3/3 3/3 3/3"],
  jitang: ["1/1 1/1 1/1 1/1", "1/1 0/0 0/1 0/1", "0/2 0/2 1/2 1/2", "0/0 1/1 2/2 2/2"],
  dabu: [NOBODY, NOBODY, NOBODY, "1/1 1/1 1/1 1/1"],
  xiangdui: [NOBODY, NOBODY, "1/1 0/0 0/0 0/0", "2/2 1/1 0/0 0/0"],
  zuogong: ["1/1 1/1 1/1 1/1", "0/1 1/1 0/0 0/0", "1/3 0/3 0/3 0/3", "1/1 1/1 1/1 1/1"],
  tiantuo: ["1/1 1/1 1/1 1/1", "0/1 1/1 0/0 0/0", NOBODY, NOBODY],
};
const talentFigures = (at: number) =>
  Object.fromEntries(
    Object.keys(COUNTED).map((place) => [place, row(COUNTED_TALENT[place as Place]?.[at] ?? NOBODY)]),
  ) as Record<Place, Row>;
const ofTeams = (nth: 0 | 1 | 2) =>
  Object.fromEntries(
    (Object.keys(COUNTED) as Place[]).map((place) => [
      place,
      TEAMS[place] ? row(TEAMS[place][nth]) : NOTHING,
    ]),
  ) as Record<Place, Row>;

/**
 * Entities at their seats, none of them changing in these months; households taken along by the covered two, at their homes. Two
 * organizations on the chain, each led by the rule: 雪通村's by the village, 吉塘镇's across two villages by the township.
 */
const CHAIN: Partial<Record<Place, [covered: string, own: string, resolved: string, led: string]>> = {
  //            F1.1  F1.2   F1.3   F1.4: Q3    Oct   Nov   Q4
  prefecture: ["2/3", "1/2", "2/2", "3/10  3/10  3/10  3/10"],
  chaya: ["2/2", "1/1", "2/2", "3/7   3/7   3/7   3/7"],
  jitang: ["2/2", "1/1", "2/2", "2/4   2/4   3/6   3/6"],
  xuetong: ["1/1", "1/1", "1/1", "2/4   2/4   2/4   2/4"],
  dabu: ["0/0", "0/0", "0/0", "1/2   1/2   1/2   1/2"],
  xiangdui: ["0/0", "0/0", "0/0", "1/3   1/3   0/1   0/1"],
  laxi: ["0/0", "0/0", "0/0", "0/1   0/1   0/1   0/1"],
  zuogong: ["0/1", "0/1", "0/0", "0/3   0/3   0/3   0/3"],
  wangda: ["0/1", "0/1", "0/0", "0/2   0/2   0/2   0/2"],
  lieda: ["0/1", "0/1", "0/0", "0/1   0/2   0/2   0/2"],
  dongda: ["0/0", "0/0", "0/0", "0/1   0/0   0/0   0/0"],
  tiantuo: ["0/0", "0/0", "0/0", "0/1   0/1   0/1   0/1"],
  ranni: ["0/0", "0/0", "0/0", "0/1   0/1   0/1   0/1"],
};
const chain = (nth: 0 | 1 | 2 | 3) =>
  Object.fromEntries(
    Object.keys(COUNTED).map((place) => {
      const figures = CHAIN[place as Place]?.[nth] ?? "0/0";
      return [place, row(nth === 3 && figures !== "0/0" ? figures : Array(4).fill(figures).join(" "))];
    }),
  ) as Record<Place, Row>;

/**
 * Of checks.ts. R1.6: found living there at the last check, of those that moved and were checked: 泽仁永宗 (东达村, then 列达村) in August
 * yes, on 11-12 no; 洛松群培 (然尼村) on 10-15 yes, and a later no was taken back; 洛松泽仁 was never checked, 格桑央金 is dissolved.
 * M4.2: members of poor households among the population told: 拉西村 40 (尼玛顿珠, two), 达布村 20 (its families have exited), 列达村 25,
 * 东达村 30; 雪通村 told none, so its 四郎卓玛 counts nowhere. M4.5: no file has been looked over yet.
 */
const CHECKED: Partial<Record<Place, [living: string, poor: string]>> = {
  //            R1.6: Q3    Oct   Nov   Q4     M4.2: Q3    Oct    Nov    Q4
  prefecture: ["1/1   2/2   1/2   1/2", "2/115  2/115  2/115  2/115"],
  chaya: ["0/0   0/0   0/0   0/0", "2/60   2/60   2/60   2/60"],
  jitang: ["0/0   0/0   0/0   0/0", "0/0    0/0    0/20   0/20"],
  dabu: ["0/0   0/0   0/0   0/0", "0/20   0/20   0/20   0/20"],
  xiangdui: ["0/0   0/0   0/0   0/0", "2/60   2/60   2/40   2/40"],
  laxi: ["0/0   0/0   0/0   0/0", "2/40   2/40   2/40   2/40"],
  zuogong: ["1/1   2/2   1/2   1/2", "0/55   0/55   0/55   0/55"],
  wangda: ["1/1   1/1   0/1   0/1", "0/55   0/55   0/55   0/55"],
  lieda: ["0/0   1/1   0/1   0/1", "0/25   0/25   0/25   0/25"],
  dongda: ["1/1   0/0   0/0   0/0", "0/30   0/30   0/30   0/30"],
  tiantuo: ["0/0   1/1   1/1   1/1", NONE],
  ranni: ["0/0   1/1   1/1   1/1", NONE],
};
const ofChecks = (nth: 0 | 1) =>
  Object.fromEntries(
    Object.keys(COUNTED).map((place) => [place, row(CHECKED[place as Place]?.[nth] ?? NONE)]),
  ) as Record<Place, Row>;

/** Done in time and confirmed / due, as needs.ts tells: a need counts in the village of the day it was raised. Elsewhere 0/0. */
const NEEDS: Partial<Record<Place, string>> = {
  //            R2.4: Q3  Oct   Nov   Q4
  prefecture: "0/0  1/2  1/2  2/4",
  chaya: "0/0  1/2  0/1  1/3",
  jitang: "0/0  1/1  0/1  1/3",
  xuetong: "0/0  1/1  0/1  1/2",
  dabu: "0/0  0/1  0/0  0/1",
  xiangdui: "0/0  0/1  0/0  0/0",
  zuogong: "0/0  0/0  1/1  1/1",
  wangda: "0/0  0/0  1/1  1/1",
  dongda: "0/0  0/0  1/1  1/1",
};
/**
 * Of one-stop.ts. R3.4: closed with one visit / closed, on the day of closing. R3.5: in time / come to their end, in time on the due day
 * and late on the day after: 雪通村's due on 11-10 and closed on 11-12 counts on 11-11, its open one of 11-20 on 11-21; what is due today
 * and open is not late yet. R3.6: townships and villages with a window of their own / all; 达布村 counts under 吉塘镇 from November.
 */
const SERVED: Partial<Record<Place, [once: string, inTime: string]>> = {
  //            R3.4: Q3    Oct   Nov   Q4     R3.5: Q3   Oct   Nov   Q4
  prefecture: ["2/2   2/2   1/2   3/4", "1/2   2/2   1/3   3/5"],
  chaya: ["1/1   2/2   1/2   3/4", "1/1   2/2   1/3   3/5"],
  jitang: ["1/1   1/1   1/2   3/4", "1/1   1/1   1/3   3/5"],
  xuetong: ["0/0   1/1   0/1   1/2", "0/0   1/1   0/2   1/3"],
  dabu: ["0/0   1/1   0/0   1/1", "0/0   1/1   0/0   1/1"],
  xiangdui: ["0/0   1/1   0/0   0/0", "0/0   1/1   0/0   0/0"],
  zuogong: ["1/1   0/0   0/0   0/0", "0/1   0/0   0/0   0/0"],
  wangda: ["1/1   0/0   0/0   0/0", "0/1   0/0   0/0   0/0"],
};
const WINDOWS: Record<Place, string> = {
  prefecture: "4/12  5/12  4/12  4/12",
  chaya: "3/6   4/6   3/6   3/6",
  jitang: "1/2   2/2   3/3   3/3",
  xuetong: "0/1   1/1   1/1   1/1",
  dabu: "1/1   1/1   1/1   1/1",
  xiangdui: "2/4   2/4   0/3   0/3",
  laxi: "1/1   1/1   0/1   0/1",
  renda: "0/1   0/1   0/1   0/1",
  zuogong: "1/6   1/6   1/6   1/6",
  wangda: "1/3   1/3   1/3   1/3",
  lieda: "0/1   0/1   0/1   0/1",
  dongda: "0/1   0/1   0/1   0/1",
  tiantuo: "0/3   0/3   0/3   0/3",
  geru: "0/1   0/1   0/1   0/1",
  ranni: "0/1   0/1   0/1   0/1",
};
const ofServed = (nth: 0 | 1) =>
  Object.fromEntries(
    Object.keys(COUNTED).map((place) => [place, row(SERVED[place as Place]?.[nth] ?? NONE)]),
  ) as Record<Place, Row>;
/**
 * R1.5: reached at home within the period, of those that have moved: 泽仁永宗 (东达村, 列达村 from 10-20) in every one; 洛松群培 (然尼村)
 * not in November, where his visit was withdrawn; 洛松泽仁 (达布村, moved on 10-05) in October by telephone alone; 格桑央金 is dissolved.
 */
const REACHED: Partial<Record<Place, string>> = {
  //          Q3    Oct   Nov   Q4
  prefecture: "2/2   2/3   2/3   3/3",
  chaya: "0/0   0/1   1/1   1/1",
  jitang: "0/0   0/0   1/1   1/1",
  dabu: "0/0   0/1   1/1   1/1",
  xiangdui: "0/0   0/1   0/0   0/0",
  zuogong: "2/2   2/2   1/2   2/2",
  wangda: "1/1   1/1   1/1   1/1",
  lieda: "0/0   1/1   1/1   1/1",
  dongda: "1/1   0/0   0/0   0/0",
  tiantuo: "1/1   1/1   0/1   1/1",
  ranni: "1/1   1/1   0/1   1/1",
};

/**
 * R2.5: on duty, of the full members who herd, hold no post and are able: 达瓦扎西 in 雪通村 (a duty since 10-08) and 扎西次仁 in 吉塘镇's
 * roster; 贡布扎西 holds a post, 四郎卓玛 is on probation, 益西 died. R2.6: kept, of the pledges that fell due in the period: 达瓦扎西's of
 * September; 扎西次仁's of 10-15, judged on 11-10, so not by the end of October; 达瓦扎西's of 11-20, which nobody reported done.
 */
const DUTIES: Partial<Record<Place, [assigned: string, kept: string]>> = {
  //            R2.5: Q3    Oct   Nov   Q4     R2.6: Q3   Oct   Nov   Q4
  prefecture: ["0/2   1/2   1/2   1/2", "1/1   0/1   0/1   1/2"],
  chaya: ["0/2   1/2   1/2   1/2", "1/1   0/1   0/1   1/2"],
  jitang: ["0/2   1/2   1/2   1/2", "1/1   0/1   0/1   1/2"],
  xuetong: ["0/1   1/1   1/1   1/1", "1/1   0/0   0/1   0/1"],
};
const ofDuties = (nth: 0 | 1) =>
  Object.fromEntries(
    Object.keys(COUNTED).map((place) => [place, row(DUTIES[place as Place]?.[nth] ?? NONE)]),
  ) as Record<Place, Row>;

/**
 * Members with a household linked to them / able full members. 贡布扎西 of 雪通村 has 四郎卓玛's family since 2024; beside him in that branch
 * 达瓦扎西 and 邓增罗布 (四郎卓玛 herself is probationary); 向巴泽仁, 白玛措姆 and 扎西次仁 in 吉塘镇's, 央金卓嘎 and 布珍拉姆 in 香堆镇's,
 * 次仁旺堆 and 嘎松曲珍 in 察雅县's (陈浩 left on 09-20), 尼玛旺杰 in 左贡县's. All the same on the four days.
 */
const LINKED: Partial<Record<Place, string>> = {
  ...{ prefecture: "1/11", chaya: "1/10", jitang: "1/6", xuetong: "1/3", xiangdui: "0/2", zuogong: "0/1" },
};
/** FIGURES["R2.1"].chaya["2026-11"] = "6/7". The year 2026: R2.1 as in 2026-11; R2.3 is 0/9, for eight ended months are owed. */
export const FIGURES = {
  "R2.1": Object.fromEntries(
    Object.entries(COUNTED).map(([place, [covered]]) => [place, row(covered)]),
  ) as Record<Place, Row>,
  "R2.2": Object.fromEntries(
    Object.keys(COUNTED).map((place) => [
      place,
      row(
        Array(4)
          .fill(LINKED[place as Place] ?? "0/0")
          .join(" "),
      ),
    ]),
  ) as Record<Place, Row>,
  "R2.3": Object.fromEntries(
    Object.entries(COUNTED).map(([place, [, visited]]) => [place, row(visited)]),
  ) as Record<Place, Row>,
  "R2.4": Object.fromEntries(
    Object.keys(COUNTED).map((place) => [place, row(NEEDS[place as Place] ?? NONE)]),
  ) as Record<Place, Row>,
  "F1.5": Object.fromEntries(
    Object.keys(COUNTED).map((place) => [place, row(ORGANIZATIONS[place as Place]?.[0] ?? NONE)]),
  ) as Record<Place, Row>,
  "F1.6": Object.fromEntries(
    Object.keys(COUNTED).map((place) => [place, row(ORGANIZATIONS[place as Place]?.[1] ?? NONE)]),
  ) as Record<Place, Row>,
  "F2.1": ofTeams(0),
  "F2.2": ofTeams(1),
  "F2.3": ofTrained(0),
  "F2.4": ofTrained(1),
  "F2.5": ofTeams(2),
  "F1.1": chain(0),
  "F1.2": chain(1),
  "F1.3": chain(2),
  "F1.4": chain(3),
  "F3.4": ofTrained(0),
  "F3.5": ofTrained(2),
  "F3.1": talentFigures(0),
  "F3.2": talentFigures(1),
  "F3.3": talentFigures(2),
  "F3.6": talentFigures(3),
  "R1.5": Object.fromEntries(
    Object.keys(COUNTED).map((place) => [place, row(REACHED[place as Place] ?? NONE)]),
  ) as Record<Place, Row>,
  "R2.5": ofDuties(0),
  "R2.6": ofDuties(1),
  "R1.6": ofChecks(0),
  "R3.4": ofServed(0),
  "R3.5": ofServed(1),
  "R3.6": Object.fromEntries(
    Object.entries(WINDOWS).map(([place, figures]) => [place, row(figures)]),
  ) as Record<Place, Row>,
  "M4.2": ofChecks(1),
  // No check has been closed yet.
  ...(Object.fromEntries(
    ["R2.7", "M4.3", "M4.4"].map((code) => [
      code,
      Object.fromEntries(Object.keys(COUNTED).map((place) => [place, NOTHING])),
    ]),
  ) as Record<"R2.7" | "M4.3" | "M4.4", Record<Place, Row>>),
  "M4.5": Object.fromEntries(Object.keys(COUNTED).map((place) => [place, NOTHING])) as Record<Place, Row>,
};
