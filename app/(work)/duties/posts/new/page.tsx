/** A branch sets a post for members without one. */
import { getTranslations } from "next-intl/server";
import { PostForm } from "#components/duties/post-forms.tsx";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { postForm } from "#lib/domains/member-duties/queries/show.ts";
import { page } from "#lib/platform/page.ts";
import { savePost } from "../../actions.ts";

const PATH = "/duties/posts/new";

export async function generateMetadata() {
  return { title: (await getTranslations("duties"))("post.new") };
}

export default page({
  route: PATH,
  load: (scope, { search }) => postForm(scope, { unit: toParams(search).get("u") ?? undefined }),
  refused: () => <PermissionNote />,
  render: async ({ place, orgs }, { search }) => {
    const t = await getTranslations("duties");
    const { unit, above, below } = place;
    return (
      <>
        <PageHead
          title={t("post.new")}
          note={unit.name}
          back={{ href: `/duties?u=${unit.id}`, label: t("title") }}
          actions={
            above.length + below.length > 0 ? (
              <UnitSwitcher path={PATH} params={toParams(search)} units={{ now: unit, above, below }} />
            ) : null
          }
        />
        {orgs.length === 0 ? <Notice>{t("post.nowhere")}</Notice> : <PostForm orgs={orgs} save={savePost} />}
      </>
    );
  },
});
