/** Appointing somebody to a post: searched for by name, or somebody new. */

import { getTranslations } from "next-intl/server";
import { PersonSearch } from "#components/accounts/person-search.tsx";
import { AppointForm } from "#components/posts/appoint-form.tsx";
import { postNames } from "#components/posts/names.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { findPeopleToAppoint } from "#lib/domains/posts/queries/choices.ts";
import { getPost } from "#lib/domains/posts/queries/get-post.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveAppointment } from "../../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("posts");
  return { title: `${t("title")} · ${t("appoint.title")}` };
}

export default page({
  route: "/cadres/posts/[id]/appoint",
  load: async (scope, { params, search }) => {
    const post = await getPost(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "post.edit", post.divisionId)) throw refused();
    const q = (toParams(search).get("q") ?? "").trim().slice(0, 40);
    return { post, q, found: await findPeopleToAppoint(scope, { q }) };
  },
  refused: async () => {
    const t = await getTranslations("posts");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ post, q, found }, { today }) => {
    const t = await getTranslations("posts");
    const names = await postNames(post.words);
    const own = `/cadres/posts/${post.id}`;
    return (
      <>
        <PageHead
          title={t("appoint.to", { post: `${post.team} ${names.kind(post.kind)}` })}
          back={{ href: own, label: names.kind(post.kind) }}
        />
        {post.places > 0 && post.held >= post.places ? (
          <div className="mb-4 max-w-2xl">
            <Notice tone="watch">{t("appoint.full", { places: post.places })}</Notice>
          </div>
        ) : null}
        <div className="grid gap-6">
          <PersonSearch
            path={`${own}/appoint`}
            q={q}
            keep={{}}
            label={t("appoint.find")}
            hint={t("appoint.findHint")}
          />
          <AppointForm post={post} q={q} found={found} today={today} save={saveAppointment} />
        </div>
      </>
    );
  },
});
