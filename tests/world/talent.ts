// The world's talent, wanted posts and secondments; what follows from them stands in figures.ts, counted by hand.
import type { Owner } from "../build/owner.ts";
import { insert } from "../build/owner.ts";
import {
  aDemand,
  aFilling,
  aSecondment,
  aTalent,
  type DemandGiven,
  type SecondmentGiven,
  type TalentGiven,
} from "../build/talent.ts";
import { world } from "./world.ts";

const { divisions: at, people } = world;
const uuid = (kind: number, nth: number) =>
  `01940000-0000-7000-8000-${String(kind).padStart(4, "0")}${String(nth).padStart(8, "0")}`;

export const PROGRAMS = {
  industry: {
    id: uuid(11, 1),
    name: "新区管委会重点产业人才培训项目",
    stream: "IMPORT",
    operator: "昌都新区管委会",
  },
  medical: { id: uuid(11, 2), name: "组团式医疗援藏", stream: "IMPORT", operator: "昌都市人民医院" },
} as const;

/** 罗布顿珠 serves 左贡县, 李雪梅 and 四郎多吉 in 察雅县, 布珍拉姆 until the 20th of October, 贡布扎西 in 达布村, which moves in November. */
export const TALENTS = {
  doctor: {
    id: uuid(12, 1),
    person: people.otherHelper,
    channel: "RECRUIT",
    kind: "URGENT",
    stream: "IMPORT",
    programId: PROGRAMS.industry.id,
    divisionId: at.zuogong.id,
    unitName: "左贡县人民医院",
    fromOn: "2026-03-01",
  },
  teacher: {
    id: uuid(12, 2),
    person: people.pairedHelper,
    channel: "DISPATCH",
    kind: "PUBLIC_SERVICE",
    stream: "IMPORT",
    programId: PROGRAMS.medical.id,
    divisionId: at.chaya.id,
    unitName: "察雅县中学",
    fromOn: "2026-08-01",
  },
  veterinarian: {
    id: uuid(12, 3),
    person: people.povertyOfficer,
    channel: "CULTIVATE",
    kind: "PRACTICAL",
    stream: "SOURCE",
    divisionId: at.jitang.id,
    unitName: "吉塘镇农牧综合服务中心",
    fromOn: "2026-10-15",
  },
  governor: {
    id: uuid(12, 4),
    person: people.neighborCadre,
    channel: "DISPATCH",
    kind: "GOVERNANCE",
    stream: "CIRCULATE",
    divisionId: at.xiangdui.id,
    unitName: "香堆镇综治中心",
    fromOn: "2026-07-01",
    toOn: "2026-10-20",
  },
  farmer: {
    id: uuid(12, 5),
    person: people.villageCadre,
    channel: "CULTIVATE",
    kind: "PRACTICAL",
    stream: "SOURCE",
    divisionId: at.dabu.id,
    unitName: "达布村农牧合作社",
    fromOn: "2026-01-01",
  },
} satisfies Record<string, TalentGiven>;

export const DEMANDS = {
  veterinarians: {
    id: uuid(13, 1),
    divisionId: at.jitang.id,
    unitName: "吉塘镇农牧综合服务中心",
    post: "畜牧兽医",
    wanted: 2,
    fromOn: "2026-06-01",
  },
  teacher: {
    id: uuid(13, 2),
    divisionId: at.chaya.id,
    unitName: "察雅县中学",
    post: "数学教师",
    kind: "PUBLIC_SERVICE",
    fromOn: "2026-07-01",
  },
  /** Taken off the list on the 25th of October. */
  governor: {
    id: uuid(13, 3),
    divisionId: at.xiangdui.id,
    unitName: "香堆镇综治中心",
    post: "网格管理员",
    kind: "GOVERNANCE",
    fromOn: "2026-07-01",
    toOn: "2026-10-25",
  },
  /** One of three held until the 10th of October. */
  doctors: {
    id: uuid(13, 4),
    divisionId: at.zuogong.id,
    unitName: "左贡县人民医院",
    wanted: 3,
    fromOn: "2026-01-01",
  },
} satisfies Record<string, DemandGiven>;

const FILLINGS = [
  { demand: DEMANDS.veterinarians, talent: TALENTS.veterinarian.id, fromOn: "2026-11-01" },
  { demand: DEMANDS.teacher, talent: TALENTS.teacher.id, fromOn: "2026-08-01" },
  { demand: DEMANDS.governor, talent: TALENTS.governor.id, fromOn: "2026-07-15", toOn: "2026-10-20" },
  { demand: DEMANDS.doctors, talent: TALENTS.doctor.id, fromOn: "2026-03-01", toOn: "2026-10-10" },
];

const teaching = (
  nth: number,
  person: SecondmentGiven["person"],
  from: { id: number },
  school: { id: number },
): Pick<SecondmentGiven, "person" | "divisionId" | "schoolDivisionId"> & { id: string } => ({
  id: uuid(14, nth),
  person,
  divisionId: from.id,
  schoolDivisionId: school.id,
});
export const SECONDMENTS = {
  /** On post in September, on leave in November. */
  running: {
    ...teaching(1, people.townshipCadre, at.jitang, at.chaya),
    fromOn: "2026-09-01",
    toOn: "2027-07-15",
    startedOn: "2026-09-01",
    checks: { "2026-09-20": null, "2026-11-10": "ON_LEAVE" },
  },
  finished: {
    ...teaching(2, people.lastHelper, at.tiantuo, at.zuogong),
    fromOn: "2025-09-01",
    toOn: "2026-07-15",
    startedOn: "2025-09-02",
    checks: { "2026-03-10": null },
  },
  /** The same one went again, was not there in September, was in October, and came back early in November. */
  early: {
    ...teaching(3, people.lastHelper, at.tiantuo, at.zuogong),
    fromOn: "2026-09-01",
    toOn: "2027-07-15",
    startedOn: "2026-09-03",
    endedOn: "2026-11-05",
    checks: { "2026-09-20": "NO_REASON", "2026-10-12": null },
  },
  planned: {
    ...teaching(4, people.townshipHelper, at.xiangdui, at.chaya),
    fromOn: "2026-12-01",
    toOn: "2027-07-15",
  },
} satisfies Record<string, SecondmentGiven>;

export async function seedTalent(owner: Owner): Promise<void> {
  for (const program of Object.values(PROGRAMS))
    await insert(owner, "talent_program", {
      ...program,
      division_id: at.prefecture.id,
      from_on: "2016-01-01",
    });
  for (const talent of Object.values(TALENTS)) await aTalent(owner, talent);
  for (const demand of Object.values(DEMANDS)) await aDemand(owner, demand);
  for (const filling of FILLINGS) await aFilling(owner, filling);
  for (const secondment of Object.values(SECONDMENTS)) await aSecondment(owner, secondment);
}
