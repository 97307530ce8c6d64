// What leaders of the demo asked in two years, and what became of it.
import { HOME } from "./story.ts";

type Kind = "EXPLAIN" | "CHECK" | "PRAISE" | "OTHER";
/** Days after it was given, and what was written; one without an answer waits or is late. */
export type Told = {
  ago: number;
  by: string;
  unit: string;
  to: string;
  about: string | null;
  kind: Kind;
  words?: string;
  read?: number;
  reply?: [number, string];
  back?: [number, string, number, string];
  accept?: number;
  withdrawn?: [number, string];
  reminded?: number;
};

const { county, township, village } = HOME;
const [LEADER, ADMIN, COUNTY, ORG, TOWN] = ["洛松平措", "格桑德吉", "嘎松曲珍", "次仁旺堆", "向巴泽仁"];
export const OFFICE = "COUNTY_POVERTY_OFFICE";

export const TOLD: Told[] = [
  {
    ago: 690,
    by: LEADER,
    unit: county,
    to: COUNTY,
    about: "R2.1",
    kind: "EXPLAIN",
    read: 0,
    reply: [2, "新识别的户还没有安排责任人，本月内全部结对。"],
    accept: 3,
  },
  {
    ago: 601,
    by: COUNTY,
    unit: township,
    to: TOWN,
    about: "R2.3",
    kind: "CHECK",
    words: "入户看走访记录是不是真走了",
    read: 1,
    reply: [3, "抽看 12 户，走访属实，2 户记录补登。"],
    accept: 5,
  },
  {
    ago: 512,
    by: LEADER,
    unit: county,
    to: ORG,
    about: "F1.2",
    kind: "EXPLAIN",
    read: 1,
    reply: [3, "合作社党员不足三名，已与邻村联建。"],
    accept: 6,
  },
  {
    ago: 433,
    by: ADMIN,
    unit: county,
    to: OFFICE,
    about: "R2.3",
    kind: "OTHER",
    words: "请把冬季封山前的走访安排报来",
    read: 0,
    reply: [2, "已按乡镇排出封山前走访计划。"],
    accept: 4,
  },
  {
    ago: 365,
    by: COUNTY,
    unit: township,
    to: TOWN,
    about: null,
    kind: "PRAISE",
    words: "贫困户年货发放组织得好",
    read: 1,
  },
  {
    ago: 301,
    by: LEADER,
    unit: county,
    to: COUNTY,
    about: "R2.3",
    kind: "EXPLAIN",
    read: 1,
    reply: [3, "责任人下乡时间不够。"],
    back: [4, "请写明哪几个乡镇、什么时候补上", 7, "主要是两个牧业乡，转场期间没走到，下月 10 日前补齐。"],
    accept: 9,
  },
  {
    ago: 214,
    by: ORG,
    unit: township,
    to: TOWN,
    about: null,
    kind: "OTHER",
    words: "请核对流动党员名单",
    withdrawn: [1, "名单已由县里核对"],
  },
  {
    ago: 152,
    by: LEADER,
    unit: county,
    to: OFFICE,
    about: "R2.4",
    kind: "CHECK",
    read: 1,
    reply: [2, "逾期的需求已逐件核实，缺料的三件改为县里采购。"],
    accept: 3,
  },
  {
    ago: 96,
    by: COUNTY,
    unit: village,
    to: "邓增罗布",
    about: "R2.3",
    kind: "EXPLAIN",
    read: 0,
    reply: [2, "两户外出务工，已电话联系，返乡后补走访。"],
    accept: 4,
  },
  {
    ago: 58,
    by: ADMIN,
    unit: county,
    to: COUNTY,
    about: "R2.1",
    kind: "EXPLAIN",
    read: 2,
    reply: [5, "调离干部的结对户正在移交，月底前完成。"],
    accept: 8,
  },
  {
    ago: 30,
    by: LEADER,
    unit: county,
    to: ORG,
    about: null,
    kind: "PRAISE",
    words: "两委换届准备扎实",
    read: 1,
  },
  {
    ago: 12,
    by: LEADER,
    unit: township,
    to: TOWN,
    about: "R2.3",
    kind: "EXPLAIN",
    words: "吉塘镇连续两个月垫底",
    read: 1,
    reminded: 7,
  },
  {
    ago: 5,
    by: COUNTY,
    unit: township,
    to: "白玛措姆",
    about: "R2.4",
    kind: "CHECK",
    read: 1,
    reply: [3, "已到两户看过，水管本周内换好。"],
  },
  {
    ago: 1,
    by: LEADER,
    unit: county,
    to: COUNTY,
    about: "R2.3",
    kind: "EXPLAIN",
    words: "入冬前走访要跟上",
    read: 1,
  },
  {
    ago: 1,
    by: COUNTY,
    unit: township,
    to: TOWN,
    about: null,
    kind: "CHECK",
    words: "看一看入冬取暖用煤是否到户",
  },
];
