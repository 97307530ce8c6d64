/** How an instruction is said: what was asked by which day, of whom in which post, and the figure as it stood. */
import { getLocale, getTranslations } from "next-intl/server";
import { figureWords } from "#components/cockpit/figure-words.ts";
import type { Kind } from "#lib/domains/instructions/instruction.ts";
import type { InstructionRow } from "#lib/domains/instructions/queries/list-instructions.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";

type Asked = { kind: Kind; dueOn: string | null };
type Whom = Pick<InstructionRow, "toName" | "toUnit" | "toRole">;
type Stood = Pick<InstructionRow, "period" | "part" | "whole" | "missing">;

export async function instructionWords() {
  const t = await getTranslations("instructions");
  const accounts = await getTranslations("accounts");
  const f = await getFormats();
  const locale = await getLocale();
  const role = (code: string) => accounts(`roles.${code as "COUNTY_ADMIN"}`);
  return {
    role,
    /** The preset sentence, with its day. */
    asked: ({ kind, dueOn }: Asked) =>
      kind === "PRAISE" ? t("asked.PRAISE") : t(`asked.${kind}`, { day: dueOn ? f.day(dueOn) : "" }),
    /** Unit and post tell people of one name apart. */
    whom: ({ toName, toUnit, toRole }: Whom) =>
      [toName ?? t("wholeOffice"), toUnit, role(toRole)].filter(Boolean).join(" · "),
    /** The figure as it stood: its name, its value, what was missing, and the period that it was of. */
    stood: async (indicator: Ratio, { period, part, whole, missing }: Stood) => {
      const words = await figureWords(indicator);
      return t("stood", {
        name: indicator.name[locale],
        value: words.rate({ part: part ?? 0, whole: whole ?? 0 }),
        missing: indicator.missing[locale],
        amount: words.amount(missing ?? 0),
        period: f.period((period ?? "") as Parameters<typeof f.period>[0]),
      });
    },
  };
}
