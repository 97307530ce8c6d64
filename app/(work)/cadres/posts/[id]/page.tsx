/** One post: its places over time, everybody who held it, and the gaps between them. */

import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { EmptyPlace } from "#components/posts/empty-place.tsx";
import { postNames } from "#components/posts/names.ts";
import { QuotaForm } from "#components/posts/quota-form.tsx";
import { TenureTable } from "#components/posts/tenure-table.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { getPost, type PostView } from "#lib/domains/posts/queries/get-post.ts";
import { page } from "#lib/platform/page.ts";
import { saveQuota } from "../../actions.ts";

const SAVED = ["quota", "appointed", "ended", "corrected", "assessed", "withdrawn"] as const;

export async function generateMetadata() {
  const t = await getTranslations("posts");
  return { title: `${t("title")} · ${t("column.post")}` };
}

export default page({
  route: "/cadres/posts/[id]",
  load: (scope, { params }) => getPost(scope, { id: params.id ?? "" }),
  render: async (post, { viewer, search, today }) => {
    const t = await getTranslations("posts");
    const names = await postNames(post.words);
    const mayEdit = may(viewer, "post.edit", post.divisionId) && post.closedOn === null;
    const saved = SAVED.find((one) => one === search.saved);
    const unit = post.partyOrgId === null ? `/divisions/${post.divisionId}` : `/orgs/${post.partyOrgId}`;
    return (
      <>
        <PageHead
          title={`${post.team} ${names.kind(post.kind)}`}
          back={{ href: `/cadres?u=${post.divisionId}`, label: t("title") }}
          mark={post.principal ? <Badge tone="info">{t("principal")}</Badge> : null}
          actions={
            mayEdit ? (
              <LinkButton href={`/cadres/posts/${post.id}/appoint`} kind="primary">
                {t("appoint.title")}
              </LinkButton>
            ) : null
          }
        />
        {saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`saved.${saved}`)}</Notice>
          </div>
        ) : null}
        <div className="grid gap-4">
          <Card title={t("post.now")} action={<WhoChanged kind="post" id={post.id} />}>
            <SummaryList
              columns={2}
              items={[
                { label: t("column.unit"), value: <Link href={unit}>{post.team}</Link>, note: post.place },
                { label: t("quota.places"), value: t("post.people", { count: post.places }) },
                {
                  label: t("post.held"),
                  value:
                    post.held < post.places ? (
                      <span className="flex flex-wrap gap-x-4">
                        {post.held > 0 ? t("post.people", { count: post.held }) : null}
                        <EmptyPlace
                          since={post.shortSince}
                          on={today}
                          missing={post.places - post.held}
                          principal={post.principal}
                        />
                      </span>
                    ) : (
                      t("post.people", { count: post.held })
                    ),
                },
                ...(post.closedOn ? [{ label: t("post.closed"), value: post.closedOn }] : []),
              ]}
            />
          </Card>
          <Card title={t("post.holders")} flush={post.tenures.length > 0}>
            {post.tenures.length === 0 ? (
              <EmptyState kind="never" title={t("post.noHolders")} />
            ) : (
              <TenureTable
                caption={t("post.holders")}
                first={t("column.holder")}
                names={names}
                mayEdit={(line) => may(viewer, "post.edit", post.divisionId) && line.endReason !== "MISTAKE"}
                lines={post.tenures.map(({ personId, name, unit: from, ...tenure }) => ({
                  ...tenure,
                  first: { href: `/cadres/${personId}`, name, note: from ?? undefined },
                }))}
              />
            )}
          </Card>
          <div className="grid items-start gap-4 wide:grid-cols-2">
            <Card title={t("post.gaps")} note={t("post.gapsNote")}>
              <Gaps post={post} />
            </Card>
            <Card title={t("post.quotas")}>
              <ul className="mb-3 divide-y divide-line">
                {post.quotas.map((quota) => (
                  <li key={quota.fromOn} className="py-1">
                    <span className="mr-2 tabular text-ink-2">{t("since", { day: quota.fromOn })}</span>
                    {quota.places === 0 ? t("post.abolished") : t("post.people", { count: quota.places })}
                    {quota.documentNo ? (
                      <span className="ml-2 text-ink-2 text-note">{quota.documentNo}</span>
                    ) : null}
                  </li>
                ))}
              </ul>
              {mayEdit ? <QuotaForm post={post} today={today} save={saveQuota} /> : null}
            </Card>
          </div>
        </div>
      </>
    );
  },
});

async function Gaps({ post }: { post: PostView }) {
  const t = await getTranslations("posts");
  if (post.gaps.length === 0) return <EmptyState kind="done" title={t("post.noGaps")} />;
  return (
    <ul className="divide-y divide-line">
      {post.gaps.map((gap, at) => (
        <li key={gap.fromOn} className="flex min-h-8 flex-wrap items-center justify-between gap-x-3 py-1">
          <span className="tabular">
            {at === 0 && post.held < post.places
              ? t("since", { day: gap.fromOn })
              : t("between", { from: gap.fromOn, to: gap.toOn })}
          </span>
          <span className="font-semibold">
            {t("days", { days: gap.days })}
            {gap.missing > 1 ? ` · ${t("empty.places", { count: gap.missing })}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}
