/** What a deed holds besides its opinion, in words. */
import type { getTranslations } from "next-intl/server";
import { SOURCES, type Source, type StepName } from "#lib/domains/procedures/procedure.ts";
import type { DeedRow } from "#lib/domains/procedures/queries/show.ts";
import type { Formats } from "#lib/i18n/format.ts";

type T = Awaited<ReturnType<typeof getTranslations<"procedures">>>;
type Facts = {
  who?: string[];
  agreed?: boolean;
  venue?: string;
  chair?: string;
  expected?: number;
  present?: number;
  inFavor?: number;
  against?: number;
  abstained?: number;
  hits?: { source: Source; what: string; decision: "KEPT" | "EXCLUDED"; why: string }[];
  clear?: Source[];
  days?: number;
  calendar?: "CALENDAR" | "WORKING";
  until?: string;
  documentNo?: string;
  from?: string;
  to?: StepName;
};

export function deedLines(t: T, f: Formats, { step, outcome, facts: kept }: DeedRow): string[] {
  const facts = kept as Facts;
  const lines: (string | null)[] = [
    facts.who ? t("case.who", { names: facts.who.join("、") }) : null,
    facts.agreed ? t("case.agreed") : null,
    facts.venue ? t("case.meeting", { venue: facts.venue, chair: facts.chair ?? "" }) : null,
    facts.expected === undefined
      ? null
      : t("case.votes", {
          expected: facts.expected,
          present: facts.present ?? 0,
          inFavor: facts.inFavor ?? 0,
          against: facts.against ?? 0,
          abstained: facts.abstained ?? 0,
        }),
    ...(facts.hits ?? []).map(({ source, what, decision, why }) =>
      t("case.hit", { source: t(`source.${source}`), what, decision: t(`decision.${decision}`), why }),
    ),
    facts.clear && facts.clear.length > 0
      ? t("case.clear", {
          sources: SOURCES.filter((source) => facts.clear?.includes(source))
            .map((source) => t(`source.${source}`))
            .join("、"),
        })
      : null,
    facts.days && outcome === "POSTED"
      ? t("case.hangs", {
          days: facts.days,
          calendar: t(`calendar.${facts.calendar ?? "CALENDAR"}`),
          day: f.day(facts.until ?? ""),
        })
      : null,
    facts.days && step === "ANNOUNCEMENT" ? t("case.announced", { days: facts.days }) : null,
    outcome === "OBJECTED" && facts.from ? t("case.objector", { name: facts.from }) : null,
    outcome === "CONTINUED" && facts.until ? t("case.newDue", { day: f.day(facts.until) }) : null,
    outcome === "RETURNED" && facts.to ? t("case.backTo", { step: t(`step.${facts.to}`) }) : null,
    facts.documentNo ? t("case.document", { no: facts.documentNo }) : null,
  ];
  return lines.filter((line) => line !== null);
}
