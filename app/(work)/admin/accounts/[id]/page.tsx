/** One account: who it is, its roles over time, and what an administrator may do with it. */

import { getTranslations } from "next-intl/server";
import { AccountStatus } from "#components/accounts/account-table.tsx";
import { CodeAnswer } from "#components/accounts/code-answer.tsx";
import { GrantTable } from "#components/accounts/grant-table.tsx";
import { RoleFields } from "#components/accounts/role-fields.tsx";
import { RolePreview } from "#components/accounts/role-preview.tsx";
import { SignInList } from "#components/accounts/sign-in-list.tsx";
import { UnitPicker } from "#components/accounts/unit-picker.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { choosePlace } from "#lib/domains/accounts/queries/choose-place.ts";
import { getAccount } from "#lib/domains/accounts/queries/get-account.ts";
import { previewRoles } from "#lib/domains/accounts/queries/preview-roles.ts";
import { accountSignIns } from "#lib/domains/accounts/queries/sign-ins.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { countHeld } from "#lib/domains/handover/queries/hand-over.ts";
import { phonesOf } from "#lib/domains/sync/queries/phones-of.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import {
  endGrant,
  giveRole,
  resetFactor,
  resetPassword,
  setAccountStatus,
  signOutAccount,
} from "../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("accounts");
  return { title: `${t("title")} · ${t("one.grants")}` };
}

export default page({
  route: "/admin/accounts/[id]",
  load: async (scope, { params, search }) => {
    const account = await getAccount(scope, { accountId: params.id });
    const unit = toParams(search).get("u") ?? account.divisionId;
    const place = await choosePlace(scope, { unit });
    const signIns = await accountSignIns(scope, { accountId: params.id });
    const held = await countHeld(scope, { accountId: params.id });
    const phones = await phonesOf(scope, { accountId: params.id ?? "" });
    return {
      account,
      place,
      signIns,
      held,
      phones,
      roles: await previewRoles(scope, { unit: place.now.id }),
      mayGive: mayAnywhere(scope.viewer, "account.grant"),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ account, place, signIns, held, phones, roles, mayGive }, { today }) => {
    const handover = await getTranslations("handover");
    const delegations = await getTranslations("delegations");
    const t = await getTranslations("accounts");
    const audit = await getTranslations("audit");
    const f = await getFormats();
    const path = `/admin/accounts/${account.id}`;
    const active = account.status === "ACTIVE";
    return (
      <>
        <PageHead
          title={account.name}
          back={{ href: "/admin/accounts", label: t("one.back") }}
          actions={
            <LinkButton href={`/admin/audit?f.subject=account:${account.id}&f.days=all`}>
              {audit("history.who")}
            </LinkButton>
          }
          mark={<AccountStatus status={account.status} />}
        />
        <div className="grid gap-4">
          {account.mine ? <Notice>{t("one.mine")}</Notice> : null}
          {account.beyond ? <Notice>{t("one.above")}</Notice> : null}
          {!active && held.count > 0 && !account.mine ? (
            <Notice
              tone="watch"
              title={handover("remains", { count: held.count })}
              action={
                held.mayHandOver ? (
                  <LinkButton href={`${path}/hand-over`}>{handover("open")}</LinkButton>
                ) : undefined
              }
            >
              {handover(held.mayHandOver ? "remainsNote" : "remainsElse")}
            </Notice>
          ) : null}
          <Card>
            <SummaryList
              columns={2}
              items={[
                { label: t("username"), value: account.username },
                { label: t("one.home"), value: account.place },
                { label: t("one.person"), value: account.person ?? <EmptyMark /> },
                {
                  label: t("one.password"),
                  value: t(account.hasPassword ? "one.hasPassword" : "one.noPassword"),
                },
                { label: t("factor.label"), value: t(account.hasFactor ? "factor.on" : "factor.off") },
                {
                  label: t("lastSignIn"),
                  value: account.lastSignInAt ? f.dayTime(account.lastSignInAt) : t("never"),
                },
              ]}
            />
          </Card>
          <Card title={t("one.grants")} flush>
            <GrantTable grants={account.grants} end={endGrant} />
          </Card>
          {account.mine ? null : (
            <Card title={t("one.give")}>
              {mayGive ? <UnitPicker path={path} {...place} /> : <Notice>{t("one.giveElse")}</Notice>}
              {mayGive ? (
                <Form action={giveRole} done={t("one.given")} className="mt-4 grid gap-4">
                  <input type="hidden" name="accountId" value={account.id} />
                  <input type="hidden" name="divisionId" value={place.now.id} />
                  <RoleFields roles={place.roles} today={today} />
                  <RolePreview place={place.now.name} roles={roles} />
                  {place.roles.length > 0 ? (
                    <div>
                      <SubmitButton kind="secondary">{t("one.give")}</SubmitButton>
                    </div>
                  ) : null}
                </Form>
              ) : null}
            </Card>
          )}
          {account.mayManage ? (
            <Card title={t("one.manage")}>
              <div className="grid gap-4">
                {active && phones ? (
                  <Notice tone={phones.waiting > 0 ? "watch" : "info"}>
                    {t(phones.waiting > 0 ? "one.phoneWaits" : "one.phoneSeen", {
                      count: phones.waiting,
                      when: f.dayTime(phones.toldAt),
                    })}
                  </Notice>
                ) : null}
                {account.mayReset && account.hasFactor ? (
                  <Form action={resetFactor} buttonOnly done={t("factor.done")}>
                    <input type="hidden" name="accountId" value={account.id} />
                    <p className="mb-2 text-ink-2 text-note">{t("factor.resetNote")}</p>
                    <SubmitButton kind="secondary">{t("factor.reset")}</SubmitButton>
                  </Form>
                ) : null}
                {active && account.mayReset ? (
                  <Form action={resetPassword}>
                    <CodeAnswer
                      words={{
                        title: t("code.title"),
                        note: t("code.note"),
                        forWhom: t("code.forWhom"),
                        code: t("code.code"),
                        valid: t("code.minutes"),
                      }}
                    >
                      <input type="hidden" name="accountId" value={account.id} />
                      <p className="mb-2 text-ink-2 text-note">{t("one.resetNote")}</p>
                      <SubmitButton kind="secondary">{t("one.reset")}</SubmitButton>
                    </CodeAnswer>
                  </Form>
                ) : null}
                <Form action={signOutAccount} buttonOnly done={t("one.signedOut")}>
                  <input type="hidden" name="accountId" value={account.id} />
                  <SubmitButton kind="secondary">{t("one.signOut")}</SubmitButton>
                </Form>
                {active && held.mayHandOver ? (
                  <div>
                    <LinkButton href={`${path}/delegation`}>{delegations("open")}</LinkButton>
                  </div>
                ) : null}
                {active && held.mayHandOver ? (
                  <div>
                    <p className="mb-2 text-ink-2 text-note">
                      {held.count > 0
                        ? `${handover("remains", { count: held.count })}。${handover("remainsNote")}`
                        : handover("nothing")}
                    </p>
                    <LinkButton href={`${path}/hand-over`}>{handover("open")}</LinkButton>
                  </div>
                ) : null}
                <Form action={setAccountStatus} buttonOnly done={t(active ? "one.disabled" : "one.enabled")}>
                  <input type="hidden" name="accountId" value={account.id} />
                  <input type="hidden" name="status" value={active ? "DISABLED" : "ACTIVE"} />
                  <SubmitButton kind={active ? "danger" : "secondary"}>
                    {t(active ? "one.disable" : "one.enable")}
                  </SubmitButton>
                </Form>
              </div>
            </Card>
          ) : null}
          <SignInList rows={signIns} />
        </div>
      </>
    );
  },
});
