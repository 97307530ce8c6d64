// Turns one cell into a value of its column, or says in a key what is wrong with it and what to do.
import { isDay, readDay } from "#lib/base/calendar.ts";
import { readIdNumber } from "#lib/base/id-number.ts";
import { readFen, saysWan } from "#lib/base/money.ts";
import type { Cell, PlainCell } from "#lib/platform/sheets/cell.ts";
import type { Column, Problem, ReadContext, Value } from "../sheet.ts";
import { matchChoice, nearestChoice } from "./choices.ts";
import {
  daysOf,
  firstDayOf,
  isDitto,
  isGarbled,
  readYesNo,
  saysNothing,
  splitAnswers,
  tidy,
  withoutChineseDigits,
  withoutUnit,
} from "./text-readings.ts";

/** A date out of an ID number, or other things that a cell says besides its value. */
export type CellReading = { value: Value; problems: Problem[]; besides?: Record<string, Value> };

export function readCell(cell: Cell | undefined, column: Column, context: ReadContext): CellReading {
  const plain = plainOf(cell);
  if (plain === "withoutValue") return bad(column, "formulaWithoutValue");
  if (plain.kind === "error") return bad(column, "cellError", { text: plain.text.slice(0, 20) });
  if (plain.kind === "boolean" && column.kind !== "yesNo")
    return bad(column, "cellError", { text: plain.value ? "TRUE" : "FALSE" });
  const text = textOf(plain);
  // "无" answers a yes-or-no question; elsewhere it means that the cell is empty.
  const empty = text === "" || (column.kind !== "yesNo" && !answersItself(column, text) && saysNothing(text));
  if (empty || (column.kind === "yesNo" && /^[-—–/／]+$/.test(text))) return emptyCell(column);
  if (isGarbled(text)) return bad(column, "garbled");
  if (column.kind !== "text" && isDitto(text)) return bad(column, "ditto");
  // What an export masked says nothing: it is neither a fault nor a value.
  if ((column.kind === "idNo" || column.kind === "phone") && isMask(text)) return good(null);
  return READERS[column.kind](plain, text, column, context);
}

const isMask = (text: string) => /^\d{0,6}[*＊]{3,}[\dXx]{0,4}$/.test(text);

/** A list may itself have "无" among its words. */
function answersItself(column: Column, text: string): boolean {
  return column.kind === "choice" && matchChoice(column.list ?? [], text) !== null;
}

function plainOf(cell: Cell | undefined): PlainCell | "withoutValue" {
  if (!cell) return { kind: "empty" };
  if (cell.kind !== "formula") return cell;
  return cell.stored ?? "withoutValue";
}

function textOf(cell: PlainCell): string {
  switch (cell.kind) {
    case "text":
      return tidy(cell.text);
    case "number":
      // The shortest spelling that means the same number: "1.3889001122E10" is a phone.
      return Number.isSafeInteger(cell.value) ? String(cell.value) : cell.text;
    case "date":
      return cell.date ?? cell.text;
    case "boolean":
      return cell.value ? "true" : "false";
    default:
      return "";
  }
}

function emptyCell(column: Column): CellReading {
  return column.required ? bad(column, "required") : good(null);
}

type Reader = (cell: PlainCell, text: string, column: Column, context: ReadContext) => CellReading;

const READERS: Record<Column["kind"], Reader> = {
  text: (_cell, text, column) => {
    const most = column.most ?? 200;
    return [...text].length > most ? bad(column, "tooLong", { most }) : good(text);
  },
  division: (_cell, text, column) =>
    [...text].length > 60 ? bad(column, "tooLong", { most: 60 }) : good(text),
  name: (_cell, text, column) => {
    // "扎 西" is typed to fill a narrow cell; between Latin words the blank stays.
    const name = text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "").replace(/[•・･⋅∙.．]/g, "·");
    const length = [...name].length;
    if (length < 2 || length > 30) return bad(column, "nameLength");
    return NO_NAME.test(name) ? bad(column, "nameCharacters") : good(name);
  },
  number: (cell, text, column) => {
    if (cell.kind === "number" && !(Number.isSafeInteger(cell.value) && text.length <= 15))
      return bad(column, "numberLostDigits");
    if (/^\d(\.\d+)?E\+?\d+$/i.test(text)) return bad(column, "scientific");
    const number = text.replace(/[\s'`‘’]/g, "").toUpperCase();
    if (number.length > 40) return bad(column, "tooLong", { most: 40 });
    return /[\dA-Z]/.test(number) ? good(number) : bad(column, "numberWords");
  },
  idNo: (cell, text, column) => {
    if (cell.kind === "number" && text.length !== 15) return bad(column, "idLostDigits");
    const read = readIdNumber(text);
    if (typeof read === "string")
      return bad(column, ID_FAULTS[read], read === "length" ? { length: text.length } : undefined);
    if (!PROVINCES.has(read.idNo.slice(0, 2))) return bad(column, "idRegion");
    const besides = {
      [`${column.key}Person`]: read.person,
      [`${column.key}Birth`]: read.birthOn,
      [`${column.key}Sex`]: read.sex,
      [`${column.key}Type`]: read.type,
    };
    return { value: read.idNo, problems: read.old ? [warn(column, "idOld")] : [], besides };
  },
  date: (cell, text, column, context) => readDate(cell, text, column, context),
  days: (cell, text, column, context) => {
    if (cell.kind === "number") {
      const day = readDate(cell, text, column, context);
      return typeof day.value === "string" ? good(`${day.value}/${day.value}`) : day;
    }
    const said = daysOf(withoutChineseDigits(text));
    if (!said || !isDay(said.from) || !isDay(said.to) || said.from < "1900-01-01") return bad(column, "days");
    return said.to < said.from ? bad(column, "daysBackward") : good(`${said.from}/${said.to}`);
  },
  tenths: (cell, text, column) => {
    const typed = cell.kind === "number" ? String(cell.value) : withoutUnit(text);
    const { least = 0, most = 1_000 } = column;
    if (!/^\d{1,6}(\.\d)?0*$/.test(typed)) return bad(column, "tenths");
    const number = Number(typed);
    return number < least || number > most ? bad(column, "outOfRange", { least, most }) : good(number);
  },
  year: (_cell, typed, column, context) => {
    const text = withoutChineseDigits(typed);
    const whole = /^\d{4}(-\d{2}-\d{2})?$/.test(withoutUnit(text));
    const year = Number(text.slice(0, 4));
    const latest = Number(context.today.slice(0, 4)) + 5;
    return whole && year >= 1900 && year <= latest ? good(year) : bad(column, "year");
  },
  integer: (cell, text, column) => {
    const digits = withoutUnit(text).replace(/,/g, "");
    const number =
      cell.kind === "number" ? cell.value : /^-?\d+(\.0+)?$/.test(digits) ? Number(digits) : Number.NaN;
    const { least = 0, most = 1_000_000 } = column;
    if (!Number.isInteger(number)) return bad(column, "integer");
    return number < least || number > most ? bad(column, "outOfRange", { least, most }) : good(number);
  },
  money: (cell, text, column) => {
    // A formula leaves 3456.666667 behind; nobody means parts of a fen.
    const fen = cell.kind === "number" ? Math.round(cell.value * 100) : Number(readFen(text) ?? Number.NaN);
    if (!Number.isSafeInteger(fen)) return bad(column, "money");
    if (column.least !== undefined && fen < column.least) return bad(column, "moneyBelow");
    return saysWan(text) ? { value: fen, problems: [warn(column, "moneyWan")] } : good(fen);
  },
  choice: (_cell, text, column) => readChoices(text, column),
  yesNo: (_cell, text, column) => {
    const answer = readYesNo(text);
    return answer === null ? bad(column, "yesNo", { value: short(text) }) : good(answer);
  },
  phone: (_cell, text, column) => readPhone(text, column),
};

/** Names in any script, with dots, blanks, a hyphen, and a byname in brackets; two people, numbers and formulas are none. */
const NO_NAME = /[\d=@#$%^&*_+|<>{}[\]~`!?！？"“”;；:：\\/／、,，。]/;

/** GB/T 2260: the first two digits of every ID number. */
const PROVINCES = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91".split(
    " ",
  ),
);

const ID_FAULTS = {
  length: "idLength",
  characters: "idCharacters",
  scientific: "scientific",
  birth: "idBirth",
  checkDigit: "idCheckDigit",
} as const;

function readDate(cell: PlainCell, typed: string, column: Column, context: ReadContext): CellReading {
  const text = withoutChineseDigits(typed);
  // A number in a date column is the day as Excel counts it, whose format was lost on the way.
  const day =
    cell.kind === "number" && cell.value >= 1 && cell.value < 100_000
      ? dayOfSerial(cell.value + (cell.from1904 ? FROM_1904 : 0))
      : wholeDay(text, context);
  if (day !== null) return day >= "1900-01-01" && day <= "2100-12-31" ? good(day) : bad(column, "date");
  const first = firstDayOf(text);
  if (first === null || !isDay(first) || first < "1900-01-01" || first > "2100-12-31")
    return bad(column, "date");
  return { value: first, problems: [warn(column, "dateCoarse", { day: first })] };
}

/** Only with a year: "3月18日" in a roster of many years would be a guess. */
function wholeDay(text: string, context: ReadContext): string | null {
  return /^\d{4}/.test(text) ? readDay(text.replace(/ 00:00(:00)?$/, ""), context.today) : null;
}

/** Days between the two beginnings from which workbooks count. */
const FROM_1904 = 1_462;

function dayOfSerial(serial: number): string | null {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
  return isDay(day) ? day : null;
}

function readChoices(text: string, column: Column): CellReading {
  const list = column.list ?? [];
  const whole = matchChoice(list, text);
  if (whole !== null) return good(whole);
  const parts = splitAnswers(text);
  if ((column.many ?? 1) > 1 && parts.length > 1) {
    const codes = parts.map((part) => matchChoice(list, part));
    const unknown = parts.find((_part, index) => codes[index] === null);
    if (unknown === undefined) {
      const distinct = [...new Set(codes)];
      return distinct.length > column.many!
        ? bad(column, "tooManyChoices", { most: column.many! })
        : good(distinct.join(","));
    }
    return unknownChoice(column, unknown);
  }
  // Several where one is asked for: each of them known, and none of them meant alone.
  if (parts.length > 1 && parts.every((part) => matchChoice(list, part) !== null))
    return bad(column, "tooManyChoices", { most: 1 });
  return unknownChoice(column, text);
}

function unknownChoice(column: Column, text: string): CellReading {
  const near = nearestChoice(column.list ?? [], text);
  if (near === null) return bad(column, "unknownChoice", { value: short(text), among: amongOf(column) });
  return bad(column, "unknownChoiceNear", { value: short(text), near });
}

/** The words that may stand there, as many as one reads. */
function amongOf({ list = [] }: Column): string {
  const words = list.slice(0, MOST_WORDS).map((code) => code["zh-CN"]);
  return [...words, ...(list.length > MOST_WORDS ? ["…"] : [])].join(" / ");
}
const MOST_WORDS = 12;

/** A telephone number that cannot be one leaves its cell empty; it does not keep a family out. */
function readPhone(text: string, column: Column): CellReading {
  const [first = "", ...others] = text.split(/[、,，;；/／ ]+/).filter((part) => /\d/.test(part));
  const digits = first.replace(/[^\d]/g, "").replace(/^(0086|86)(?=1\d{10}$)/, "");
  if (digits.length !== 11) return { value: null, problems: [warn(column, "phone")] };
  return { value: digits, problems: others.length > 0 ? [warn(column, "phoneSeveral")] : [] };
}

function good(value: Value): CellReading {
  return value === null ? NOTHING : { value, problems: NO_PROBLEMS };
}

const NO_PROBLEMS: Problem[] = Object.freeze([]) as never;
const NOTHING: CellReading = Object.freeze({ value: null, problems: NO_PROBLEMS });

function bad(column: Column, key: string, values?: Problem["values"]): CellReading {
  return {
    value: null,
    problems: [{ column: column.key, key, level: "error", ...(values ? { values } : {}) }],
  };
}

function warn(column: Column, key: string, values?: Problem["values"]): Problem {
  return { column: column.key, key, level: "warn", ...(values ? { values } : {}) };
}

function short(text: string): string {
  return [...text].slice(0, 20).join("");
}
