// Builds a household: its spells, its row of the open year, and its members, the head first.
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { insert, nextNumber, type Owner } from "./owner.ts";
import { aPerson, type PersonGiven } from "./person.ts";
import { searchLine } from "./search-line.ts";

export type SpellGiven = { divisionId?: number; status: string; fromOn: string; toOn?: string | null };
export type MemberGiven = Omit<PersonGiven, "divisionId" | "householdId"> & { relation?: string };
export type HouseholdGiven = {
  id?: string;
  householdNo?: string;
  divisionId: number;
  groupName?: string;
  headName?: string;
  /** Without it: one spell of `status` since 2016. The last one is the present. */
  spells?: readonly SpellGiven[];
  status?: string;
  attribute?: "GENERAL" | "LOW_ALLOWANCE" | "DESTITUTE";
  mainCause?: string;
  incomePerHeadFen?: bigint | null;
  phone?: string;
  exitYear?: number | null;
  years?: readonly number[];
  /** Besides the head. */
  members?: readonly MemberGiven[];
  head?: Omit<MemberGiven, "name" | "relation">;
};

export type BuiltHousehold = {
  id: string;
  householdNo: string;
  divisionId: number;
  headName: string;
  headId: string;
};

export async function aHousehold(owner: Owner, given: HouseholdGiven): Promise<BuiltHousehold> {
  const number = nextNumber();
  const {
    divisionId,
    headName = `某户${number}`,
    householdNo = `T${String(number).padStart(8, "0")}`,
  } = given;
  const spells = given.spells ?? [{ status: given.status ?? "POOR", fromOn: "2016-01-01" }];
  const status = spells.at(-1)?.status ?? "POOR";
  const facts = {
    division_id: divisionId,
    head_name: headName,
    status,
    attribute: given.attribute ?? "GENERAL",
    main_cause: given.mainCause ?? "LACK_SKILL",
    member_count: 1 + (given.members?.length ?? 0),
    income_per_head_fen: given.incomePerHeadFen === undefined ? 1_250_000n : given.incomePerHeadFen,
    phone: given.phone,
  };
  const { id } = await insert<{ id: string }>(owner, "household", {
    ...facts,
    id: given.id,
    household_no: householdNo,
    group_name: given.groupName ?? "一组",
    ...pinyinKeys(headName),
  });
  for (const spell of spells)
    await insert(owner, "household_spell", {
      household_id: id,
      division_id: spell.divisionId ?? divisionId,
      status: spell.status,
      from_on: spell.fromOn,
      to_on: spell.toOn,
    });
  const years = given.years ?? [2026];
  for (const year of years)
    await insert(owner, "household_year", {
      ...facts,
      household_id: id,
      year,
      standard: "NATIONAL",
      exit_year: given.exitYear,
      housing_grade: "A",
      water_safe: true,
    });
  await searchLine(owner, {
    kind: "household",
    id,
    divisionId,
    householdId: id,
    title: headName,
    detail: householdNo,
  });
  const people = [{ ...given.head, name: headName, relation: "HEAD" }, ...(given.members ?? [])];
  let headId = "";
  for (const [at, member] of people.entries()) {
    const personId = await aMember(owner, { id, divisionId, householdNo, years }, member, at);
    headId ||= personId;
  }
  await owner.look("update household set head_person_id = $2 where id = $1", [id, headId]);
  return { id, householdNo, divisionId, headName, headId };
}

type Home = { id: string; divisionId: number; householdNo: string; years: readonly number[] };

async function aMember(
  owner: Owner,
  home: Home,
  { relation, ...member }: MemberGiven,
  at: number,
): Promise<string> {
  const person = await aPerson(owner, { ...member, divisionId: home.divisionId, householdId: home.id });
  for (const year of home.years)
    await insert(owner, "membership_year", {
      person_id: person.id,
      year,
      household_id: home.id,
      division_id: home.divisionId,
      member_no: `${home.householdNo}${String(at + 1).padStart(2, "0")}`,
      name: person.name,
      relation: relation ?? "OTHER",
      health: "HEALTHY",
    });
  return person.id;
}
