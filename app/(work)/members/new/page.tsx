/** Enrolling a member: which organization, who, and how he stands there. */

import { getTranslations } from "next-intl/server";
import { PersonSearch } from "#components/accounts/person-search.tsx";
import { EnrollForm } from "#components/members/enroll-form.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { homeUnit } from "#lib/domains/divisions/place.ts";
import { enrolling, peopleToEnroll } from "#lib/domains/members/queries/choices.ts";
import { listOrgs } from "#lib/domains/party-orgs/queries/list.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveNew } from "../actions.ts";

const PATH = "/members/new";
const idIn = (text: string | null) => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

export async function generateMetadata() {
  return { title: (await getTranslations("members"))("new") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const { viewer } = scope;
    if (!mayAnywhere(viewer, "member.edit")) throw refused();
    const asked = toParams(search);
    const q = (asked.get("q") ?? "").trim().slice(0, 40);
    const orgId = idIn(asked.get("org"));
    if (orgId !== null) {
      const org = await enrolling(scope, { orgId });
      if (!may(viewer, "member.edit", org.divisionId)) throw refused();
      return { org, q, found: await peopleToEnroll(scope, { orgId, q }), orgs: [], total: 0 };
    }
    const unitId = idIn(asked.get("u")) ?? homeUnit(viewer);
    const { rows, total } = await listOrgs(scope, { unitId, q });
    return {
      org: null,
      q,
      found: [],
      orgs: rows.filter(({ divisionId }) => may(viewer, "member.edit", divisionId)),
      total,
    };
  },
  refused: async () => {
    const t = await getTranslations("members");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ org, q, found, orgs, total }, { today, search }) => {
    const t = await getTranslations("members");
    const unit = toParams(search).get("u");
    return (
      <>
        <PageHead
          title={t("new")}
          back={{ href: "/members", label: t("title") }}
          note={
            org ? (
              <>
                {[org.name, org.place].join(" · ")}{" "}
                <Link href={PATH} className="inline-flex min-h-touch items-center underline desk:min-h-6">
                  {t("form.other")}
                </Link>
              </>
            ) : (
              t("form.pickOrg")
            )
          }
        />
        {org ? (
          <>
            <PersonSearch
              path={PATH}
              q={q}
              keep={{ org: String(org.id) }}
              label={t("form.find")}
              hint={t("form.findHint")}
            />
            <EnrollForm orgId={org.id} q={q} found={found} today={today} save={saveNew} />
          </>
        ) : (
          <div className="grid max-w-3xl gap-4">
            <PersonSearch
              path={PATH}
              q={q}
              keep={unit ? { u: unit } : {}}
              label={t("form.orgSearch")}
              hint=""
            />
            <Card
              title={t("form.pickOrg")}
              note={
                total > orgs.length && orgs.length > 0 ? t("form.orgMore", { count: orgs.length, total }) : ""
              }
              flush={orgs.length > 0}
            >
              {orgs.length === 0 ? (
                <p className="text-ink-2">{t("form.orgNone")}</p>
              ) : (
                <ul className="divide-y divide-line">
                  {orgs.map((one) => (
                    <li key={one.id} className="flex min-h-row flex-wrap items-center gap-x-3 px-4">
                      <Link
                        href={`${PATH}?org=${one.id}`}
                        className="inline-flex min-h-touch items-center desk:min-h-6"
                      >
                        {one.name}
                      </Link>
                      <span className="text-ink-2 text-note">{one.place}</span>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          </div>
        )}
      </>
    );
  },
});
