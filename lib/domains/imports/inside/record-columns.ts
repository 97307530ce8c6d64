/** Lists of columns as SQL wants them when rows are made out of staged JSON and laid over rows that are there. */
import { columnName } from "./staged-parts.ts";
import { MEMBER } from "./staged-values.ts";

export const MEMBER_COLUMNS = MEMBER.map(columnName);
export const YEAR_COLUMNS = [
  "attribute",
  "standard",
  "main_cause",
  "other_causes",
  "exit_year",
  "income_per_head_fen",
  "relocated",
  "housing_grade",
  "water_safe",
  "address",
  "phone",
  "remark",
];
export const HOUSEHOLD_COLUMNS = ["group_name", "attribute", "main_cause", "income_per_head_fen", "phone"];

const TYPES: Record<string, string> = {
  exit_year: "int",
  member_count: "int",
  income_per_head_fen: "bigint",
  relocated: "bool",
  water_safe: "bool",
  birth_on: "date",
};

/**
 * Columns of persons, households and their years out of a staged object, one by one: a third of what it costs to fill a whole record of the
 * table. What has several values is never null there.
 */
export const takenFrom = (json: string, columns: string[], named = (column: string) => column) =>
  columns
    .map((column) => {
      const value =
        column === "other_causes"
          ? `case when ${json} ? '${column}' then array(select jsonb_array_elements_text(${json}->'${column}')) else '{}' end`
          : TYPES[column]
            ? `(${json}->>'${column}')::${TYPES[column]}`
            : `${json}->>'${column}'`;
      return `${value} as ${named(column)}`;
    })
    .join(", ");

/** What a ledger says of a training that is there already may be laid over; its unit, its name and its first day are how it is known. */
const TRAINING: Record<string, string> = {
  mode: "text",
  audience: "text",
  topic: "text",
  level: "text",
  organizer: "text",
  venue: "text",
  to_on: "date",
  hours: "numeric",
  cost_fen: "bigint",
  note: "text",
  stated_cadres: "int",
  stated_village_cadres: "int",
  stated_members: "int",
  stated_villagers: "int",
};
export const TRAINING_COLUMNS = Object.keys(TRAINING);
export const TRAINING_TYPES = TRAINING_COLUMNS.map((column) => `${column} ${TRAINING[column]}`).join(", ");

/** What a ledger says of a measure; the household, the year, its category and its name are how it is known. */
const MEASURE: Record<string, string> = {
  unit: "text",
  content: "text",
  amount_fen: "bigint",
  from_on: "date",
  to_on: "date",
  status: "text",
  result: "text",
  gain_fen: "bigint",
  signed: "boolean",
};
export const MEASURE_COLUMNS = Object.keys(MEASURE);
export const MEASURE_TYPES = MEASURE_COLUMNS.map((column) => `${column} ${MEASURE[column]}`).join(", ");

export const listed = (columns: string[], alias?: string) =>
  columns.map((column) => (alias ? `${alias}.${column}` : column)).join(", ");

/** What the file says, else what is there: an empty cell erases nothing. */
export const laidOver = (columns: string[], fresh: string, there: string) =>
  columns.map((column) => `${column} = coalesce(${fresh}.${column}, ${there}.${column})`).join(", ");

/** Column → field of the screens ("income_per_head_fen" → "incomePerHeadFen"), for the history. */
export const FIELD_NAMES = JSON.stringify(
  Object.fromEntries(
    [
      ...MEMBER_COLUMNS,
      ...YEAR_COLUMNS,
      ...HOUSEHOLD_COLUMNS,
      "name",
      "sex",
      "birth_on",
      "ethnicity",
      "political_status",
    ].map((column) => [column, column.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase())]),
  ),
);
