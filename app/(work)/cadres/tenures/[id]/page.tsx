/** One tenure and what can be done with it: its end, abilities, corrections, taking it back. */

import { getTranslations } from "next-intl/server";
import { postNames } from "#components/posts/names.ts";
import { TenureDesk } from "#components/posts/tenure-desk.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { getTenure } from "#lib/domains/posts/queries/get-post.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveAssessment, saveCorrection, saveEnd, saveWithdrawal } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("posts");
  return { title: `${t("title")} · ${t("tenure.title")}` };
}

export default page({
  route: "/cadres/tenures/[id]",
  load: async (scope, { params }) => {
    const tenure = await getTenure(scope, { id: params.id ?? "" });
    if (!may(scope.viewer, "post.edit", tenure.post.divisionId)) throw refused();
    return tenure;
  },
  refused: async () => {
    const t = await getTranslations("posts");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async (tenure, { today }) => {
    const t = await getTranslations("posts");
    const names = await postNames(tenure.post.words);
    const post = `${tenure.post.team} ${names.kind(tenure.post.kind)}`;
    return (
      <>
        <PageHead
          title={t("tenure.of", { name: tenure.name, post })}
          back={{ href: `/cadres/posts/${tenure.post.id}`, label: post }}
          note={
            tenure.toOn === null
              ? t("since", { day: tenure.fromOn })
              : t("between", { from: tenure.fromOn, to: tenure.toOn })
          }
        />
        {tenure.endReason === "MISTAKE" ? (
          <Notice tone="watch">{t("tenure.takenBack")}</Notice>
        ) : (
          <TenureDesk
            tenure={tenure}
            today={today}
            saves={{
              end: saveEnd,
              correct: saveCorrection,
              assess: saveAssessment,
              withdraw: saveWithdrawal,
            }}
          />
        )}
      </>
    );
  },
});
