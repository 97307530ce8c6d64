// Two closed months before the last one: the older signed and corrected everywhere, the newer still to be signed; the last may be closed.
import { lastDay, periodOf, step } from "#lib/base/period.ts";
import { today } from "#lib/platform/clock.ts";
import type { TestDatabase } from "#tests/support/database.ts";

const month = periodOf(today(), "month");
/** Whose turn it is. */
export const TO_CLOSE = step(month, -1);
export const TO_SIGN = step(month, -2);
export const SIGNED = step(month, -3);

export async function plantClosings(
  look: TestDatabase["look"],
  places: readonly { id: number }[],
): Promise<void> {
  for (const period of [SIGNED, TO_SIGN])
    await look(
      "insert into closing (period, closed_at, indicators) values ($1, $2::date + 5, array['R2.1'])",
      [period, lastDay(period)],
    );
  for (const { id } of places) await plantClosed(look, id);
}

async function plantClosed(look: TestDatabase["look"], node: number) {
  await look(
    "insert into closed_figure (division_id, indicator, period, numerator, denominator) values ($1, 'R2.1', $2, 1, 1)",
    [node, SIGNED],
  );
  await look(
    "insert into closed_correction (period, indicator, division_id, part_change, whole_change, causes) values ($2, 'R2.1', $1, 0, 1, array['households'])",
    [node, SIGNED],
  );
  await look(
    "insert into closing_signature (period, division_id, account_id, account_name, note) values ($2, $1, 0, $3, $4)",
    [node, SIGNED, "核签人", "已核对"],
  );
}
