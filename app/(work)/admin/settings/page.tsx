/** Settings with the days from which they hold, the visit rules, and who changed what. */

import { getTranslations } from "next-intl/server";
import { RuleForm } from "#components/settings/rule-form.tsx";
import { RuleTable } from "#components/settings/rule-table.tsx";
import { SettingForm } from "#components/settings/setting-form.tsx";
import { SettingTable } from "#components/settings/setting-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { HELPER_KINDS } from "#lib/domains/settings/input.ts";
import { listSettings } from "#lib/domains/settings/queries.ts";
import { isSetting } from "#lib/domains/settings/setting.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { dropSetting, dropVisitRule, saveSetting, saveVisitRule } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") };
}

export default page({
  route: "/admin/settings",
  load: async (scope) => {
    if (!mayAnywhere(scope.viewer, "setting.edit")) throw refused();
    return listSettings(scope, {});
  },
  refused: () => <PermissionNote />,
  render: async ({ values, rules, counties, history }, { search, today }) => {
    const t = await getTranslations("settings");
    const f = await getFormats();
    const edited = typeof search.edit === "string" && isSetting(search.edit) ? search.edit : null;
    const kind = HELPER_KINDS.find((one) => one === search.rule) ?? null;
    return (
      <>
        <PageHead title={t("title")} note={t("lead")} />
        <div className="grid gap-4">
          {edited ? (
            <SettingForm
              setting={edited}
              values={values}
              counties={counties}
              today={today}
              save={saveSetting}
            />
          ) : null}
          <Card flush title={t("settings")}>
            <SettingTable values={values} today={today} drop={dropSetting} />
          </Card>
          {kind ? <RuleForm kind={kind} rules={rules} today={today} save={saveVisitRule} /> : null}
          <Card flush title={t("rules")} note={t("rulesNote")}>
            <RuleTable rules={rules} today={today} drop={dropVisitRule} />
          </Card>
          {history.length > 0 ? (
            <Card>
              <Disclosure label={t("history")}>
                <Timeline
                  items={history.map((one) => ({
                    id: one.id,
                    when: f.dayTime(one.at),
                    title: t("changed", { who: one.who ?? "", what: one.what, day: one.field }),
                    body: `${one.old ?? t("none")} → ${one.new ?? t("none")}`,
                  }))}
                />
              </Disclosure>
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});
