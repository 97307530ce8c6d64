/** How a term stands: over, soon, running, or how the election that ended it came; as shape, word and color. */

import { useTranslations } from "next-intl";
import { type LightState, Shape } from "#components/ui/shape.tsx";
import { addDays, daysBetween } from "#lib/base/calendar.ts";
import { SOON_DAYS } from "#lib/domains/party-orgs/lacks.ts";
import type { ElectionResult } from "#lib/domains/party-orgs/term.ts";

type Props = {
  dueOn: string | null;
  result?: ElectionResult | null;
  today: string;
  /** Where the day stands beside it. */
  short?: boolean;
};

export function TermMark({ dueOn, result = null, today, short = false }: Props) {
  const t = useTranslations("party-orgs");
  const [state, word] = saying(t, { dueOn, result, today, short });
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Shape state={state} />
      {word}
    </span>
  );
}

type Say = ReturnType<typeof useTranslations<"party-orgs">>;

function saying(t: Say, { dueOn, result, today, short }: Required<Props>): [LightState, string] {
  if (result) return [result === "LATE" ? "behind" : "ok", t(`terms.result.${result}`)];
  if (dueOn === null) return ["off", t("terms.unknown")];
  if (dueOn < today)
    return [
      "behind",
      short ? t("terms.overFor", { days: daysBetween(dueOn, today) }) : t("terms.over", { day: dueOn }),
    ];
  if (dueOn <= addDays(today, SOON_DAYS))
    return [
      "watch",
      short ? t("terms.left", { days: daysBetween(today, dueOn) }) : t("terms.soon", { day: dueOn }),
    ];
  return [
    "none",
    short ? t("terms.left", { days: daysBetween(today, dueOn) }) : t("terms.running", { day: dueOn }),
  ];
}
