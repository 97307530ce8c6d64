/** Setting up the posts of a unit, of an organization, or of all villages under a unit, after the usual team of such a place. */

import { getTranslations } from "next-intl/server";
import { SetUpForm } from "#components/posts/set-up-form.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { homeUnit } from "#lib/domains/divisions/place.ts";
import { setUpChoices } from "#lib/domains/posts/queries/choices.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveSetUp } from "../actions.ts";

const PATH = "/cadres/new";

export async function generateMetadata() {
  return { title: (await getTranslations("posts"))("setUp.title") };
}

const numberIn = (text: string | null) => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "post.edit")) throw refused();
    const params = toParams(search);
    const orgId = numberIn(params.get("org"));
    const view = await setUpChoices(scope, {
      orgId,
      divisionId: orgId === undefined ? (numberIn(params.get("u")) ?? homeUnit(scope.viewer)) : undefined,
    });
    if (!may(scope.viewer, "post.edit", view.divisionId)) throw refused();
    return { view, villages: params.get("for") === "villages" && view.villages > 0 && orgId === undefined };
  },
  refused: async () => {
    const t = await getTranslations("posts");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ view, villages }, { today }) => {
    const t = await getTranslations("posts");
    const own = `${PATH}?u=${view.divisionId}`;
    const back =
      view.orgId === null
        ? { href: `/divisions/${view.divisionId}`, label: view.name }
        : { href: `/orgs/${view.orgId}`, label: view.orgName ?? view.name };
    return (
      <>
        <PageHead
          title={t("setUp.title")}
          back={back}
          note={t("setUp.note", { unit: view.orgName ?? view.name })}
        />
        {view.orgId === null && view.villages > 0 ? (
          <Tabs
            label={t("setUp.title")}
            items={[
              { href: own, label: t("setUp.own", { unit: view.name }), current: !villages },
              {
                href: `${own}&for=villages`,
                label: t("setUp.villages"),
                count: String(view.villages),
                current: villages,
              },
            ]}
          />
        ) : null}
        {villages ? (
          <div className="mb-3">
            <Notice>
              {t("setUp.villagesNote", { count: view.villages, without: view.villagesWithout })}
            </Notice>
          </div>
        ) : null}
        {!villages && view.orgId === null && view.leading === null ? (
          <div className="mb-3">
            <Notice
              tone="watch"
              action={<Link href={`/orgs/new?u=${view.divisionId}`}>{t("setUp.found")}</Link>}
            >
              {t("setUp.noOrg", { unit: view.name })}
            </Notice>
          </div>
        ) : null}
        <SetUpForm view={view} villages={villages} today={today} save={saveSetUp} />
      </>
    );
  },
});
