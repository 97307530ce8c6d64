/** Settings with the days from which they hold, the visit rules, and who changed what. */

import { getTranslations } from "next-intl/server";
import { RuleLook, SettingLook } from "#components/settings/look-first.tsx";
import { RuleForm } from "#components/settings/rule-form.tsx";
import { RuleTable } from "#components/settings/rule-table.tsx";
import { SettingForm } from "#components/settings/setting-form.tsx";
import { SettingHistory } from "#components/settings/setting-history.tsx";
import { SettingTable } from "#components/settings/setting-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import type { ProblemView } from "#lib/base/outcome.ts";
import { listOf, toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { HELPER_KINDS, SettingList } from "#lib/domains/settings/input.ts";
import {
  previewSetting,
  previewVisitRule,
  type RulePreview,
  type SettingPreview,
} from "#lib/domains/settings/preview.ts";
import { listSettings } from "#lib/domains/settings/queries.ts";
import { isSetting } from "#lib/domains/settings/setting.ts";
import { page } from "#lib/platform/page.ts";
import { Problem, refused } from "#lib/platform/problem.ts";
import { problemView } from "#lib/platform/problem-view.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { dropSetting, dropVisitRule, saveSetting, saveVisitRule } from "./actions.ts";

/** What was asked to be looked at before it is kept; or what is wrong with it, beside the fields. */
async function lookAt(scope: Scope, typed: URLSearchParams) {
  const none: { setting?: SettingPreview; rule?: RulePreview; problem: ProblemView | null } = {
    problem: null,
  };
  if (!typed.has("look")) return none;
  const { edit, rule, look: _, "exemptMonths[]": __, ...values } = Object.fromEntries(typed);
  try {
    if (edit) return { ...none, setting: await previewSetting(scope, { ...values, key: edit } as never) };
    // Several of them come joined in the address.
    const exemptMonths = listOf(typed, "exemptMonths[]");
    return {
      ...none,
      rule: await previewVisitRule(scope, { ...values, helperKind: rule, exemptMonths } as never),
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...none, problem: { ...(await problemView(error)), values } };
  }
}

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") };
}

export default page({
  route: "/admin/settings",
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "setting.edit")) throw refused();
    const typed = toParams(search);
    const of = SettingList.shape.of.safeParse(typed.get("who") ?? undefined).data;
    return {
      ...(await listSettings(scope, { of })),
      of: of ?? null,
      typed,
      look: await lookAt(scope, typed),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ values, rules, counties, history, of, typed, look }, { search, today }) => {
    const t = await getTranslations("settings");
    const edited = typeof search.edit === "string" && isSetting(search.edit) ? search.edit : null;
    const kind = HELPER_KINDS.find((one) => one === search.rule) ?? null;
    return (
      <>
        <PageHead title={t("title")} note={t("lead")} />
        <div className="grid gap-4">
          {look.setting ? <SettingLook preview={look.setting} typed={typed} save={saveSetting} /> : null}
          {look.rule ? <RuleLook preview={look.rule} typed={typed} save={saveVisitRule} /> : null}
          {edited && !look.setting ? (
            <SettingForm
              setting={edited}
              values={values}
              counties={counties}
              today={today}
              typed={typed}
              problem={look.problem}
            />
          ) : null}
          {kind && !look.rule ? (
            <RuleForm kind={kind} rules={rules} today={today} typed={typed} problem={look.problem} />
          ) : null}
          <Card flush title={t("settings")}>
            <SettingTable values={values} today={today} drop={dropSetting} />
          </Card>
          <Card flush title={t("rules")} note={t("rulesNote")}>
            <RuleTable rules={rules} today={today} drop={dropVisitRule} />
          </Card>
          <Card id="history">
            <Disclosure label={t("history")} open={typed.has("who")}>
              <SettingHistory history={history} of={of} />
            </Disclosure>
          </Card>
        </div>
      </>
    );
  },
});
