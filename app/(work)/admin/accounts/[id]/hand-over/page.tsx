/** Hand-over when a person leaves: who takes over, what becomes of each thing, and then the account is closed. */

import { getTranslations } from "next-intl/server";
import { HeirChoice } from "#components/handover/heir-choice.tsx";
import { Hindrances } from "#components/handover/hindrances.tsx";
import { Receipts } from "#components/handover/receipts.tsx";
import { OtherThings, PairingsToHandOver } from "#components/handover/things.tsx";
import { OverCap } from "#components/pairings/over-cap.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { findPeople } from "#lib/domains/accounts/queries/find-people.ts";
import type { Role } from "#lib/domains/accounts/roles.ts";
import { LEAVING } from "#lib/domains/handover/hand-over.ts";
import { rehearseHandOver } from "#lib/domains/handover/queries/hand-over.ts";
import { page } from "#lib/platform/page.ts";
import { carryOutHandOver } from "../../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("handover"))("short") };
}

export default page({
  route: "/admin/accounts/[id]/hand-over",
  load: async (scope, { params, search }) => {
    const asked = toParams(search);
    const q = (asked.get("q") ?? "").trim().slice(0, 40);
    return {
      q,
      plan: await rehearseHandOver(scope, { accountId: params.id, to: asked.get("to") ?? undefined }),
      found: await findPeople(scope, { q }),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ q, plan, found }) => {
    const t = await getTranslations("handover");
    const accounts = await getTranslations("accounts");
    const common = await getTranslations("common");
    const pairing = await getTranslations("pairings");
    const { account, heir, items, hindrances, receipts } = plan;
    const path = `/admin/accounts/${account.id}/hand-over`;
    const active = account.status === "ACTIVE";
    const pairings = items.filter(({ kind }) => kind === "pairing");
    const others = items.filter(({ kind }) => kind !== "pairing" && kind !== "role");
    const roles = items.filter(({ kind }) => kind === "role");
    const over = !active && items.length === 0 && hindrances.length === 0;
    return (
      <>
        <PageHead
          title={t("title", { name: account.name })}
          back={{ href: `/admin/accounts/${account.id}`, label: account.name }}
          note={t("lead")}
        />
        <div className="grid max-w-4xl gap-4">
          {over ? (
            <Notice tone="ok">{t("closed")}</Notice>
          ) : (
            <>
              <Hindrances hindrances={hindrances} />
              <div className="print:hidden">
                <HeirChoice
                  path={path}
                  q={q}
                  found={found.filter(({ id }) => id !== heir?.personId)}
                  heir={heir}
                />
              </div>
              <Form
                // Another successor is another rehearsal: what is proposed for each thing stands there anew.
                key={heir?.personId ?? "nobody"}
                action={carryOutHandOver}
                className="grid gap-4 print:hidden"
              >
                <input type="hidden" name="accountId" value={account.id} />
                <input type="hidden" name="to" value={heir?.personId ?? ""} />
                {pairings.length > 0 ? (
                  <Card title={t("pairings", { count: pairings.length })} note={t("pairingsHint")} flush>
                    <PairingsToHandOver items={pairings} heir={heir?.name ?? null} />
                  </Card>
                ) : null}
                {others.length > 0 ? (
                  <Card title={t("others")} flush>
                    <OtherThings items={others} heir={heir?.name ?? null} />
                  </Card>
                ) : null}
                {pairings.length + others.length === 0 ? <Notice>{t("nothing")}</Notice> : null}
                <Card>
                  <div className="grid gap-4">
                    {heir?.hasAccount && roles.length > 0 ? (
                      <ChipGroup
                        name="roles"
                        label={t("roles")}
                        kind="checkbox"
                        hint={t("rolesHint")}
                        options={roles.map(({ id, what, place }) => ({
                          value: id,
                          label: t("roleAt", { role: accounts(`roles.${what as Role}`), place }),
                        }))}
                      />
                    ) : null}
                    <Field name="reason" label={t("reason")} required>
                      <Select
                        width="medium"
                        empty={common("choose")}
                        options={LEAVING.map((one) => ({ value: one, label: t(`reasons.${one}`) }))}
                      />
                    </Field>
                    <OverCap label={pairing("overCap.label")} sure={pairing("overCap.sure")} />
                    <p className="text-ink-2 text-note">{t("finishNote")}</p>
                    <div className="flex flex-wrap gap-3">
                      <SubmitButton kind="danger" name="finish" value="yes" pending={t("doing")}>
                        {t("finish")}
                      </SubmitButton>
                      {pairings.length > 0 ? (
                        <SubmitButton kind="secondary" pending={t("doing")}>
                          {t("partly")}
                        </SubmitButton>
                      ) : null}
                    </div>
                  </div>
                </Card>
              </Form>
            </>
          )}
          <Receipts receipts={receipts} giver={account.name} />
        </div>
      </>
    );
  },
});
