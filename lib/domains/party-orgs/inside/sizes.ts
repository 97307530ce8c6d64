/** The office's own numbers for Party organizations, as they hold today. */

import { type SettingKey, settingOf } from "#lib/domains/settings/setting.ts";
import { settingInForce } from "#lib/domains/settings/setting-in-force.ts";
import type { Sql } from "#lib/platform/sql.ts";
import type { Sizes } from "../lacks.ts";
import type { TermYears } from "../term.ts";

type Asking = { sql: Sql; today: string };

/** A part that an older value lacks has its default. */
async function numbers<T>({ sql, today }: Asking, key: SettingKey): Promise<T> {
  const value = await settingInForce(sql, key, today);
  return { ...(settingOf(key).usual as T), ...(value as T) };
}

export const sizesToday = (asking: Asking) => numbers<Sizes>(asking, "org-sizes");
export const termYearsToday = (asking: Asking) => numbers<TermYears>(asking, "term-years");
