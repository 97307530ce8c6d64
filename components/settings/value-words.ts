/** A setting's value as a sentence. */
import { getTranslations } from "next-intl/server";
import type { Role } from "#lib/domains/accounts/roles.ts";
import { isRoles, type SettingKey, settingOf, type Value } from "#lib/domains/settings/setting.ts";

export async function valueWords(key: SettingKey, value: Value): Promise<string> {
  const t = await getTranslations("settings");
  const setting = settingOf(key);
  if (value === null) return t("open");
  if (isRoles(value)) {
    const accounts = await getTranslations("accounts");
    return value.roles.map((role) => accounts(`roles.${role as Role}`)).join(t("between")) || t("nobody");
  }
  if (typeof value === "object")
    return Object.entries(value)
      .map(([part, number]) => `${t(`part.${part as "STAFF"}`)} ${number}`)
      .join(t("between"));
  if (setting.kind === "choice") return t(`choice.${value as "yes"}`);
  if (setting.kind !== "number") return String(value);
  return t(setting.unit ?? "days", { count: Number(value) });
}
