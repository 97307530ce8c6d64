/** The elections of one organization: the terms so far, one that was held, or an approval to hold it later. */

import { getTranslations } from "next-intl/server";
import { ElectionForm, PostponeForm } from "#components/party-orgs/election-form.tsx";
import { Mistake } from "#components/party-orgs/mistake.tsx";
import { TermMark } from "#components/party-orgs/term-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { showElection } from "#lib/domains/party-orgs/queries/election.ts";
import type { ElectionResult } from "#lib/domains/party-orgs/term.ts";
import { page } from "#lib/platform/page.ts";
import { dropElection, saveElection, savePostponement } from "../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("party-orgs");
  return { title: `${t("title")} · ${t("terms.record")}` };
}

export default page({
  route: "/orgs/[id]/election",
  load: (scope, { params }) => showElection(scope, { id: params.id }),
  refused: async () => {
    const t = await getTranslations("party-orgs");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ org, terms, running, mistaken, years }, { today }) => {
    const t = await getTranslations("party-orgs");
    return (
      <>
        <PageHead
          title={t("terms.of", { name: org.name })}
          back={{ href: `/orgs/${org.id}`, label: org.name }}
          note={running ? <TermMark dueOn={running.dueOn} today={today} /> : t("terms.noneYet")}
        />
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <Card title={t("terms.held")} note={t("terms.heldNote")}>
            <ElectionForm orgId={org.id} years={years} today={today} save={saveElection} />
          </Card>
          {running ? (
            <Card title={t("terms.postpone")} note={t("terms.postponeNote")}>
              <PostponeForm orgId={org.id} version={running.version} today={today} save={savePostponement} />
            </Card>
          ) : null}
          {mistaken ? (
            <Mistake
              title={t("mistake.election", { day: mistaken.electedOn })}
              fields={{ id: org.id, version: mistaken.version }}
              drop={dropElection}
            >
              {mistaken.beforeElectedOn
                ? t("mistake.electionBefore", { day: mistaken.beforeElectedOn })
                : t("mistake.electionFirst")}
            </Mistake>
          ) : null}
          {terms.length > 0 ? (
            <Card title={t("terms.card")}>
              <ol className="divide-y divide-line">
                {terms.map((term) => (
                  <li key={term.id} className="flex flex-wrap items-center justify-between gap-x-3 py-1.5">
                    <span className="tabular">
                      {t("terms.span", { from: term.electedOn, to: term.endsOn })}
                    </span>
                    <TermMark
                      dueOn={term.dueOn}
                      result={term.result as ElectionResult | null}
                      today={today}
                    />
                  </li>
                ))}
              </ol>
            </Card>
          ) : null}
        </div>
      </>
    );
  },
});
