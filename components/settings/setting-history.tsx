/** Who changed which setting or visit rule, for whom and from which day on, from what to what; of all of them or of one. */

import { getLocale, getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import type { SettingChange } from "#lib/domains/settings/queries.ts";
import { isSetting, settingOf, type Value } from "#lib/domains/settings/setting.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { valueWords } from "./value-words.ts";

/** “Who changed it” beside a setting: one click to its history below. */
export async function WhoChangedSetting({ what }: { what: string }) {
  const t = await getTranslations("settings");
  return (
    <Link
      href={`/admin/settings?who=${what}#history`}
      className="flex min-h-touch items-center text-note handset:justify-end desk:min-h-6 print:hidden"
    >
      {t("who")}
    </Link>
  );
}

export async function SettingHistory({ history, of }: { history: SettingChange[]; of: string | null }) {
  const t = await getTranslations("settings");
  const f = await getFormats();
  const items = await Promise.all(
    history.map(async (one) => {
      const values = { who: one.who ?? t("system"), what: await nameWords(one.what), day: f.day(one.field) };
      const back = one.verb.endsWith(".takenBack");
      return {
        id: one.id,
        when: f.dayTime(one.at),
        title: (
          <>
            {back ? t("tookBack", values) : t("changed", values)}
            {one.unit ? t("forUnit", { unit: one.unit }) : ""}
          </>
        ),
        body: back ? null : `${await saidWords(one, one.old)} → ${await saidWords(one, one.new)}`,
      };
    }),
  );
  return (
    <>
      {of ? (
        <p className="mb-2 flex flex-wrap gap-x-3 text-ink-2">
          {t("onlyOf", { name: await nameWords(of) })}
          <Link href="/admin/settings?who=all#history">{t("allHistory")}</Link>
        </p>
      ) : null}
      {items.length > 0 ? <Timeline items={items} /> : <p className="text-ink-2">{t("neverChanged")}</p>}
    </>
  );
}

async function nameWords(what: string): Promise<string> {
  const t = await getTranslations("settings");
  if (isSetting(what)) return t(`name.${what}`);
  return t("rulesOf", { kind: codeName(PAIRING_KINDS, what, await getLocale()) ?? what });
}

/** What the history keeps as text, in the words of the page. */
async function saidWords({ entity, what }: SettingChange, said: string | null): Promise<string> {
  const t = await getTranslations("settings");
  if (entity === "setting" && isSetting(what)) {
    if (said === null) return settingOf(what).kind === "day" ? t("open") : t("none");
    return valueWords(what, said.startsWith("{") ? (JSON.parse(said) as Value) : said);
  }
  if (said === null) return t("none");
  const [owes = "", ...more] = said.split(" · ");
  const [period, count] = owes.split(" ");
  return [
    t(`owes.${period as "MONTH"}`, { count: Number(count) }),
    ...more.map((one) =>
      one === "PHONE" ? t("phoneCounts") : t("months", { months: one.split(",").join(t("between")) }),
    ),
  ].join(" · ");
}
