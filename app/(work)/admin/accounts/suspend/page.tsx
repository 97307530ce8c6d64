/** Before several accounts are closed at once: how many it hits, who they are, and what becomes of them. */

import { getTranslations } from "next-intl/server";
import { AccountTable } from "#components/accounts/account-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { accountsToSuspend, type Suspension } from "#lib/domains/accounts/queries/list-accounts.ts";
import { tendsAnywhere } from "#lib/domains/accounts/roles.ts";
import { page, type SearchParams } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { suspendAccounts } from "../actions.ts";

const NOBODY: Suspension = { hit: [], spared: [] };

/** Ticked on the list, which stands in the address. */
const ticked = (search: SearchParams) =>
  [search["accountIds[]"] ?? []]
    .flat()
    .filter((id) => /^[1-9]\d{0,8}$/.test(id))
    .slice(0, 200);

export async function generateMetadata() {
  return { title: (await getTranslations("accounts"))("suspend.title") };
}

export default page({
  route: "/admin/accounts/suspend",
  load: async (scope, { search }) => {
    if (!tendsAnywhere(scope.viewer)) throw refused();
    const accountIds = ticked(search);
    return accountIds.length > 0 ? await accountsToSuspend(scope, { accountIds }) : NOBODY;
  },
  refused: () => <PermissionNote />,
  render: async ({ hit, spared }) => {
    const t = await getTranslations("accounts");
    const count = hit.length;
    const back = <LinkButton href="/admin/accounts">{t("suspend.back")}</LinkButton>;
    return (
      <>
        <PageHead title={t("suspend.title")} back={{ href: "/admin/accounts", label: t("title") }} />
        {count === 0 ? (
          <EmptyState kind="never" title={t("suspend.none")} action={back}>
            {t(spared.length > 0 ? "suspend.noneLeft" : "suspend.noneHow")}
          </EmptyState>
        ) : (
          <Card title={t("suspend.hit", { count })} note={t("suspend.note")}>
            <AccountTable rows={hit} />
            <Form action={suspendAccounts} className="mt-4 flex flex-wrap gap-2" buttonOnly>
              {hit.map(({ id }) => (
                <input key={id} type="hidden" name="accountIds[]" value={id} />
              ))}
              <SubmitButton kind="danger">{t("suspend.do", { count })}</SubmitButton>
              {back}
            </Form>
          </Card>
        )}
        {spared.length > 0 ? (
          <div className="mt-4">
            <Card title={t("suspend.spared", { count: spared.length })} note={t("suspend.sparedNote")}>
              <AccountTable rows={spared} />
            </Card>
          </div>
        ) : null}
      </>
    );
  },
});
