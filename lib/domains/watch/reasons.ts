/**
 * Why a family that is out of poverty stands on the watch list (domain.md §2.7, §2.9), each reason as a small declaration: when it
 * strikes, and the value that it strikes for. Another value asks for another look, also where a visit had closed it.
 * The columns are those of inside/record.ts: h = a family that has exited, in the open year.
 */
import { type Fragment, sql } from "#lib/platform/sql.ts";

type Declared = { when: Fragment; detail: Fragment };

export const REASONS = {
  /** How far it fell, in percent of last year's. */
  incomeFell: {
    when: sql`h.before_fen > 0 and h.income_fen * 100 <= h.before_fen * (100 - h.drop_percent)`,
    detail: sql`((h.before_fen - h.income_fen) * 100 / h.before_fen)::text`,
  },
  incomeLow: {
    when: sql`h.income_fen * 100 < h.line_fen * h.line_percent`,
    detail: sql`(h.income_fen / 100)::text`,
  },
  outOfSchool: { when: sql`h.dropouts > 0`, detail: sql`h.dropouts::text` },
  unsafeHouse: { when: sql`h.housing_grade in ('C', 'D')`, detail: sql`h.housing_grade` },
  unsafeWater: { when: sql`h.water_safe = false`, detail: sql`''` },
  illUninsured: { when: sql`h.ill_uninsured > 0`, detail: sql`h.ill_uninsured::text` },
  /** The day of the last check of a family that was moved. */
  livesElsewhere: { when: sql`h.living_there = false`, detail: sql`h.living_checked_on::text` },
} as const satisfies Record<string, Declared>;

export type ReasonCode = keyof typeof REASONS;
export const REASON_CODES = Object.keys(REASONS) as ReasonCode[];
export const isReason = (code: string): code is ReasonCode => code in REASONS;
