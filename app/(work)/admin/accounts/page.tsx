/** Accounts below the units that I administer: find one, see roles and last sign-in, make a new one. */

import { getTranslations } from "next-intl/server";
import { AccountTable } from "#components/accounts/account-table.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { listAccounts, PAGE } from "#lib/domains/accounts/queries/list-accounts.ts";
import { mayAnywhere, ROLES, type Role } from "#lib/domains/accounts/roles.ts";
import { numberInForce } from "#lib/domains/settings/setting-in-force.ts";
import { page, type SearchParams } from "#lib/platform/page.ts";

const PATH = "/admin/accounts";

export async function generateMetadata() {
  return { title: (await getTranslations("accounts"))("title") };
}

/** What the address asks for; an unknown word in it reads as no condition. */
function asked(search: SearchParams) {
  const params = toParams(search);
  const role = params.get("f.role");
  const status = params.get("f.status");
  return {
    unit: /^\d{1,9}$/.test(params.get("u") ?? "") ? params.get("u") : undefined,
    q: params.get("q")?.slice(0, 40),
    role: role && role in ROLES ? (role as Role) : undefined,
    idle: /^\d{1,4}$/.test(params.get("f.idle") ?? "") ? (params.get("f.idle") ?? undefined) : undefined,
    status: status === "ACTIVE" || status === "DISABLED" ? status : undefined,
    page: /^[1-9]\d{0,3}$/.test(params.get("page") ?? "") ? params.get("page") : 1,
  } as const;
}

/** The office's own span first, then its multiples, and whatever the address asks for. */
const spans = (ofOffice: number, asked?: string) => [
  ...new Set([ofOffice, ofOffice * 2, ofOffice * 4, ...(asked ? [Number(asked)] : [])]),
];

export default page({
  route: PATH,
  load: async (scope, { search }) => ({
    ...(await listAccounts(scope, asked(search))),
    mayMake: mayAnywhere(scope.viewer, "account.make"),
    idleDays: await numberInForce(scope.sql, "idle-days", scope.today),
  }),
  refused: () => <PermissionNote />,
  render: async ({ rows, total, mayMake, idleDays }, { search }) => {
    const t = await getTranslations("accounts");
    const params = toParams(search);
    const suspended = Number(/^\d{1,4}$/.exec(params.get("suspended") ?? "")?.[0] ?? 0);
    params.delete("suspended");
    const now = asked(search);
    const at = Number(now.page);
    const to = (number: number) => withParams(PATH, params, { page: String(number) });
    const filtered = Boolean(now.q || now.role || now.status || now.idle || now.unit);
    return (
      <>
        <PageHead
          title={t("title")}
          actions={
            mayMake ? (
              <>
                <LinkButton href={`${PATH}/bulk`}>{t("bulk.open")}</LinkButton>
                <LinkButton href={`${PATH}/new`} kind="primary">
                  {t("new")}
                </LinkButton>
              </>
            ) : undefined
          }
        />
        {suspended > 0 ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t("suspend.done", { count: suspended })}</Notice>
          </div>
        ) : null}
        <FilterBar path={PATH} params={params} own={["q", "f.role", "f.status", "f.idle"]} clearHref={PATH}>
          <FilterText name="q" label={t("find")} value={now.q} />
          <FilterSelect
            name="f.role"
            label={t("role")}
            value={now.role}
            options={(Object.keys(ROLES) as Role[]).map((role) => ({
              value: role,
              label: t(`roles.${role}`),
            }))}
          />
          <FilterSelect
            name="f.status"
            label={t("status")}
            value={now.status}
            options={(["ACTIVE", "DISABLED"] as const).map((value) => ({
              value,
              label: t(`statuses.${value}`),
            }))}
          />
          <FilterSelect
            name="f.idle"
            label={t("idle.label")}
            value={now.idle}
            options={spans(idleDays, now.idle).map((days) => ({
              value: String(days),
              label: t(days === idleDays ? "idle.daysOfOffice" : "idle.days", { days }),
            }))}
          />
        </FilterBar>
        <Card flush>
          {rows.length > 0 ? (
            <>
              {now.idle ? (
                // The next page says how many it hits, and asks.
                <form action={`${PATH}/suspend`} className="p-3">
                  <AccountTable rows={rows} pick />
                  <div className="mt-3">
                    <Button type="submit">{t("idle.suspend")}</Button>
                  </div>
                </form>
              ) : (
                <AccountTable rows={rows} />
              )}
              <Pager
                total={total}
                shown={{ from: (at - 1) * PAGE + 1, to: (at - 1) * PAGE + rows.length }}
                previousHref={at > 1 ? to(at - 1) : null}
                nextHref={at * PAGE < total ? to(at + 1) : null}
              />
            </>
          ) : (
            <EmptyState kind={filtered ? "filtered" : "never"} title={filtered ? t("none") : t("noneYet")} />
          )}
        </Card>
      </>
    );
  },
});
