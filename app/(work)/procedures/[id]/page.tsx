/** One case: what comes next and its form, what was applied for, and the chain of all that was done. */

import { getLocale, getTranslations } from "next-intl/server";
import { PaperBlock } from "#components/papers/paper-block.tsx";
import { saidOf } from "#components/papers/paper-changes.ts";
import { caseFacts } from "#components/procedures/case-facts.ts";
import { CaseMark } from "#components/procedures/case-mark.tsx";
import { Chain } from "#components/procedures/chain.tsx";
import { NextStep } from "#components/procedures/next-step.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { mayKeepPapers } from "#lib/domains/papers/paper.ts";
import { papersOf } from "#lib/domains/papers/queries/papers-of.ts";
import { isOpen } from "#lib/domains/procedures/procedure.ts";
import { showCase } from "#lib/domains/procedures/queries/show.ts";
import { page } from "#lib/platform/page.ts";
import { deletePaper, savePaper } from "../../papers/actions.ts";
import * as deeds from "../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("procedures");
  return { title: `${t("title")} · ${t("case.chain")}` };
}

export default page({
  route: "/procedures/[id]",
  load: async (scope, { params }) => {
    const one = await showCase(scope, { id: params.id ?? "" });
    return { one, papers: await papersOf(scope, { kind: "procedure", id: one.id }) };
  },
  render: async ({ one, papers }, { viewer, today, search }) => {
    const t = await getTranslations("procedures");
    const locale = (await getLocale()) as "zh-CN" | "en";
    const { householdId } = one;
    return (
      <>
        <PageHead
          title={t("case.of", { kind: t(`kind.${one.kind}`), name: one.name })}
          back={{ href: "/procedures", label: t("title") }}
          mark={<CaseMark status={one.status} returned={one.returnedWhy !== null} />}
          note={[one.place, one.groupName].filter(Boolean).join(" ")}
          actions={
            householdId ? (
              <>
                <LinkButton href={`/households/${householdId}`}>{t("case.file")}</LinkButton>
                <LinkButton href={`/households/${householdId}/process`}>{t("case.process")}</LinkButton>
              </>
            ) : (
              <LinkButton href={`/divisions/${one.divisionId}/exit`}>{t("unit.open")}</LinkButton>
            )
          }
        />
        {search.saved ? (
          <div className="mb-4">
            <Notice tone="ok">{t("form.started")}</Notice>
          </div>
        ) : null}
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <div className="grid gap-4">
            {one.returnedWhy && isOpen(one.status) ? (
              <Notice tone="watch" title={t("case.returned")}>
                {one.returnedWhy}
              </Notice>
            ) : null}
            <NextStep one={one} today={today} deeds={deeds} />
            <Card title={t("case.facts")}>
              <SummaryList items={caseFacts(t, one, locale)} />
            </Card>
          </div>
          <div className="grid gap-4">
            <Card title={t("case.chain")}>
              <Chain one={one} />
            </Card>
            <PaperBlock
              owner={{ kind: "procedure", id: one.id }}
              view={papers}
              may={mayKeepPapers(viewer, "procedure", one.divisionId)}
              events={[]}
              said={saidOf(search)}
              today={today}
              correct={savePaper}
              remove={deletePaper}
            />
          </div>
        </div>
      </>
    );
  },
});
