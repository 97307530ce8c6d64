/**
 * The terms of the world's Party organizations and the list of weak ones (today is 2026-11-25), with what F1.5 and F1.6 make of them.
 *
 * Terms that end in 2026          due          election          F1.6
 * 牦牛合作社党支部 (雪通村)         06-30        06-28             ✓        (the one before was late, in 2023: another year)
 * 香堆镇党委                       08-20        —                 ✗        over for 97 days
 * 吉塘镇党委                       09-10        09-05             ✓
 * 青稞产业党支部 (吉塘镇)          11-10        11-20             ✗ late
 * 雪通村党支部                     12-20        postponed from 10-20 with a document: no case yet
 * 察雅县委                         12-15        no case yet
 * 昌都市委, 左贡县委               no term on record
 *
 * Weak in 2026                     found        put right         F1.5
 * 香堆镇党委                       03-12        open, one of two measures late   ✗
 * 牦牛合作社党支部                 04-02        accepted 10-15                   ✓ from October
 * 青稞产业党支部                   2025-05-20   carried over, reported 11-18     ✗
 */
import type { TermGiven, WeakGiven } from "../build/org-life.ts";
import { world } from "./world.ts";

const { chaya, jitang, xiangdui, xuetong, yaks, barley } = world.partyOrgs;
const { accounts, weak } = world;

export const TERMS: readonly TermGiven[] = [
  { org: yaks, electedOn: "2020-05-10", years: 3, reelectedOn: "2023-06-30", result: "LATE" },
  { org: yaks, electedOn: "2023-06-30", years: 3, reelectedOn: "2026-06-28", result: "ON_TIME" },
  { org: yaks, electedOn: "2026-06-28", years: 3 },
  { org: xiangdui, electedOn: "2021-08-20", years: 5 },
  { org: jitang, electedOn: "2021-09-10", years: 5, reelectedOn: "2026-09-05", result: "ON_TIME" },
  { org: jitang, electedOn: "2026-09-05", years: 5 },
  { org: barley, electedOn: "2023-11-10", years: 3, reelectedOn: "2026-11-20", result: "LATE" },
  { org: barley, electedOn: "2026-11-20", years: 3 },
  {
    ...{ org: xuetong, electedOn: "2021-10-20", years: 5 },
    ...{ postponedTo: "2026-12-20", postponedDocument: "察组复〔2026〕15号" },
  },
  { org: chaya, electedOn: "2021-12-15", years: 5 },
];

export const LISTINGS: readonly WeakGiven[] = [
  {
    ...{ id: weak.xiangdui.id, org: xiangdui, year: 2026, cause: "LATE_ELECTION", foundOn: "2026-03-12" },
    measures: [
      { what: "配齐党委班子", who: "县委组织部 次仁旺堆", dueOn: "2026-06-30", doneOn: "2026-06-20" },
      { what: "完成换届", who: "香堆镇党委 布珍拉姆", dueOn: "2026-10-31" },
    ],
  },
  {
    ...{ id: weak.yaks.id, org: yaks, year: 2026, cause: "NO_PARTY_LIFE", foundOn: "2026-04-02" },
    ...{ status: "ACCEPTED", reportedBy: accounts.townshipCadre.id, reportedOn: "2026-09-28" },
    ...{ decidedBy: accounts.countySecretary.id, acceptedOn: "2026-10-15" },
    measures: [{ what: "恢复三会一课", who: "贡布扎西", dueOn: "2026-08-31", doneOn: "2026-08-15" }],
  },
  {
    ...{ id: weak.barleyBefore.id, org: barley, year: 2025, cause: "WEAK_GOVERNANCE", foundOn: "2025-05-20" },
    ...{ status: "CARRIED", decidedBy: accounts.countySecretary.id },
  },
  {
    ...{ id: weak.barley.id, org: barley, year: 2026, cause: "WEAK_GOVERNANCE", foundOn: "2025-05-20" },
    ...{ status: "REPORTED", reportedBy: accounts.townshipCadre.id, reportedOn: "2026-11-18" },
    carriedFrom: weak.barleyBefore.id,
    measures: [{ what: "账目公开", who: "向巴泽仁", dueOn: "2026-10-31", doneOn: "2026-10-20" }],
  },
];
