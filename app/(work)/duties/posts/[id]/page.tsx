/** One post of a branch: what it asks, who stands for it at which step, and whom it may be given to. */
import { getTranslations } from "next-intl/server";
import { HoldingCard } from "#components/duties/holding-card.tsx";
import { ProposeForm } from "#components/duties/post-forms.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { showPost } from "#lib/domains/member-duties/queries/show.ts";
import { page } from "#lib/platform/page.ts";
import { saveHoldingEnd, savePostEnd, saveProposal, saveReview, saveStep } from "../../actions.ts";

const SAVED = ["opened", "proposed", "stepped", "ended", "reviewed"] as const;

export async function generateMetadata() {
  const t = await getTranslations("duties");
  return { title: `${t("title")} · ${t("post.name")}` };
}

export default page({
  route: "/duties/posts/[id]",
  load: (scope, { params }) => showPost(scope, { id: params.id ?? "" }),
  render: async ({ post, holdings, candidates, left, mayKeep }, { search, today }) => {
    const t = await getTranslations("duties");
    const saved = SAVED.find((one) => one === search.saved);
    const signed = holdings.filter(({ status }) => status === "SIGNED").length;
    return (
      <>
        <PageHead
          title={post.name}
          back={{ href: `/duties?view=posts&u=${post.divisionId}`, label: t("title") }}
          note={[
            post.org,
            t(`kind.${post.kind}`),
            t("post.of", { held: signed, places: post.places }),
            post.duties,
          ].join(" · ")}
        />
        {saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`saved.${saved}`)}</Notice>
          </div>
        ) : null}
        <div className="grid grid-cols-1 gap-4">
          {holdings.length === 0 ? (
            <Card title={t("holders")}>
              <p className="text-ink-2">{t("holdersNone")}</p>
            </Card>
          ) : (
            holdings.map((one) => (
              <HoldingCard
                key={one.id}
                holding={one}
                today={today}
                deeds={mayKeep ? { step: saveStep, end: saveHoldingEnd, review: saveReview } : null}
              />
            ))
          )}
          {mayKeep ? (
            <Card title={t("propose.title")} note={t("propose.note", { count: left })}>
              {candidates.length === 0 ? (
                <p className="text-ink-2">{t("propose.nobody")}</p>
              ) : (
                <ProposeForm post={post.id} candidates={candidates} today={today} save={saveProposal} />
              )}
            </Card>
          ) : null}
          {mayKeep && holdings.every(({ status }) => ["REFUSED", "ENDED"].includes(status)) ? (
            <Form action={savePostEnd} id="close-post">
              <input type="hidden" name="id" value={post.id} />
              <SubmitButton kind="secondary">{t("post.close")}</SubmitButton>
            </Form>
          ) : null}
        </div>
      </>
    );
  },
});
