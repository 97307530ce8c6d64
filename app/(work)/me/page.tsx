/** Me: how I like to read, my roles, my password, and where I am signed in. */

import { getTranslations } from "next-intl/server";
import { MyDevices } from "#components/accounts/my-devices.tsx";
import { PasswordForm } from "#components/accounts/password-form.tsx";
import { ReadingWishes } from "#components/accounts/reading-wishes.tsx";
import { SignInList } from "#components/accounts/sign-in-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { toPreferences } from "#lib/base/preferences.ts";
import { SHORTEST } from "#lib/domains/accounts/good-password.ts";
import { myAccount } from "#lib/domains/accounts/queries/my-account.ts";
import { mySessions } from "#lib/domains/accounts/queries/my-sessions.ts";
import { mySignIns } from "#lib/domains/accounts/queries/sign-ins.ts";
import type { Role } from "#lib/domains/accounts/roles.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { signOutEverywhere } from "../../(public)/sign-in/actions.ts";
import { changePassword, endOtherSessions, endSession, letProofLapse, savePreferences } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("me"))("title") };
}

export default page({
  route: "/me",
  load: async (scope) => ({
    account: await myAccount(scope, {}),
    sessions: await mySessions(scope, {}),
    signIns: await mySignIns(scope, {}),
  }),
  render: async ({ account, sessions, signIns }, { viewer }) => {
    const t = await getTranslations("me");
    const roleName = await getTranslations("accounts");
    const f = await getFormats();
    const roles = account.roles.map(({ role, place, toAt, lentBy }) =>
      [
        t("roleAt", { role: roleName(`roles.${role as Role}`), place }),
        lentBy ? t("lent", { name: lentBy }) : "",
        toAt ? t("until", { day: f.dayTime(toAt) }) : "",
      ]
        .filter(Boolean)
        .join(" · "),
    );
    const delegations = await getTranslations("delegations");
    return (
      <>
        <PageHead title={t("title")} />
        <div className="grid grid-cols-1 gap-4 desk:grid-cols-2">
          <Card
            title={t("account")}
            action={<LinkButton href="/me/delegation">{delegations("open")}</LinkButton>}
          >
            <SummaryList
              items={[
                { label: t("name"), value: account.name },
                { label: t("username"), value: account.username },
                {
                  label: t("roles"),
                  value:
                    roles.length > 0 ? (
                      <ul>
                        {roles.map((line) => (
                          <li key={line}>{line}</li>
                        ))}
                      </ul>
                    ) : (
                      t("rolesNone")
                    ),
                },
              ]}
            />
          </Card>
          <ReadingWishes preferences={toPreferences(viewer)} save={savePreferences} />
          <Card title={t("factor.title")}>
            <p className="mb-3 text-ink-2">{t("factor.what")}</p>
            <LinkButton href="/me/second-factor">{t("factor.open")}</LinkButton>
            <Form action={letProofLapse} buttonOnly done={t("away.done")} className="mt-4">
              <p className="mb-2 text-ink-2 text-note">{t("away.note")}</p>
              <SubmitButton kind="secondary">{t("away.do")}</SubmitButton>
            </Form>
          </Card>
          <PasswordForm username={account.username} shortest={SHORTEST} change={changePassword} />
          <MyDevices
            sessions={sessions}
            endOne={endSession}
            endOthers={endOtherSessions}
            endAll={signOutEverywhere}
          />
          <div className="desk:col-span-2">
            <SignInList rows={signIns} />
          </div>
        </div>
      </>
    );
  },
});
