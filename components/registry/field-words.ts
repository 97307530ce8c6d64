/** What the fields of a correction are called, and how their values are said: facts of a household or a member, sources of income. */
import { getLocale, getTranslations } from "next-intl/server";
import { sourceNames } from "#components/incomes/source-names.ts";
import { sayFact } from "#lib/base/fact-field.ts";
import { householdFact } from "#lib/domains/households/fact-columns.ts";
import { MEMBER_FACTS } from "#lib/domains/households/member-columns.ts";
import type { Source } from "#lib/domains/incomes/sources.ts";
import type { RequestKind } from "#lib/domains/lives/request.ts";

export async function fieldWords(kind: RequestKind, sources: readonly Source[]) {
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const facts = await getTranslations("facts");
  const incomes = await getTranslations("incomes");
  const nameOf = await sourceNames();
  if (kind === "CORRECT_INCOME")
    return {
      name: (code: string) => {
        const source = sources.find((one) => one.code === code);
        return source ? `${nameOf(source)} (${incomes("yuan")})` : code;
      },
      value: (_code: string, value: string) => value,
    };
  const said = { yes: facts("answer.yes"), no: facts("answer.no") };
  const factOf = (field: string) =>
    kind === "CORRECT_MEMBER" ? MEMBER_FACTS.find(({ key }) => key === field) : householdFact(field);
  return {
    name: (field: string) => factOf(field)?.[locale] ?? field,
    value: (field: string, value: string) => {
      const fact = factOf(field);
      // A telephone was masked before it came here.
      return fact && fact.kind !== "phone" ? (sayFact(fact, value, locale, said) ?? value) : value;
    },
  };
}
