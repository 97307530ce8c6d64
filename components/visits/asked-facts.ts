/** The facts that a form at the door asks for, with their words and what each may be: made on the server, which knows the lists. */
import { getLocale, getTranslations } from "next-intl/server";
import type { AskedFact, FactWords } from "#components/field/changed-facts.tsx";
import { DOOR_FACTS, isOfMember } from "#lib/domains/households/door-facts.ts";
import { doorField } from "#lib/domains/households/door-field.ts";

export async function askedFacts(): Promise<AskedFact[]> {
  const t = await getTranslations("field.facts");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  return DOOR_FACTS.map((key) => {
    const { list } = doorField(key);
    return {
      ...{ key, label: t(key), ofMember: isOfMember(key) },
      options: list
        ? list.map((one) => ({ value: one.code, label: one[locale] }))
        : (["yes", "no"] as const).map((value) => ({ value, label: t(value) })),
    };
  });
}

export async function factWords(): Promise<FactWords> {
  const t = await getTranslations("field.facts");
  return {
    label: t("label"),
    now: t.raw("now"),
    unknown: t("unknown"),
    who: t.raw("who"),
    whoNow: t.raw("whoNow"),
    to: t.raw("to"),
    choose: t("choose"),
    rest: t("rest"),
  };
}
