// Who and what the planted rows speak of, and how a planting is written down.
import { idNo } from "./importing.ts";
import type { Line } from "./seeded-workbook.ts";

/** What is planted, the cells that carry it, and where and how it must be told; several tellings are joined by blanks. */
export type Fault = [what: string, change: Line, told: string];

export const numberOf = (nth: number) => `54032600${String(nth).padStart(4, "0")}`;
export const manOf = (nth: number) =>
  idNo(`54032619850${3 + Math.floor(nth / 100)}18${String(nth % 100).padStart(2, "0")}1`);
export const wrongDigit = (whole: string) => whole.slice(0, 17) + (whole[17] === "1" ? "2" : "1");
export const TAKEN = idNo("54032619700101001");
export const FAR = idNo("54032619710101001");
export const HIS = idNo("54032619720101001");
