// An indicator of the office's own that begins next month.
import { firstDay, periodOf, step } from "#lib/base/period.ts";
import { countingDigest } from "#lib/indicators/version.ts";
import { today } from "#lib/platform/clock.ts";
import { ownIndicator } from "#tests/build/own-indicator.ts";
import type { TestDatabase } from "#tests/support/database.ts";

const month = periodOf(today(), "month");
export const NEXT = step(month, 1);
export const LATER = step(month, 2);
export const OWN = "R2.Z1";
export const VERSION = "00000000-0000-4000-8000-000000000420";

export async function plantIndicators(look: TestDatabase["look"]): Promise<void> {
  const declaration = ownIndicator({ id: OWN });
  await look(
    `insert into indicator_version (id, indicator, from_on, declaration, digest, origin, account_id, account_name, why)
     values ($1, $2, $3, $4, $5, 'OFFICE', 0, '发布人', '试行')`,
    [VERSION, OWN, firstDay(NEXT), JSON.stringify(declaration), countingDigest(declaration)],
  );
}
