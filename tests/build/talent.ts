// Builds talent, demands with the places filled, and secondments with their checks.
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { insert, type Owner } from "./owner.ts";

type Person = { id: string; name: string };
export type TalentGiven = {
  id?: string;
  person: Person;
  channel: "RECRUIT" | "DISPATCH" | "CULTIVATE";
  kind: "URGENT" | "PRACTICAL" | "PUBLIC_SERVICE" | "GOVERNANCE";
  stream: "IMPORT" | "CIRCULATE" | "SOURCE";
  programId?: string | null;
  divisionId: number;
  unitName?: string;
  fromOn: string;
  toOn?: string | null;
};

export const aTalent = (owner: Owner, { person, ...given }: TalentGiven) =>
  insert<{ id: string }>(owner, "talent", {
    id: given.id,
    person_id: person.id,
    name: person.name,
    channel: given.channel,
    kind: given.kind,
    stream: given.stream,
    program_id: given.programId,
    division_id: given.divisionId,
    unit_name: given.unitName ?? "县人民医院",
    from_on: given.fromOn,
    to_on: given.toOn,
    ...pinyinKeys(person.name),
  });

export type DemandGiven = {
  id?: string;
  divisionId: number;
  unitName?: string;
  post?: string;
  kind?: TalentGiven["kind"];
  wanted?: number;
  fromOn: string;
  toOn?: string | null;
};

export const aDemand = (owner: Owner, given: DemandGiven) =>
  insert<{ id: string }>(owner, "talent_demand", {
    id: given.id,
    division_id: given.divisionId,
    unit_name: given.unitName ?? "县人民医院",
    post: given.post ?? "全科医生",
    kind: given.kind ?? "URGENT",
    wanted: given.wanted ?? 1,
    from_on: given.fromOn,
    to_on: given.toOn,
    closed_why: given.toOn ? "已经不缺" : undefined,
  });

type FillingGiven = {
  demand: { id: string; divisionId: number };
  talent: string;
  fromOn: string;
  toOn?: string | null;
};

export const aFilling = (owner: Owner, { demand, talent, fromOn, toOn }: FillingGiven) =>
  insert<{ id: string }>(owner, "talent_filling", {
    demand_id: demand.id,
    division_id: demand.divisionId,
    talent_id: talent,
    from_on: fromOn,
    to_on: toOn,
  });

export type SecondmentGiven = {
  id?: string;
  person: Person;
  divisionId: number;
  schoolDivisionId: number;
  fromUnit?: string;
  school?: string;
  fromOn: string;
  toOn: string;
  startedOn?: string | null;
  endedOn?: string | null;
  /** Why not on post by day; null = on post. */
  checks?: Record<string, string | null>;
};

export async function aSecondment(
  owner: Owner,
  { person, ...given }: SecondmentGiven,
): Promise<{ id: string }> {
  const where = { division_id: given.divisionId, school_division_id: given.schoolDivisionId };
  const { id } = await insert<{ id: string }>(owner, "teaching_secondment", {
    ...where,
    id: given.id,
    person_id: person.id,
    name: person.name,
    from_unit: given.fromUnit ?? "镇农牧综合服务中心",
    post_type: "TOWNSHIP_PUBLIC",
    school: given.school ?? "镇中心小学",
    subject: "CHINESE",
    from_on: given.fromOn,
    to_on: given.toOn,
    started_on: given.startedOn,
    ended_on: given.endedOn,
    ended_why: given.endedOn ? "因工作需要" : undefined,
    ...pinyinKeys(person.name),
  });
  for (const [day, why] of Object.entries(given.checks ?? {}))
    await insert(owner, "secondment_check", {
      ...where,
      secondment_id: id,
      day,
      on_post: why === null,
      why,
      checked_by: 1,
      checked_by_name: "某某",
    });
  return { id };
}
