/**
 * The fields that a form can be filled from, by what its rows tell of. Rows and columns are those of the sheets of an office (exports), so
 * that a number of a form is the number of the export; a subject may take further columns from another sheet, joined by its key.
 */
import type { Period } from "#lib/base/period.ts";
import type { ListPlace } from "#lib/domains/divisions/list-place.ts";
import { officeQuery } from "#lib/domains/exports/office-queries.ts";
import type { OfficeSheetId } from "#lib/domains/exports/sheet-ids.ts";
import { ETHNICITIES, POLITICAL_STATUSES, SEXES } from "#lib/domains/households/codes.ts";
import type { Column } from "#lib/domains/imports/sheet.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { type Fragment, raw, sql } from "#lib/platform/sql.ts";
import { SERIAL_COLUMN } from "./form-readings.ts";
import { ORG_COLUMNS, orgCounts } from "./inside/org-counts.ts";
import { SERIAL, type SubjectId } from "./table-form.ts";

export type AskedRows = { place: ListPlace; year: number; today: string };
export type Field = {
  id: string;
  column: Column;
  /** Its value over the row r and what is joined; of ID numbers the sealed value stands in two. */
  value: string;
  sealed?: { sealed: string; digest: string };
  /** What has to be joined for it. */
  from: string | null;
};
export type Subject = {
  id: SubjectId;
  rows: (asked: AskedRows) => Fragment;
  joins: Record<string, (asked: AskedRows) => Fragment>;
  fields: () => readonly Field[];
  /** The field that tells whether a household is on the register today. */
  status?: string;
};

const office =
  (sheet: OfficeSheetId) =>
  ({ place, year, today }: AskedRows) =>
    officeQuery(sheet, { place, year, today, month: today.slice(0, 7) as Period });
/** Once for each row: a household has one head, one year and one first helper of today. */
const joined = (alias: string, sheet: OfficeSheetId, where = "true") => ({
  [alias]: (asked: AskedRows) =>
    sql`left join (select distinct on (o."householdNo") o.* from (${office(sheet)(asked)}) o where ${raw(where)} order by o."householdNo") ${raw(alias)}
      on ${raw(alias)}."householdNo" = r."householdNo"`,
});

const columnsOf = (sheet: OfficeSheetId) => sheetById(sheet)!.columns;
const pick = (sheet: OfficeSheetId, keys: string): Column[] =>
  keys.split(" ").map((key) => columnsOf(sheet).find((column) => column.key === key)!);

type Kind = "plain" | "yearly" | "counted";
function fieldOf(column: Column, alias: string, kind: Kind = "plain"): Field {
  const { key } = column;
  const id = alias === "r" ? key : `${alias}.${key}`;
  const from = alias === "r" ? null : alias;
  if (key === "idNo" || key === "headIdNo") {
    const [sealed, digest] =
      key === "idNo"
        ? [`${alias}.sealed`, `${alias}.digest`]
        : [`${alias}."headSealed"`, `${alias}."headDigest"`];
    return { id, column, from, value: sealed, sealed: { sealed, digest } };
  }
  const snake = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const value = {
    plain: `${alias}."${key}"`,
    // What is null in the row is a null of JSON in it.
    yearly: `nullif(${alias}."year columns"->'${snake}', 'null'::jsonb)`,
    counted: `nullif(${alias}.columns->'${key}', 'null'::jsonb)`,
  }[kind];
  return { id, column, from, value };
}
const plain = (sheet: OfficeSheetId, keys: string, alias = "r") =>
  pick(sheet, keys).map((column) => fieldOf(column, alias));

const serial: Field = { id: SERIAL, value: "true", from: null, column: SERIAL_COLUMN };

const PLACE = "county township village";
const HOUSEHOLD =
  "groupName householdNo headName sex idNo ethnicity memberCount attribute standard mainCause otherCauses status exitYear incomePerHeadFen relocated housingGrade waterSafe helperName helperUnit helperPhone phone address year remark";
/** What the roster of persons, or the list of pairings, does not tell of a household itself. */
const OF_HOUSEHOLD =
  "groupName memberCount attribute mainCause otherCauses status exitYear incomePerHeadFen relocated housingGrade waterSafe helperName helperUnit helperPhone address";
const HELPER = "helperSex helperPoliticalStatus helperPost helperRank fromOn secondName secondPhone";
const PERSON_PLAIN =
  "prefecture county township village householdNo sex birthOn idType idNo ethnicity politicalStatus householdPhone phone headName headIdNo standard";
const NEVER = new Set(["province", "seq", "remark", "year", "planningFen"]);
const choice = (column: Column, list: Column["list"]): Column => ({ ...column, kind: "choice", list });

const incomes = () => {
  const head = new Set(["seq", "householdNo", "headName", "memberCount", "year", "perHead", ...NEVER]);
  return columnsOf("incomes")
    .filter(({ key }) => !head.has(key))
    .map((column) => fieldOf(column, "income", column.key === "netFen" ? "plain" : "counted"));
};
const households = (keys: string) => plain("household-roster", keys, "household");

const ofSheet = (
  sheet: OfficeSheetId,
  id: SubjectId,
  keys: string,
  more: readonly Field[] = [],
): Subject => ({
  ...{ id, joins: {} },
  rows: office(sheet),
  fields: () => [serial, ...plain(sheet, keys), ...more],
});

const teamPlace = pick("team-roster", "sex ethnicity birth politics");
export const SUBJECT: Record<SubjectId, Subject> = {
  household: {
    ...{ id: "household", status: "status" },
    rows: office("household-roster"),
    joins: { ...joined("income", "incomes"), ...joined("helper", "pairings", `o."toOn" is null`) },
    fields: () => [
      serial,
      ...plain("household-roster", `${PLACE} ${HOUSEHOLD}`),
      ...plain("pairings", HELPER, "helper"),
      ...incomes(),
    ],
  },
  person: {
    ...{ id: "person", status: "household.status" },
    rows: office("person-roster"),
    joins: joined("household", "household-roster"),
    fields: () => {
      const known = new Set(PERSON_PLAIN.split(" "));
      return [
        serial,
        ...columnsOf("person-roster")
          .filter(({ key }) => !NEVER.has(key))
          .map((column) => fieldOf(column, "r", known.has(column.key) ? "plain" : "yearly")),
        ...plain("household-roster", "year", "household"),
        ...households(OF_HOUSEHOLD),
      ];
    },
  },
  pairing: {
    ...{ id: "pairing", status: "status" },
    rows: office("pairings"),
    joins: joined("household", "household-roster"),
    fields: () => [
      serial,
      ...plain(
        "pairings",
        `${PLACE} householdNo headName memberCount attribute mainCause status helperUnit helperName ${HELPER.replace("fromOn", "helperPhone fromOn toOn")}`,
      ),
      ...households(
        "groupName idNo ethnicity phone exitYear incomePerHeadFen relocated housingGrade waterSafe address",
      ),
    ],
  },
  team: ofSheet("team-roster", "team", `${PLACE} name unit post roles batch fromOn dueOn orgMoved mobile`, [
    fieldOf(choice(teamPlace[0]!, SEXES), "r"),
    fieldOf(choice(teamPlace[1]!, ETHNICITIES), "r"),
    { ...fieldOf({ ...teamPlace[2]!, key: "birthOn", kind: "date" }, "r") },
    fieldOf(choice({ ...teamPlace[3]!, key: "politicalStatus" }, POLITICAL_STATUSES), "r"),
  ]),
  partyOrg: {
    ...{ id: "partyOrg" },
    rows: office("party-orgs"),
    joins: { counts: orgCounts },
    fields: () => [
      serial,
      ...plain(
        "party-orgs",
        `${PLACE} orgNo name kind leaderName setting basis supervisingDept documentNo secretary foundedOn memberCount`,
      ),
      ...ORG_COLUMNS().map((column) => fieldOf(column, "counts")),
    ],
  },
  member: ofSheet(
    "members",
    "member",
    "orgName orgNo name sex ethnicity birthOn idNo education memberGroup joinedOn fullOn fromOn partyPost noPost duty linkedHouseholds prosperityLeader mobileTo disabled frail phone memberStatus",
  ),
  industry: ofSheet(
    "industry-ledger",
    "industry",
    `${PLACE} name kind creditNo operator coverage memberCount poorMembers partyMembers fullMembers form orgName leaderName basis documentNo outputFen raisedFen`,
  ),
  visit: ofSheet(
    "visit-record",
    "visit",
    `visitedOn visitors unit ${PLACE} householdNo headName kind metWith situation change topics asked category help goods`,
  ),
  need: ofSheet(
    "need-ledger",
    "need",
    `source ${PLACE} householdNo headName words category raisedOn unit handler dueOn result doneOn verdict closedOn`,
  ),
  measure: ofSheet(
    "measures",
    "measure",
    "householdNo headName year category project unit content amountFen days status result gainFen signature",
  ),
  training: ofSheet(
    "trainings",
    "training",
    "unit name mode level audience topic days venue hours statedCadres statedVillageCadres statedMembers statedVillagers total costFen organizer names note",
  ),
  duty: ofSheet("member-duties", "duty", "orgName name kind postName duties promise signedOn half stars"),
};
