/** A setting's value as a sentence. */
import { getTranslations } from "next-intl/server";
import { type SettingKey, settingOf, type Value } from "#lib/domains/settings/setting.ts";

export async function valueWords(key: SettingKey, value: Value): Promise<string> {
  const t = await getTranslations("settings");
  if (value === null) return t("open");
  if (typeof value === "object")
    return Object.entries(value)
      .map(([part, number]) => `${t(`part.${part as "STAFF"}`)} ${number}`)
      .join(t("between"));
  return settingOf(key).kind === "number" ? t("days", { count: Number(value) }) : String(value);
}
