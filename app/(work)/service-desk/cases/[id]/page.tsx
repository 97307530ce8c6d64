/** One case behind one number: papers, the departments' parts, the result, and everything that happened. */
import { getTranslations } from "next-intl/server";
import { CaseState } from "#components/services/case-state.tsx";
import { CaseSummary } from "#components/services/case-summary.tsx";
import { ContactList } from "#components/services/contact-list.tsx";
import { ContactCard, RateCard, TellCard, WithdrawCard } from "#components/services/end-cards.tsx";
import { PapersCard } from "#components/services/papers-card.tsx";
import { PartsCard } from "#components/services/parts-card.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { showCase } from "#lib/domains/services/queries/show.ts";
import { page } from "#lib/platform/page.ts";
import { ask, contact, finish, hand, rate, take, tell, withdraw } from "../../actions.ts";

const SAVED = [
  "accepted",
  "papers",
  "asked",
  "contact",
  "handed",
  "part",
  "closed",
  "rated",
  "withdrawn",
] as const;

export async function generateMetadata() {
  const t = await getTranslations("services");
  return { title: `${t("title")} · ${t("case.title")}` };
}

export default page({
  route: "/service-desk/cases/[id]",
  load: (scope, { params }) => showCase(scope, { id: params.id ?? "" }),
  render: async (view, { search, today }) => {
    const t = await getTranslations("services");
    const { head } = view;
    const saved = SAVED.find((one) => one === search.saved);
    return (
      <>
        <PageHead
          title={head.itemName}
          mark={<CaseState one={head} today={today} />}
          note={<span className="font-num">{t("case.number", { number: head.number })}</span>}
          back={{ href: "/service-desk", label: t("title") }}
          actions={<LinkButton href={`/service-desk/cases/${head.id}/slip`}>{t("slip.title")}</LinkButton>}
        />
        {saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t(`saved.${saved}`)}</Notice>
          </div>
        ) : null}
        <div className="grid gap-4">
          <CaseSummary view={view} />
          {view.mayRate ? <RateCard view={view} save={rate} /> : null}
          <PapersCard view={view} take={take} ask={ask} />
          <PartsCard view={view} hand={hand} finish={finish} />
          {view.atDesk ? <TellCard view={view} save={tell} /> : null}
          {view.atDesk ? (
            <div className="grid gap-4 desk:grid-cols-2">
              <ContactCard view={view} save={contact} />
              <WithdrawCard view={view} save={withdraw} />
            </div>
          ) : null}
          <ContactList rows={view.contacts} />
        </div>
      </>
    );
  },
});
