/** A reason of the watch list in words, with its value in it. */
import { getTranslations } from "next-intl/server";
import type { Reason } from "#lib/domains/watch/entry.ts";
import type { ReasonCode } from "#lib/domains/watch/reasons.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function reasonWords() {
  const t = await getTranslations("watch");
  const f = await getFormats();
  const shown = (reason: ReasonCode, detail: string) =>
    reason === "livesElsewhere" ? f.day(detail) : detail;
  return {
    what: ({ reason, detail }: Reason) => t(`reasons.${reason}`, { detail: shown(reason, detail) }),
    /** As one of a list to choose from: without a value. */
    named: (reason: ReasonCode) => t(`reasons.${reason}`, { detail: "…" }),
  };
}
