/** What of a read row is staged: columns under the names of the tables they go to; ID numbers only sealed and digested. */
import { pinyinKeys } from "#lib/domains/people/pinyin.ts";
import { STATED } from "#lib/domains/trainings/training.ts";
import { idDigest, sealIdNo } from "#lib/platform/seal.ts";
import type { Problem, Value, Values } from "../sheet.ts";
import type { Marked } from "../sheets/attendance-marks.ts";
import { incomesOf } from "../sheets/income-sources.ts";
import { isSigned, measureDays } from "../sheets/measures.ts";
import { isMasked } from "../sheets/publicity.ts";
import { trainingAudience, trainingDays } from "../sheets/trainings.ts";
import { readBothDays } from "./both-days-readings.ts";
import { fieldStages } from "./stage-field.ts";
import { type Json, named, pick, text } from "./staged-parts.ts";

export type Staged = {
  /** Problems that reading found; kept apart, since what the registry says may change until the rows go in. */
  told?: Problem[];
  name: string;
  householdNo?: string;
  household?: Json;
  year?: Json;
  person?: Json;
  member?: Json;
  pairing?: Json;
  second?: Json;
  org?: OrgValues;
  roll?: MemberValues;
  entity?: EntityValues;
  account?: AccountValues;
  training?: TrainingValues;
  facts?: TrainingFacts;
  /** Fen by source. */
  income?: Record<string, number>;
  measure?: Json;
  need?: Json;
  visit?: Json;
  team?: Json;
  /** The month by its first day, and the marked days; days that its month lacks were told, and are left out. */
  attendance?: { month: string | null; unit: string | null; why: string | null; marks: Marked[] };
  duty?: Json;
  proposal?: Json;
  id?: { sealed: string; digest: string; tail: string; also?: string };
  pinyin?: string;
  initials?: string;
  grams?: string[];
};

export function stage(sheetId: string, values: Values, problems: Problem[], year: number): Staged {
  const staged = STAGES[sheetId]!(values, year);
  return problems.length > 0 ? { ...staged, told: problems } : staged;
}

const STAGES: Record<string, (values: Values, year: number) => Staged> = {
  ...fieldStages,
  "household-roster": (values) => ({
    ...named(values.headName),
    ...identity(values.idNo, values.idNoPerson),
    householdNo: text(values.householdNo),
    household: pick(values, ["groupName", "attribute", "mainCause", "incomePerHeadFen", "phone"]),
    year: {
      ...pick(values, [
        "attribute",
        "standard",
        "mainCause",
        "exitYear",
        "incomePerHeadFen",
        "relocated",
        "housingGrade",
        "waterSafe",
        "address",
        "phone",
        "remark",
      ]),
      ...(values.otherCauses ? { other_causes: String(values.otherCauses).split(",") } : {}),
      ...pick(values, ["status", "memberCount"]),
    },
    person: personOf(values, values.headName),
  }),
  "person-roster": (values) => ({
    ...named(values.name),
    ...identity(values.idNo, values.idNoPerson),
    householdNo: text(values.householdNo),
    household: phoneOf(values.householdPhone),
    person: { ...personOf(values, values.name), ...pick(values, ["phone"]) },
    member: pick(values, MEMBER),
  }),
  "party-orgs": (values) => ({
    name: text(values.name) ?? "",
    org: Object.fromEntries(ORG.map((key) => [key, values[key] ?? null])) as OrgValues,
  }),
  members: (values) => ({
    ...named(values.name),
    ...identity(values.idNo, values.idNoPerson),
    person: { ...personOf(values, values.name), ...pick(values, ["phone"]) },
    roll: rollOf(values),
  }),
  "industry-ledger": (values) => ({
    name: text(values.name) ?? "",
    entity: Object.fromEntries(ENTITY.map((key) => [key, values[key] ?? null])) as EntityValues,
  }),
  accounts: (values) => ({
    name: text(values.name) ?? "",
    ...seeking(values.idNo, values.idNoPerson),
    account: Object.fromEntries(
      ACCOUNT.map((key) => [key, text(values[key] ?? null) ?? null]),
    ) as AccountValues,
  }),
  trainings: (values) => {
    const days = trainingDays(values);
    return {
      name: text(values.name) ?? "",
      training: {
        unit: text(values.unit) ?? null,
        names: text(values.names) ?? null,
        audience: trainingAudience(values),
        fromOn: days?.from ?? null,
      },
      facts: { ...pick(values, TRAINING), ...(days ? { to_on: days.to } : {}) },
    };
  },
  incomes: (values) => ({
    name: text(values.headName) ?? "",
    householdNo: text(values.householdNo),
    year: pick(values, ["memberCount"]),
    income: incomesOf(values),
  }),
  publicity: (values) => ({
    // A masked name says nothing of who is meant.
    name: isMasked(values) ? "" : (text(values.headName) ?? ""),
    householdNo: text(values.householdNo),
    // As an application is kept, under the names of its form.
    proposal: Object.fromEntries(
      Object.entries({
        kind: values.item,
        appliedOn: values.appliedOn,
        reason: values.reason,
        ...(values.item === "IDENTIFICATION"
          ? { attribute: values.attribute, mainCause: values.mainCause, standard: values.standard }
          : {}),
      }).filter(([, value]) => value !== null && value !== undefined),
    ) as Json,
  }),
  measures: (values) => {
    const { from, to } = measureDays(values);
    const signed = isSigned(values);
    return {
      name: text(values.headName) ?? "",
      householdNo: text(values.householdNo),
      measure: {
        ...pick(values, MEASURE),
        ...(from ? { from_on: from } : {}),
        ...(to ? { to_on: to } : {}),
        ...(signed === null ? {} : { signed }),
      },
    };
  },

  pairings: (values) => ({
    name: text(values.headName) ?? "",
    householdNo: text(values.householdNo),
    household: pick(values, ["county", "township", "village"]),
    ...(values.helperIdNo
      ? { id: { sealed: "", tail: "", digest: idDigest(String(values.helperIdNo)).toString("hex") } }
      : {}),
    person: {
      ...(values.helperSex ? { sex: values.helperSex } : {}),
      ...(values.helperPoliticalStatus ? { political_status: values.helperPoliticalStatus } : {}),
      ...(values.helperRank ? { rank: values.helperRank } : {}),
      ...pinyinKeys(text(values.helperName) ?? ""),
    },
    pairing: pick(values, ["helperName", "helperUnit", "helperPost", "helperPhone", "fromOn", "toOn"]),
    ...(values.secondName
      ? {
          second: {
            ...pinyinKeys(String(values.secondName)),
            helper_name: values.secondName,
            ...(values.secondPhone ? { helper_phone: values.secondPhone } : {}),
            ...pick(values, ["fromOn", "toOn"]),
          },
        }
      : {}),
  }),
};

const ORG = [
  "county",
  "township",
  "village",
  "orgNo",
  "name",
  "kind",
  "leaderName",
  "setting",
  "basis",
  "coverage",
  "supervisingDept",
  "documentNo",
  "secretary",
  "foundedOn",
  "memberCount",
] as const;
/** What a row of organizations says; whom it means is found out in the comparison. */
export type OrgValues = Record<Exclude<(typeof ORG)[number], "orgNo" | "memberCount">, string | null> & {
  orgNo: number | null;
  memberCount: number | null;
};

const ENTITY_TEXTS = [
  "county",
  "township",
  "village",
  "name",
  "kind",
  "creditNo",
  "operator",
  "coverage",
  "form",
  "orgName",
  "leaderName",
  "basis",
  "documentNo",
] as const;
const ENTITY_COUNTS = [
  "memberCount",
  "poorMembers",
  "partyMembers",
  "fullMembers",
  "outputFen",
  "raisedFen",
] as const;
const ENTITY = [...ENTITY_TEXTS, ...ENTITY_COUNTS];
/** What a row of the industry chain says; what it means is found out in the comparison. */
export type EntityValues = Record<(typeof ENTITY_TEXTS)[number], string | null> &
  Record<(typeof ENTITY_COUNTS)[number], number | null>;

const ACCOUNT = ["name", "username", "unit", "role", "fromOn", "toOn"] as const;
/** What a row of accounts says; what it means is found out in the comparison. */
export type AccountValues = Record<(typeof ACCOUNT)[number], string | null>;

const ROLL = [
  "orgName",
  "education",
  "memberGroup",
  "joinedOn",
  "fullOn",
  "fromOn",
  "partyPost",
  "duty",
  "mobileTo",
] as const;
const ROLL_ANSWERS = ["noPost", "prosperityLeader", "disabled", "frail"] as const;
/** What a row of members says; whom it means is found out in the comparison. */
export type MemberValues = Record<(typeof ROLL)[number], string | null> &
  Record<(typeof ROLL_ANSWERS)[number], boolean | null> & { orgNo: number | null; birthOn: string | null };

function rollOf(values: Values): MemberValues {
  const both = values.bothDays ? readBothDays(String(values.bothDays), "2100-12-31") : null;
  const texts = Object.fromEntries(ROLL.map((key) => [key, text(values[key] ?? null) ?? null]));
  const answers = Object.fromEntries(
    ROLL_ANSWERS.map((key) => [key, typeof values[key] === "boolean" ? values[key] : null]),
  );
  return {
    ...texts,
    ...answers,
    joinedOn: texts.joinedOn ?? both?.joinedOn ?? null,
    fullOn: texts.fullOn ?? both?.fullOn ?? null,
    orgNo: typeof values.orgNo === "number" ? values.orgNo : null,
    birthOn: text(values.idNoBirth ?? values.birthOn ?? null) ?? null,
  } as MemberValues;
}

/** Columns of a measure that a row of the ledger says. */
const MEASURE = [
  "year",
  "category",
  "project",
  "unit",
  "content",
  "amountFen",
  "status",
  "result",
  "gainFen",
] as const;

const TRAINING = [
  "mode",
  "audience",
  "topic",
  "level",
  "organizer",
  "venue",
  "hours",
  "costFen",
  "note",
  ...STATED,
] as const;
/** By what a row of the ledger finds its training, and who was there. */
export type TrainingValues = Record<"unit" | "names" | "audience" | "fromOn", string | null>;
/** The columns of the training that a row says; an empty cell says nothing. */
export type TrainingFacts = Json & { level?: string };

/** A number by which a person is sought, and which is not kept: only its digest is. */
function seeking(idNo: Value | undefined, person: Value | undefined): Pick<Staged, "id"> {
  const { id } = identity(idNo, person);
  return id ? { id: { ...id, sealed: "", tail: "" } } : {};
}

/** Columns of membership_year that the roster of persons carries. */
export const MEMBER = [
  "memberNo",
  "name",
  "relation",
  "education",
  "schoolStatus",
  "dropoutReason",
  "health",
  "labor",
  "workMonths",
  "workPlace",
  "employer",
  "employmentChannel",
  "industryKind",
  "workedAbroad",
  "publicPost",
  "publicPostMonths",
  "speaksMandarin",
  "lowAllowance",
  "destituteSupport",
  "residentMedical",
  "employeeMedical",
  "residentPension",
  "employeePension",
  "seriousIllness",
  "commercialMedical",
  "medicalAid",
  "otherHealthAid",
  "disabilityKind",
  "disabilityCardYear",
  "phone",
] as const;

function personOf(values: Values, name: Value | undefined): Json {
  const sex = values.idNoSex ?? values.sex;
  const birth = values.idNoBirth ?? values.birthOn;
  const type = values.idNo ? (values.idNoType ?? values.idType ?? "RESIDENT_ID") : null;
  return {
    name: text(name) ?? "",
    ...(sex ? { sex } : {}),
    ...(birth ? { birth_on: birth } : {}),
    ...(type ? { id_type: type } : {}),
    ...pick(values, ["ethnicity", "politicalStatus"]),
  };
}

function identity(idNo: Value | undefined, person: Value | undefined): Pick<Staged, "id"> {
  if (!idNo) return {};
  const sealed = sealIdNo(String(idNo));
  const also = person && person !== idNo ? { also: idDigest(String(person)).toString("hex") } : {};
  return {
    id: {
      sealed: sealed.idNoSealed.toString("hex"),
      digest: sealed.idNoDigest.toString("hex"),
      tail: sealed.idTailDigest.toString("hex"),
      ...also,
    },
  };
}

const phoneOf = (phone: Value | undefined): Json => (phone ? { phone } : {});
