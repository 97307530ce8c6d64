/** A Party member's duties, pledges and reports to a community. */
import { getTranslations } from "next-intl/server";
import { CheckInCard } from "#components/duties/check-in-card.tsx";
import { PledgeCard } from "#components/duties/pledge-card.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { dutiesOfMember } from "#lib/domains/member-duties/queries/show.ts";
import { page } from "#lib/platform/page.ts";
import { saveCheckIn, saveDelivery, savePledge, savePledgeBack, saveVerdict } from "../../actions.ts";

const SAVED = ["pledged", "delivered", "judged", "withdrawn"] as const;

export async function generateMetadata() {
  const t = await getTranslations("duties");
  return { title: `${t("title")} · ${t("member")}` };
}

export default page({
  route: "/duties/members/[id]",
  load: (scope, { params }) => dutiesOfMember(scope, { id: params.id ?? "" }),
  render: async (view, { search, today }) => {
    const t = await getTranslations("duties");
    const saved = SAVED.find((one) => one === search.saved);
    const { member, holdings } = view;
    return (
      <>
        <PageHead
          title={t("of", { name: member.name })}
          back={{ href: "/duties", label: t("title") }}
          note={member.orgName}
          actions={<LinkButton href={`/members/${member.id}`}>{t("file")}</LinkButton>}
        />
        {saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`saved.${saved}`)}</Notice>
          </div>
        ) : null}
        <div className="grid grid-cols-1 items-start gap-4 wide:grid-cols-2">
          <Card title={t("view.holdings")}>
            {holdings.length === 0 ? <p className="text-ink-2">{t("none.member")}</p> : null}
            <ul className="divide-y divide-line">
              {holdings.map((one) => (
                <li key={one.id} className="flex flex-wrap justify-between gap-x-3 py-1.5">
                  <Link
                    href={`/duties/posts/${one.postId}`}
                    className="inline-flex min-h-touch items-center desk:min-h-6"
                  >
                    {one.post}
                  </Link>
                  <span className="text-ink-2">{[t(`state.${one.status}`), one.since].join(" ")}</span>
                </li>
              ))}
            </ul>
          </Card>
          <PledgeCard
            view={view}
            today={today}
            deeds={{
              pledge: savePledge,
              deliver: saveDelivery,
              judge: saveVerdict,
              withdraw: savePledgeBack,
            }}
          />
          <CheckInCard view={view} today={today} save={saveCheckIn} />
        </div>
      </>
    );
  },
});
