// What an ID number says by itself (GB 11643): place, day of birth, sex, and whether its check digit holds.
import { isDay } from "./calendar.ts";

export type IdNumber = {
  /** RESIDENT_ID or DISABILITY_CARD; what the digits are, whatever the sheet calls them. */
  type: "RESIDENT_ID" | "DISABILITY_CARD";
  /** As written, X in upper case; an old number of 15 digits is given its 18. */
  idNo: string;
  /** The 18 digits of the person, also within a disability card: what two records are compared by. */
  person: string;
  birthOn: string;
  sex: "M" | "F";
  /** Written with 15 digits, as cards were until 1999. */
  old: boolean;
};

export type IdNumberFault = "length" | "characters" | "scientific" | "birth" | "checkDigit";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = "10X98765432";

export function checkDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECKS[sum % 11]!;
}

/** Reads what people type: spaces, full-width digits and a small x are forgiven, a wrong digit is not. */
export function readIdNumber(typed: string): IdNumber | IdNumberFault {
  const text = typed
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200d\ufeff'"`‘’“”-]/g, "")
    .toUpperCase();
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return "scientific";
  // Only the card of a disabled person runs on behind the 18 digits, with kind, degree and number of reissue.
  if (!/^[0-9X]*(B\d)?$/.test(text) || /X/.test(text.slice(0, 17)) || /X/.test(text.slice(18)))
    return "characters";
  if (text.length === 15 && /^\d+$/.test(text)) return readOld(text);
  if (text.length !== 18 && text.length !== 20 && text.length !== 22) return "length";
  const person = text.slice(0, 18);
  const birthOn = `${person.slice(6, 10)}-${person.slice(10, 12)}-${person.slice(12, 14)}`;
  if (!isDay(birthOn)) return "birth";
  if (checkDigit(person) !== person[17]) return "checkDigit";
  return {
    type: text.length === 18 ? "RESIDENT_ID" : "DISABILITY_CARD",
    idNo: text,
    person,
    birthOn,
    sex: Number(person[16]) % 2 === 1 ? "M" : "F",
    old: false,
  };
}

function readOld(text: string): IdNumber | IdNumberFault {
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  const whole = readIdNumber(first17 + checkDigit(first17));
  return typeof whole === "string" ? whole : { ...whole, old: true };
}
