/** The parts of which a staged row is put together: its columns under the names of the table, and a name with what it is found by. */
import { gramsOf, pinyinKeys } from "#lib/domains/people/pinyin.ts";
import type { Value, Values } from "../sheet.ts";

export type Json = Record<string, Value | string[]>;

export function named(name: Value | undefined): {
  name: string;
  pinyin?: string;
  initials?: string;
  grams?: string[];
} {
  const known = text(name) ?? "";
  return { name: known, ...pinyinKeys(known), grams: gramsOf(known) };
}

/** Only what the file says: an empty cell leaves no trace, and so erases nothing. */
export function pick(values: Values, keys: readonly string[]): Json {
  const json: Json = {};
  for (const key of keys) {
    const value = values[key];
    if (value !== null && value !== undefined) json[columnName(key)] = value;
  }
  return json;
}

const columnNames = new Map<string, string>();

/** "householdNo" → "household_no"; asked some forty times a row. */
export function columnName(key: string): string {
  const known = columnNames.get(key);
  if (known !== undefined) return known;
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(key, name);
  return name;
}

export function text(value: Value | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}
